package dev.loopscope.scaffold.cli.trace;

import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end pytest and not what tells of it: a terminal sends it to both, and this process
 * ends by itself once all is told, with pytest's exit code.
 */
final class Interruption {
  private static final long SECONDS_TO_TELL = 60;

  private final Thread waiting;

  private Interruption(Thread telling) {
    this.waiting = new Thread(() -> await(telling), "waits for the trace to be told");
  }

  /** From now on, until {@link #end}, for what this thread does. */
  static Interruption held() {
    Interruption held = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(held.waiting);
    return held;
  }

  private static void await(Thread telling) {
    try {
      // If pytest does not end, there is nothing to wait for any more.
      telling.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_TELL));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All is told. */
  void end() {
    try {
      Runtime.getRuntime().removeShutdownHook(waiting);
    } catch (IllegalStateException ending) {
      // It is what this was for.
    }
  }
}
