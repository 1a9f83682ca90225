package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.ParameterKind;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/** Requests a fixture by a parameter in place of a call. */
public final class ParameterInstead {
  private ParameterInstead() {}

  /** The fix, where the function has plain parameters and none of the fixture's name yet. */
  public static Optional<Fix> of(SourceFile file, FunctionDef function, Call call, String name) {
    List<Parameter> parameters = function.parameters();
    boolean plain =
        !parameters.isEmpty()
            && parameters.stream()
                .allMatch(
                    it ->
                        it.kind() == ParameterKind.POSITIONAL_OR_KEYWORD
                            && it.defaultValue().isEmpty()
                            && !it.name().equals(name));
    if (!plain || !isIdentifier(name)) {
      return Optional.empty();
    }
    int end = parameters.get(parameters.size() - 1).end();
    return Optional.of(
        new Fix(
            Safety.UNSAFE,
            "take `" + name + "` as a parameter",
            List.of(
                new Edit(file.path(), end, end, ", " + name),
                new Edit(file.path(), call.start(), call.end(), name))));
  }

  private static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.charAt(0))
        && name.chars().allMatch(Character::isJavaIdentifierPart);
  }
}
