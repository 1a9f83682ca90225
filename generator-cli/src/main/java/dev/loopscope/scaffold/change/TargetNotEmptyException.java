package dev.loopscope.scaffold.change;

import dev.loopscope.scaffold.refusal.Refusal;

/** A directory that was to be filled holds files already. Nothing was changed. */
public final class TargetNotEmptyException extends TargetRefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal that names what it holds. */
  public TargetNotEmptyException(Refusal refusal) {
    super(refusal);
  }
}
