package dev.loopscope.scaffold.suite.mark;

import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * One mark of a test, such as {@code pytest.mark.asyncio(loop_scope="session")}. Two marks are
 * equal only if they are the same object.
 *
 * @param name the name behind {@code pytest.mark}
 * @param level where it was put on
 * @param file the file that {@code expression} stands in
 * @param expression what makes the mark: the call, or the bare attribute. Where a name is bound to
 *     the mark, this is what the name is bound to, and {@code use} is where the name stands
 * @param use the decorator or the element of {@code pytestmark} as it stands; often the expression
 *     itself
 * @param useFile the file that {@code use} stands in
 * @param call the call, if the mark has arguments or empty parentheses
 * @param owner for {@link MarkLevel#CLASS}, the class in whose body or on whose definition it
 *     stands
 */
public record Mark(
    String name,
    MarkLevel level,
    SourceFile file,
    Expression expression,
    Expression use,
    SourceFile useFile,
    Optional<Call> call,
    Optional<SuiteClass> owner) {

  /** The same, where this puts it on. */
  Mark usedAt(SourceFile file, Expression place) {
    return new Mark(name, level, this.file, expression, place, file, call, owner);
  }

  /** The positional arguments; none for a bare mark. */
  public List<Expression> arguments() {
    return call.map(Call::arguments).orElse(List.of());
  }

  /** The keyword arguments; one without a name is {@code **mapping}. */
  public List<Keyword> keywords() {
    return call.map(Call::keywords).orElse(List.of());
  }

  /** The value of a keyword argument that is written out. */
  public Optional<Expression> keyword(String keyword) {
    return keywords().stream()
        .filter(it -> it.name().filter(keyword::equals).isPresent())
        .map(Keyword::value)
        .findFirst();
  }

  /** Whether the mark has no arguments. */
  public boolean isBare() {
    return arguments().isEmpty() && keywords().isEmpty();
  }

  /** Where the mark's own text stands. */
  public Location location() {
    return file.location(expression);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name + " (" + level + ") in " + file.path();
  }
}
