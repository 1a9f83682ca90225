package dev.loopscope.scaffold.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What another program printed.
 *
 * @param exit the code that it ended with
 * @param text all of it
 */
public record Printed(int exit, String text) {
  /**
   * After its end, what a program printed is there at once: a pipe that stays open is another's.
   */
  private static final long MILLIS_BEHIND_THE_END = 1_000;

  /**
   * Runs a program to its end, without an answer to whatever it asks.
   *
   * @param patience after which it is ended, with all that it has started
   * @return empty if it had to be ended
   * @throws IOException if it cannot be run
   */
  public static Optional<Printed> by(ProcessBuilder program, Duration patience)
      throws IOException, InterruptedException {
    Process run = program.start();
    try {
      run.getOutputStream().close();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> read(run, bytes));
      if (!run.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      try {
        reading.get(MILLIS_BEHIND_THE_END, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // What it has started holds the pipe open.
      }
      return Optional.of(new Printed(run.exitValue(), bytes.toString(StandardCharsets.UTF_8)));
    } catch (ExecutionException e) {
      throw new IOException("what it prints cannot be read", e);
    } finally {
      run.descendants().forEach(ProcessHandle::destroyForcibly);
      run.destroyForcibly();
    }
  }

  private static void read(Process run, ByteArrayOutputStream bytes) {
    try {
      run.getInputStream().transferTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
