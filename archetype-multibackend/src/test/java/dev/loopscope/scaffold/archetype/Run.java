package dev.loopscope.scaffold.archetype;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a process did.
 *
 * @param exitCode its exit code
 * @param output both of its streams, as they came
 */
record Run(int exitCode, String output) {
  /** Runs {@code command} in {@code directory} to its end. */
  static Run of(Path directory, List<String> command) throws IOException, InterruptedException {
    return of(directory, command, Map.of());
  }

  /** The same with {@code settings} in its environment. */
  static Run of(Path directory, List<String> command, Map<String, String> settings)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().putAll(settings);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  /** How often {@code text} is in the output. */
  int count(String text) {
    return (output.length() - output.replace(text, "").length()) / text.length();
  }
}
