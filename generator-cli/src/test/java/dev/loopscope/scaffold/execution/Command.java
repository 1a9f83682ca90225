package dev.loopscope.scaffold.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A command line to run in an environment that holds none of this machine's Python or pytest
 * settings, so that a suite is seen as on a fresh one.
 *
 * @param words the executable and its arguments
 * @param directory where it runs
 * @param settings what the environment holds besides
 * @param limit how long it may take
 */
record Command(List<String> words, Path directory, Map<String, String> settings, Duration limit) {
  private static final List<String> SETTINGS_OF_THIS_MACHINE =
      List.of(
          "PYTHON",
          "PYTEST",
          "PY_",
          "HYPOTHESIS",
          "COVERAGE",
          "MYPY",
          "RUFF",
          "VIRTUAL_ENV",
          "FORCE_COLOR",
          "CLICOLOR",
          "COLUMNS",
          "LINES",
          "BUILD_NUMBER",
          "DATABASE_URL",
          "REDIS_URL",
          "ANYIO",
          "UVLOOP");

  Command {
    words = List.copyOf(words);
    settings = Map.copyOf(settings);
  }

  /**
   * What a command left behind.
   *
   * @param exitCode as the system gives it
   * @param output both of its streams, in the order they were written
   */
  record Ended(int exitCode, String output) {
    /**
     * The output of a command that nothing can go on without.
     *
     * @throws AssertionError if it failed, with its output
     */
    String orFail(String what) {
      if (exitCode != 0) {
        throw new AssertionError(what + " failed with exit code " + exitCode + ":\n" + output);
      }
      return output;
    }
  }

  static Command of(String... words) {
    return of(List.of(words));
  }

  static Command of(List<String> words) {
    return new Command(words, Path.of("").toAbsolutePath(), Map.of(), Duration.ofMinutes(10));
  }

  Command in(Path where) {
    return new Command(words, where, settings, limit);
  }

  Command within(Duration time) {
    return new Command(words, directory, settings, time);
  }

  Command with(String name, String value) {
    return with(Map.of(name, value));
  }

  Command with(Map<String, String> others) {
    Map<String, String> more = new TreeMap<>(settings);
    more.putAll(others);
    return new Command(words, directory, more, limit);
  }

  /**
   * Runs it to its end.
   *
   * @throws AssertionError if it is not over in time; it and all it started are ended then
   */
  Ended run() {
    try {
      Path output = Files.createTempFile("scaffold-it", ".out");
      try {
        int exitCode = exitCode(started(output), output);
        return new Ended(exitCode, read(output));
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process started(Path output) throws IOException {
    return builder()
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(output.toFile())
        .start();
  }

  /** What it is started with, its streams not yet redirected. */
  ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words);
    Map<String, String> environment = builder.environment();
    environment
        .keySet()
        .removeIf(name -> SETTINGS_OF_THIS_MACHINE.stream().anyMatch(name::startsWith));
    environment.remove("CI");
    environment.put("NO_COLOR", "1");
    environment.put("COLUMNS", "200");
    environment.put("PYTHONUTF8", "1");
    environment.put("PIP_NO_INPUT", "1");
    environment.put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
    environment.putAll(settings);
    return builder.directory(directory.toFile());
  }

  private int exitCode(Process process, Path output) throws IOException {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    throw new AssertionError(words + " was not over within " + limit + ":\n" + read(output));
  }

  static String read(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
  }
}
