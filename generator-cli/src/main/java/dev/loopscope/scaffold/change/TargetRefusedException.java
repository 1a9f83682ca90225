package dev.loopscope.scaffold.change;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;

/** What is on the disk already does not allow the plan. Nothing was changed. */
public class TargetRefusedException extends RefusalException {
  private static final long serialVersionUID = 1L;

  /** A refusal that the disk gave reason for. */
  public TargetRefusedException(Refusal refusal) {
    super(refusal);
  }

  /** A refusal that an exception of the platform led to. */
  public TargetRefusedException(Refusal refusal, Throwable cause) {
    super(refusal, cause);
  }
}
