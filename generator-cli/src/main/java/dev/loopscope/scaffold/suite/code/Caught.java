package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import java.util.Set;

/** Says which exceptions a handler lets pass. */
final class Caught {
  /**
   * Exceptions that nothing raises for being used on a wrong loop, without those that libraries
   * derive theirs from, those that tell of waiting in vain, and those that ask what is installed.
   */
  private static final Set<String> NARROW =
      Set.of(
          "ArithmeticError",
          "CancelledError",
          "FloatingPointError",
          "IndexError",
          "JSONDecodeError",
          "KeyError",
          "OverflowError",
          "QueueEmpty",
          "QueueFull",
          "StopAsyncIteration",
          "StopIteration",
          "UnicodeDecodeError",
          "UnicodeEncodeError",
          "ZeroDivisionError");

  private Caught() {}

  /** Whether the handlers of a block let pass what is raised on a wrong loop. */
  static boolean passesWrongLoops(Try attempt) {
    return attempt.handlers().stream()
        .allMatch(it -> it.type().filter(Caught::isNarrow).isPresent());
  }

  /** The same of {@code suppress(KeyError)}. */
  static boolean passesWrongLoops(Call suppressing) {
    return suppressing.keywords().isEmpty()
        && suppressing.arguments().stream().allMatch(Caught::isNarrow);
  }

  private static boolean isNarrow(Expression type) {
    if (type instanceof Tuple several) {
      return several.elements().stream().allMatch(Caught::isNarrow);
    }
    return type instanceof Attribute of
        ? of.value() instanceof Name && NARROW.contains(of.attr())
        : type instanceof Name name && NARROW.contains(name.id());
  }
}
