package dev.loopscope.scaffold.suite.resource;

/**
 * What was seen when an object was used on a second loop, in the catalogue's words.
 *
 * @param outside made outside any loop, used on loop 1, which is closed, and then on loop 2
 * @param open made and used on loop 1, which stays open but does not run, and then used on loop 2
 * @param closed the same, with loop 1 closed first
 * @param closing only closed on loop 2
 */
public record Outcomes(String outside, String open, String closed, String closing) {
  private static final String WORKS = "ok";

  /** Of an object of a wider loop, such as a session's, in a test on a loop of its own. */
  public OnAnotherLoop whileItsLoopIsOpen() {
    return read(open);
  }

  /** Of an object whose loop is gone. */
  public OnAnotherLoop onceItsLoopIsClosed() {
    return read(closed);
  }

  /** Of an object that was made where no loop runs, such as in a module, and used on several. */
  public OnAnotherLoop madeOutside() {
    return read(outside);
  }

  private OnAnotherLoop read(String text) {
    if (text.endsWith("(already on loop 1)") || text.startsWith("fails already")) {
      // What is wrong on its own loop too says nothing about another.
      return OnAnotherLoop.UNKNOWN;
    }
    if (text.equals(WORKS)) {
      return closing.contains("fails") || closing.contains("hangs")
          ? OnAnotherLoop.TOLERATES
          : OnAnotherLoop.SAFE;
    }
    if (text.startsWith("fails always") || text.startsWith("process killed")) {
      return OnAnotherLoop.BREAKS;
    }
    if (text.startsWith("fails later")) {
      return OnAnotherLoop.BREAKS_LATER;
    }
    if (text.startsWith("fails ")) {
      return OnAnotherLoop.BREAKS_EVERY_SECOND;
    }
    return switch (text) {
      case "hangs" -> OnAnotherLoop.HANGS;
      case "silently wrong" -> OnAnotherLoop.SILENTLY_WRONG;
      default -> OnAnotherLoop.UNKNOWN;
    };
  }
}
