package dev.loopscope.scaffold.python.source;

/** The bytes of a file are no Python text. */
public final class UndecodableSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String encoding;

  UndecodableSourceException(String encoding, String reason) {
    super(reason);
    this.encoding = encoding;
  }

  /** The encoding as the file declares it, or {@code utf-8}. */
  public String encoding() {
    return encoding;
  }
}
