package dev.loopscope.scaffold.trace;

/** A text is no record of a run, or not one that this version reads. */
public final class UnreadableTraceException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the reason, as what follows the file's name. */
  public UnreadableTraceException(String reason) {
    super(reason);
  }
}
