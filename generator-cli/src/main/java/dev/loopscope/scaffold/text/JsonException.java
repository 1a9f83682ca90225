package dev.loopscope.scaffold.text;

/** A text is no JSON. */
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  JsonException(String reason, int line) {
    super(reason);
    this.line = line;
  }

  /** The line, from 1, on which it stops being JSON. */
  public int line() {
    return line;
  }
}
