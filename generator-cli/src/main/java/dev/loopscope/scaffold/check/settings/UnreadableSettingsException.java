package dev.loopscope.scaffold.check.settings;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;

/** A file that may hold the project's settings cannot be read, whatever it says. */
public final class UnreadableSettingsException extends RefusalException {
  private static final long serialVersionUID = 1L;

  UnreadableSettingsException(Refusal refusal) {
    super(refusal);
  }
}
