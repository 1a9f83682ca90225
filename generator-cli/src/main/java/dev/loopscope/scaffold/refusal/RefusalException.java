package dev.loopscope.scaffold.refusal;

/**
 * Carries a {@link Refusal} to the one place that prints it. Never prints, never ends a process.
 */
public class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** A refusal with no deeper cause. */
  public RefusalException(Refusal refusal) {
    super(refusal.what());
    this.refusal = refusal;
  }

  /** A refusal that an exception of the platform led to. */
  public RefusalException(Refusal refusal, Throwable cause) {
    super(refusal.what(), cause);
    this.refusal = refusal;
  }

  /** What to tell the user. */
  public Refusal refusal() {
    return refusal;
  }
}
