package dev.loopscope.scaffold.cli.doctor;

import dev.loopscope.scaffold.cli.console.Printed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a Python says of itself and of what is installed for it.
 *
 * @param program as it is called
 * @param version of Python, such as {@code 3.11.7}
 * @param installed versions of distributions, by normalized name
 * @param conflicts what does not go together, a sentence each
 */
record PythonProbe(
    String program, String version, Map<String, String> installed, List<String> conflicts) {
  private static final String SCRIPT = "probe.py";
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){2}");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  PythonProbe {
    installed = Map.copyOf(installed);
    conflicts = List.copyOf(conflicts);
  }

  /** Asks {@code program}, which writes nothing; empty if there is none, or none that answers. */
  static Optional<PythonProbe> of(String program) {
    return printed(List.of(program, "-I", "-B", "-c", script())).flatMap(it -> read(program, it));
  }

  private static Optional<PythonProbe> read(String program, String printed) {
    Map<String, String> installed = new TreeMap<>();
    List<String> conflicts = new ArrayList<>();
    String version = "";
    for (String line : printed.lines().toList()) {
      String[] cells = line.split("\t", -1);
      // What an environment runs when its Python starts may print lines of its own.
      switch (cells[0] + "/" + cells.length) {
        case "python/2" -> version = cells[1];
        case "has/3" -> installed.put(cells[1], cells[2]);
        case "conflict/2" -> conflicts.add(cells[1]);
        default -> {}
      }
    }
    return !VERSION.matcher(version).matches()
        ? Optional.empty()
        : Optional.of(new PythonProbe(program, version, installed, conflicts));
  }

  /** What a program prints; empty if it cannot be run, fails, or does not end. */
  static Optional<String> printed(List<String> command) {
    try {
      return Printed.by(
              new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD), PATIENCE)
          .filter(it -> it.exit() == 0)
          .map(Printed::text);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The environment's Python. */
  static String in(Path environment) {
    return environment.resolve("bin/python").toString();
  }

  private static String script() {
    try (InputStream script = PythonProbe.class.getResourceAsStream(SCRIPT)) {
      if (script == null) {
        throw new IllegalStateException(SCRIPT + " is missing from the build");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(SCRIPT + " cannot be read", e);
    }
  }
}
