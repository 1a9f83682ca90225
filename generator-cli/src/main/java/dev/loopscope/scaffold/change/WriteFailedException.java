package dev.loopscope.scaffold.change;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.io.IOException;

/** The disk failed while a plan was being written. What was staged has been taken away again. */
public final class WriteFailedException extends RefusalException {
  private static final long serialVersionUID = 1L;

  /** A failure that {@code cause} describes. */
  public WriteFailedException(Refusal refusal, IOException cause) {
    super(refusal, cause);
  }
}
