package dev.loopscope.scaffold.archetype;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process did.
 *
 * @param exitCode its exit code
 * @param output both of its streams, as they came
 */
record Run(int exitCode, String output) {
  /** Runs {@code command} in {@code directory} to its end. */
  static Run of(Path directory, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  /** How often {@code text} is in the output. */
  int count(String text) {
    return (output.length() - output.replace(text, "").length()) / text.length();
  }
}
