package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be done about an argument of a mark or of a fixture's decorator.
 *
 * @param file the file they stand in
 * @param keywords all keyword arguments of the call
 */
public record ArgumentFixes(SourceFile file, List<Keyword> keywords) {
  /** Names a positional argument whose value is a scope, unless the name is given already. */
  public Optional<Fix> named(Expression argument, String name) {
    return isScope(argument) && has(name).isEmpty()
        ? Optional.of(
            fix("name the argument `" + name + "`", argument.start(), argument.start(), name + "="))
        : Optional.empty();
  }

  /** Spells {@code loop_scope} right, if the value is a scope and the name is close to it. */
  public Optional<Fix> corrected(Keyword argument) {
    String name = argument.name().orElseThrow();
    String letters = name.toLowerCase(Locale.ROOT).replace("_", "");
    boolean meant = letters.equals("loopscope") || letters.equals("scopeloop");
    return meant && isScope(argument.value()) && has("loop_scope").isEmpty()
        ? Optional.of(
            fix(
                "rename to `loop_scope`",
                argument.start(),
                argument.start() + name.length(),
                "loop_scope"))
        : Optional.empty();
  }

  /** Takes {@code scope} away where {@code loop_scope} says the same. */
  public Optional<Fix> withoutScope() {
    Keyword scope = has("scope").orElseThrow();
    Keyword loopScope = has("loop_scope").orElseThrow();
    boolean same =
        scope.value() instanceof StringLiteral one
            && loopScope.value() instanceof StringLiteral other
            && one.value().equals(other.value());
    int at = keywords.indexOf(scope);
    boolean last = at == keywords.size() - 1;
    int start = last ? keywords.get(at - 1).end() : scope.start();
    int end = last ? scope.end() : keywords.get(at + 1).start();
    return same ? Optional.of(fix("delete `scope`", start, end, "")) : Optional.empty();
  }

  private Optional<Keyword> has(String name) {
    return keywords.stream().filter(it -> it.name().filter(name::equals).isPresent()).findFirst();
  }

  private static boolean isScope(Expression value) {
    return value instanceof StringLiteral literal && Scope.named(literal.value()).isPresent();
  }

  private Fix fix(String title, int start, int end, String replacement) {
    return new Fix(Safety.UNSAFE, title, List.of(new Edit(file.path(), start, end, replacement)));
  }
}
