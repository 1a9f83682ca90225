package dev.loopscope.scaffold.cli.console;

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
      // What it has started may hold the stream open, whether or not it has ended itself.
      CompletableFuture<byte[]> bytes = CompletableFuture.supplyAsync(() -> all(run));
      String text =
          new String(bytes.get(patience.toMillis(), TimeUnit.MILLISECONDS), StandardCharsets.UTF_8);
      return run.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
          ? Optional.of(new Printed(run.exitValue(), text))
          : Optional.empty();
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IOException("what it prints cannot be read", e);
    } finally {
      run.descendants().forEach(ProcessHandle::destroyForcibly);
      run.destroyForcibly();
    }
  }

  private static byte[] all(Process run) {
    try {
      return run.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
