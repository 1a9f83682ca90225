package dev.loopscope.scaffold.cli.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

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
    // A file, because what the program has started may hold a pipe open when it has ended itself.
    Path output = Files.createTempFile("scaffold", ".out");
    try {
      Process run = program.redirectOutput(output.toFile()).start();
      try {
        run.getOutputStream().close();
        return run.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
            ? Optional.of(
                new Printed(
                    run.exitValue(),
                    new String(Files.readAllBytes(output), StandardCharsets.UTF_8)))
            : Optional.empty();
      } finally {
        run.descendants().forEach(ProcessHandle::destroyForcibly);
        run.destroyForcibly();
      }
    } finally {
      Files.delete(output);
    }
  }
}
