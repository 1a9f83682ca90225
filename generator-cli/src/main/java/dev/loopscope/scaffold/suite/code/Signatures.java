package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.ParameterKind;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of a function's parameters pytest fills with fixtures. */
public final class Signatures {
  private static final Set<String> PATCHES =
      Set.of(
          "unittest.mock.patch", "unittest.mock.patch.object", "mock.patch", "mock.patch.object");
  private static final String GIVEN = "hypothesis.given";

  private final Decorations decorations;

  /** A reader of the functions that {@code decorations} sees through. */
  public Signatures(Decorations decorations) {
    this.decorations = decorations;
  }

  /**
   * The names that a function requests: parameters without a default, minus {@code self}, what
   * {@code given} draws and what {@code patch} passes.
   *
   * @param method whether it is looked up on a class or an instance
   */
  public List<String> requested(SourceFile file, FunctionDef function, boolean method) {
    List<Parameter> fillable = new ArrayList<>();
    boolean positionalOnly = false;
    for (Parameter parameter : function.parameters()) {
      positionalOnly |= parameter.kind() == ParameterKind.POSITIONAL_ONLY;
      boolean named =
          parameter.kind() == ParameterKind.POSITIONAL_OR_KEYWORD
              || parameter.kind() == ParameterKind.KEYWORD_ONLY;
      if (named && parameter.defaultValue().isEmpty()) {
        fillable.add(parameter);
      }
    }
    boolean bound = method && !isStatic(file, function) && !positionalOnly;
    if (bound && !fillable.isEmpty()) {
      fillable.remove(0);
    }
    withoutDrawn(file, function, fillable);
    List<String> names = fillable.stream().map(Parameter::name).toList();
    return names.subList(Math.min(patched(file, function), names.size()), names.size());
  }

  private boolean isStatic(SourceFile file, FunctionDef function) {
    return function.decorators().stream()
        .anyMatch(it -> decorations.is(file, it, "builtins.staticmethod"));
  }

  /** The call of {@code hypothesis.given} among the decorators. */
  public Optional<Call> given(SourceFile file, FunctionDef function) {
    return function.decorators().stream()
        .filter(it -> decorations.is(file, it, GIVEN))
        .map(it -> decorations.call(file, it))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void withoutDrawn(SourceFile file, FunctionDef function, List<Parameter> parameters) {
    Optional<Call> given = given(file, function);
    if (given.isEmpty()) {
      return;
    }
    Call call = given.orElseThrow();
    Set<String> keywords =
        call.keywords().stream()
            .map(Keyword::name)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    parameters.removeIf(it -> keywords.contains(it.name()));
    // Positional strategies fill the rightmost parameters that take positional arguments.
    int drawn = call.arguments().size();
    for (int at = parameters.size() - 1; at >= 0 && drawn > 0; at--) {
      if (parameters.get(at).kind() == ParameterKind.POSITIONAL_OR_KEYWORD) {
        parameters.remove(at);
        drawn--;
      }
    }
  }

  /** How many mocks {@code patch} passes: as positional arguments, so pytest drops that many. */
  private int patched(SourceFile file, FunctionDef function) {
    int count = 0;
    for (Expression decorator : function.decorators()) {
      Optional<Call> call =
          PATCHES.stream().anyMatch(it -> decorations.is(file, decorator, it))
              ? decorations.call(file, decorator)
              : Optional.empty();
      boolean object =
          decorations.is(file, decorator, "unittest.mock.patch.object")
              || decorations.is(file, decorator, "mock.patch.object");
      if (call.filter(it -> passesMock(it, object ? 2 : 1)).isPresent()) {
        count++;
      }
    }
    return count;
  }

  private static boolean passesMock(Call call, int target) {
    return call.arguments().size() <= target
        && call.keywords().stream().noneMatch(it -> it.name().filter("new"::equals).isPresent());
  }
}
