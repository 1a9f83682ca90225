package dev.loopscope.scaffold.python.literal;

/**
 * What stands in a literal is none of Python's escapes. Carries no stack trace: it is thrown to be
 * caught nearby.
 */
public final class MalformedLiteralException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  MalformedLiteralException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** What was expected instead. */
  public String reason() {
    return reason;
  }
}
