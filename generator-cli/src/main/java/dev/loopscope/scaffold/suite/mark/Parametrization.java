package dev.loopscope.scaffold.suite.mark;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * One {@code pytest.mark.parametrize} of a test.
 *
 * @param mark the mark
 * @param names the names it gives values to
 * @param indirect those of the names whose values go to a fixture as {@code request.param}
 * @param values the expression of the values
 * @param file the file that {@code values} stands in
 * @param scope the {@code scope} it states, which the fixtures of indirect names then have; empty
 *     otherwise
 */
public record Parametrization(
    Mark mark,
    List<String> names,
    List<String> indirect,
    Expression values,
    SourceFile file,
    Optional<Reading<Scope>> scope) {
  /** Keeps unmodifiable copies. */
  public Parametrization {
    names = List.copyOf(names);
    indirect = List.copyOf(indirect);
  }

  /** The names whose values go to the test itself, in place of a fixture. */
  public List<String> direct() {
    return names.stream().filter(name -> !indirect.contains(name)).toList();
  }
}
