package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import java.util.Optional;
import java.util.Set;

/** Says which exceptions handlers let pass. */
public final class Caught {
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

  /** Those that end waiting that is in vain, or not wanted any more. */
  private static final Set<String> END_OF_WAITING = Set.of("CancelledError", "TimeoutError");

  /** Others that are no {@code RuntimeError}, and none that stands above it. */
  private static final Set<String> OTHERS =
      Set.of(
          "AssertionError", "AttributeError", "OSError", "TimeoutError", "TypeError", "ValueError");

  private Caught() {}

  /** Whether a block is entered that waits for exceptions. */
  public static boolean isExpecting(Call context) {
    return FunctionCode.isExpecting(context);
  }

  /** Whether a handler lets every {@code RuntimeError} pass; one without a type does not. */
  public static boolean passesRuntimeErrors(Optional<Expression> type) {
    return type.filter(it -> isAmong(it, NARROW) || isAmong(it, OTHERS)).isPresent();
  }

  /** Whether a handler takes what ends waiting. */
  public static boolean takesTheEndOfWaiting(Expression type) {
    return isAmong(type, END_OF_WAITING);
  }

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
    return isAmong(type, NARROW);
  }

  private static boolean isAmong(Expression type, Set<String> names) {
    if (type instanceof Tuple several) {
      return several.elements().stream().allMatch(it -> isAmong(it, names));
    }
    return type instanceof Attribute of
        ? of.value() instanceof Name && names.contains(of.attr())
        : type instanceof Name name && names.contains(name.id());
  }
}
