package dev.loopscope.scaffold.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
final class Waiting {
  private static final long MILLIS = 20;

  private Waiting() {}

  /**
   * Returns as soon as it is so.
   *
   * @throws AssertionError if it is not so within the time
   */
  static void until(Duration time, BooleanSupplier isSo) {
    Instant latest = Instant.now().plus(time);
    while (!isSo.getAsBoolean()) {
      if (Instant.now().isAfter(latest)) {
        throw new AssertionError("what was waited for did not come within " + time);
      }
      try {
        Thread.sleep(MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("waiting was interrupted", e);
      }
    }
  }
}
