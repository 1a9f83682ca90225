package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.ParameterKind;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/** Lets a function take one more parameter. */
public final class ParameterAddition {
  private ParameterAddition() {}

  /**
   * The fix that adds a parameter behind the last one without a default; absent if the function has
   * other than plain parameters.
   */
  public static Optional<Fix> of(SourceFile file, FunctionDef function, String name) {
    List<Parameter> parameters = function.parameters();
    boolean plain =
        function.typeParameters().isEmpty()
            && parameters.stream().allMatch(it -> it.kind() == ParameterKind.POSITIONAL_OR_KEYWORD);
    if (!plain) {
      return Optional.empty();
    }
    return edit(file, function, name)
        .map(
            it ->
                new Fix(
                    Safety.UNSAFE,
                    "let `" + function.name().id() + "` take `" + name + "`",
                    List.of(it)));
  }

  /** The edit that adds a parameter before all others. */
  public static Optional<Edit> first(SourceFile file, FunctionDef function, String name) {
    List<Parameter> parameters = function.parameters();
    if (parameters.isEmpty()) {
      return edit(file, function, name);
    }
    return parameters.get(0).kind() == ParameterKind.POSITIONAL_OR_KEYWORD
        ? Optional.of(insertion(file, parameters.get(0).start(), name + ", "))
        : Optional.empty();
  }

  private static Optional<Edit> edit(SourceFile file, FunctionDef function, String name) {
    List<Parameter> parameters = function.parameters();
    if (parameters.isEmpty()) {
      int bracket = file.source().text().indexOf('(', function.name().end());
      boolean next =
          bracket >= 0 && file.source().text().substring(function.name().end(), bracket).isBlank();
      return next ? Optional.of(insertion(file, bracket + 1, name)) : Optional.empty();
    }
    Optional<Parameter> last =
        parameters.stream()
            .filter(it -> it.defaultValue().isEmpty())
            .reduce((former, latter) -> latter);
    return Optional.of(
        last.map(it -> insertion(file, it.end(), ", " + name))
            .orElseGet(() -> insertion(file, parameters.get(0).start(), name + ", ")));
  }

  private static Edit insertion(SourceFile file, int offset, String text) {
    return new Edit(file.path(), offset, offset, text);
  }
}
