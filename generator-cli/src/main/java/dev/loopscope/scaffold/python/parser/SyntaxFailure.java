package dev.loopscope.scaffold.python.parser;

/** A grammar rule could not be met. Carries no stack trace: it is thrown to be caught nearby. */
final class SyntaxFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int offset;

  SyntaxFailure(String reason, int offset) {
    super(reason, null, false, false);
    this.reason = reason;
    this.offset = offset;
  }

  String reason() {
    return reason;
  }

  int offset() {
    return offset;
  }
}
