package dev.loopscope.scaffold.answers;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;

/** Asks whether a value is taken, and with which words it is refused. */
final class Names {
  private Names() {}

  static boolean taken(Runnable attempt) {
    try {
      attempt.run();
      return true;
    } catch (RefusalException e) {
      return false;
    }
  }

  static Refusal refusal(Runnable attempt) {
    return catchThrowableOfType(RefusalException.class, attempt::run).refusal();
  }
}
