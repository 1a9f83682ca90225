package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.suite.resource.BoundWhen;
import dev.loopscope.scaffold.suite.resource.CatalogueLine;
import dev.loopscope.scaffold.suite.resource.OnAnotherLoop;

/** The catalogue of loop-bound objects in words. */
final class CatalogueWords {
  private CatalogueWords() {}

  /** What a test on another loop sees; what is never said of such objects is a dash. */
  static String onAnotherLoop(OnAnotherLoop outcome) {
    return switch (outcome) {
      case BREAKS -> "fails every time";
      case BREAKS_EVERY_SECOND -> "fails in every second test";
      case BREAKS_LATER -> "fails once a task has to wait for it";
      case HANGS -> "never answers";
      case SILENTLY_WRONG -> "does nothing, and raises no error";
      case TOLERATES -> "works; to be closed it needs its own loop";
      case SAFE -> "works";
      case NOTHING, UNKNOWN -> "-";
    };
  }

  /** When it becomes one of a loop. */
  static String bound(BoundWhen when) {
    return switch (when) {
      case RUNNING_LOOP -> "when it is made, which needs a running loop";
      case CURRENT_LOOP -> "when it is made, to the current loop, running or not";
      case IS_A_LOOP -> "it is a loop";
      case OPENED -> "when it is awaited, entered or started";
      case FIRST_USE -> "at its first use";
      case FIRST_USE_HIDDEN -> "at its first use; it tries again by itself, so nothing shows";
      case FIRST_WAIT -> "when a task first has to wait for it";
      case CLOSED_WITH_LOOP -> "never, but it ends with the first loop";
      case NEVER -> "never";
      case NOT_SAID -> "-";
    };
  }

  /** {@code in the usual case}, or what is special about a line. */
  static String circumstance(CatalogueLine line) {
    return line.circumstance().isEmpty() ? "in the usual case" : line.circumstance();
  }
}
