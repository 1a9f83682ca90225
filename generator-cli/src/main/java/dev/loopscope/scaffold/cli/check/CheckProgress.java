package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.cli.console.Console;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

/** Says on a terminal what a check is at, if it takes more than a second. */
final class CheckProgress implements AutoCloseable {
  private static final long SECOND = 1000;

  private final Console console;
  private final Timer clock = new Timer("progress", true);
  private volatile String doing = "";
  private boolean closed;

  private CheckProgress(Console console) {
    this.console = console;
  }

  /** Starts the clock. */
  static CheckProgress start(Console console) {
    CheckProgress progress = new CheckProgress(console);
    if (console.terminal().progress()) {
      long start = System.nanoTime();
      TimerTask tick =
          new TimerTask() {
            @Override
            public void run() {
              progress.tick(start);
            }
          };
      progress.clock.scheduleAtFixedRate(tick, SECOND, SECOND);
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
    clock.cancel();
    console.progress("");
  }
}
