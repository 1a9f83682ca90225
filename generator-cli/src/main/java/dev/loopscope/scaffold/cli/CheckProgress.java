package dev.loopscope.scaffold.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says on a terminal what a check is at, if it takes more than a second. */
final class CheckProgress implements AutoCloseable {
  private final Console console;
  private final ScheduledExecutorService clock;
  private volatile String doing = "";
  private boolean closed;

  private CheckProgress(Console console, ScheduledExecutorService clock) {
    this.console = console;
    this.clock = clock;
  }

  /** Starts the clock. */
  static CheckProgress start(Console console) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    CheckProgress progress = new CheckProgress(console, clock);
    if (console.showsProgress()) {
      long start = System.nanoTime();
      clock.scheduleAtFixedRate(() -> progress.tick(start), 1, 1, TimeUnit.SECONDS);
    }
    return progress;
  }

  /** What is being done from now on. */
  void show(String nowDoing) {
    doing = nowDoing;
  }

  private synchronized void tick(long start) {
    if (!closed) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      console.progress("scaffold: " + doing + ", " + seconds + " s");
    }
  }

  /** Takes the line away again. */
  @Override
  public synchronized void close() {
    closed = true;
    clock.shutdownNow();
    console.progress("");
  }
}
