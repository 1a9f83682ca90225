package dev.loopscope.scaffold.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What CPython reads in a file.
 *
 * @param tokens one line for each token
 * @param tokenRefusal why {@code tokenize} refuses the file, if it does
 * @param nodes one line for each node
 * @param nodeRefusal why {@code ast} refuses the file, if it does
 */
record CPythonVerdict(
    Path file,
    List<String> tokens,
    Optional<String> tokenRefusal,
    List<String> nodes,
    Optional<String> nodeRefusal) {
  private static final String SCRIPT = "cpython_oracle.py";

  /**
   * Asks one process about all files, and hands on what it says as it comes. After {@code limit}
   * the process is ended, which is a failure.
   */
  static void ask(
      CPython python, List<Path> files, Path scratch, Duration limit, Consumer<CPythonVerdict> each)
      throws IOException, InterruptedException {
    Path script = scratch.resolve(SCRIPT);
    try (InputStream resource = CPythonVerdict.class.getResourceAsStream(SCRIPT)) {
      if (resource == null) {
        throw new IOException(SCRIPT + " is not on the class path");
      }
      Files.copy(resource, script, StandardCopyOption.REPLACE_EXISTING);
    }
    Path list = scratch.resolve("files.txt");
    Files.write(list, files.stream().map(Path::toString).toList());
    Process process =
        new ProcessBuilder(python.executable().toString(), "-I", script.toString())
            .redirectInput(list.toFile())
            .redirectError(scratch.resolve("errors.txt").toFile())
            .start();
    CPython.endAfter(limit, process);
    try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        each.accept(read(Path.of(line.substring(2)), answers));
      }
    }
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      String errors = Files.readString(scratch.resolve("errors.txt"));
      throw new IOException(
          "Python %s ended with %d, or was ended after %s: %s"
              .formatted(python, exitCode, limit, errors));
    }
  }

  private static CPythonVerdict read(Path file, BufferedReader answers) {
    List<String> tokens = new ArrayList<>();
    List<String> nodes = new ArrayList<>();
    Optional<String> tokenRefusal = Optional.empty();
    Optional<String> nodeRefusal = Optional.empty();
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        switch (line.substring(0, Math.min(2, line.length()))) {
          case "T " -> tokens.add(line);
          case "N " -> nodes.add(line);
          case "!T" -> tokenRefusal = Optional.of(line);
          case "!N" -> nodeRefusal = Optional.of(line);
          default -> {
            return new CPythonVerdict(file, tokens, tokenRefusal, nodes, nodeRefusal);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("Python ended, or was ended, while it read " + file);
  }
}
