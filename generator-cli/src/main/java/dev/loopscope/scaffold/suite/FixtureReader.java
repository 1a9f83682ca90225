package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.Resolution;
import dev.loopscope.scaffold.suite.module.Resolver;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads fixtures from what names stand for. Each definition is read once. */
final class FixtureReader {
  private final Resolver resolver;
  private final FixtureMakers makers;
  private final Decorations decorations;
  private final Signatures signatures;
  private final MarkReader marks;
  private final SuiteClasses classes;
  private final IdentityHashMap<Object, Map<String, Optional<Fixture>>> read =
      new IdentityHashMap<>();

  FixtureReader(
      Resolver resolver, Decorations decorations, MarkReader marks, SuiteClasses classes) {
    this.resolver = resolver;
    this.makers = new FixtureMakers(resolver);
    this.decorations = decorations;
    this.signatures = new Signatures(decorations);
    this.marks = marks;
    this.classes = classes;
  }

  /**
   * The fixture that a name is bound to.
   *
   * @param name the name, which is the fixture's unless its decorator states another
   */
  Optional<Fixture> fixture(Resolution bound, String name) {
    if (bound instanceof Resolution.Function function) {
      return remembered(
          function.definition(),
          name,
          () -> decorated(function.file(), function.definition(), name));
    }
    if (bound instanceof Resolution.Value value && value.expression() instanceof Call call) {
      return remembered(call, name, () -> called(value.file(), call, name));
    }
    return Optional.empty();
  }

  private Optional<Fixture> remembered(
      Object definition, String name, Supplier<Optional<Fixture>> reading) {
    Map<String, Optional<Fixture>> names = read.computeIfAbsent(definition, key -> new HashMap<>());
    Optional<Fixture> known = names.get(name);
    if (known == null) {
      known = reading.get();
      names.put(name, known);
    }
    return known;
  }

  /** Why a name that is bound to no known fixture may be one all the same; empty if it cannot. */
  Optional<String> doubt(Resolution bound) {
    if (bound instanceof Resolution.Unresolved unresolved) {
      return Optional.of(unresolved.reason());
    }
    if (bound instanceof Resolution.External external) {
      return StandardLibrary.holds(external.qualifiedName())
          ? Optional.empty()
          : Optional.of("`" + external.qualifiedName() + "` is outside the project");
    }
    if (bound instanceof Resolution.Function function) {
      return function.definition().decorators().stream()
          .filter(it -> mayMakeFixture(function.file(), it))
          .map(it -> "the decorator `" + function.file().text(it) + "` is not known")
          .findFirst();
    }
    if (bound instanceof Resolution.Value value && value.expression() instanceof Call call) {
      return mayMakeFixture(value.file(), call.function())
          ? Optional.of("`" + value.file().text(call.function()) + "` may make a fixture")
          : Optional.empty();
    }
    return Optional.empty();
  }

  private boolean mayMakeFixture(SourceFile file, Expression function) {
    Resolution resolution = resolver.resolve(file, function);
    if (resolution instanceof Resolution.Value value && value.expression() instanceof Call call) {
      return mayMakeFixture(value.file(), call.function());
    }
    if (resolution instanceof Resolution.Function project) {
      return makers.mentioned(project).isPresent();
    }
    if (resolution instanceof Resolution.External external) {
      return external.qualifiedName().contains("fixture");
    }
    return resolution instanceof Resolution.Unresolved;
  }

  private Optional<Fixture> decorated(SourceFile file, FunctionDef function, String name) {
    List<Expression> decorators = function.decorators();
    for (int at = 0; at < decorators.size(); at++) {
      Expression decorator = decorators.get(at);
      Optional<FixtureMaking> making = makers.of(file, decorator);
      if (making.isPresent()) {
        List<Expression> inner = decorators.subList(at + 1, decorators.size());
        return Optional.of(
            fixture(
                new Made(name, file, function, file, decorator, making.orElseThrow()),
                decorations.kind(file, function, inner)));
      }
    }
    return Optional.empty();
  }

  /** {@code pool = pytest.fixture(make_pool)} or {@code pool = pytest.fixture(...)(make_pool)}. */
  private Optional<Fixture> called(SourceFile file, Call call, String name) {
    Optional<FixtureMaking> making = makers.of(file, call.function());
    Optional<Expression> argument =
        call.arguments().isEmpty() ? Optional.empty() : Optional.of(call.arguments().get(0));
    if (making.isEmpty()
        || argument.isEmpty()
        || !(resolver.resolve(file, argument.orElseThrow())
            instanceof Resolution.Function function)) {
      return Optional.empty();
    }
    FixtureMaking all = makers.of(file, call).orElseGet(making::orElseThrow);
    return Optional.of(
        fixture(
            new Made(name, function.file(), function.definition(), file, call, all),
            decorations.kind(
                function.file(), function.definition(), function.definition().decorators())));
  }

  /** A function and what makes it a fixture. */
  private record Made(
      String boundName,
      SourceFile file,
      FunctionDef function,
      SourceFile decoratorFile,
      Expression decorator,
      FixtureMaking making) {}

  private Fixture fixture(Made made, Reading<FunctionKind> kind) {
    FixtureArguments arguments = new FixtureArguments(resolver, made.making());
    Optional<SuiteClass> owner = classes.owner(made.file(), made.function());
    return new Fixture(
        arguments.name().orElse(made.boundName()),
        made.file(),
        made.function(),
        owner,
        made.making().maker(),
        made.decorator(),
        made.decoratorFile(),
        arguments.scope(),
        arguments.loopScope(),
        arguments.autouse(),
        arguments.params(),
        kind,
        signatures.requested(made.file(), made.function(), owner.isPresent()),
        marks
            .decorators(
                made.file(), made.function().decorators(), MarkLevel.FUNCTION, Optional.empty())
            .marks());
  }
}
