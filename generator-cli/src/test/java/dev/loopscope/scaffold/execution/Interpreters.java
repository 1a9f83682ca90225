package dev.loopscope.scaffold.execution;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for Pythons: on the PATH, and where pyenv keeps them. Only released CPythons count, because
 * only for those do the plugins publish what they need.
 */
final class Interpreters {
  private static final List<String> COMMANDS =
      List.of(
          "python3",
          "python3.10",
          "python3.11",
          "python3.12",
          "python3.13",
          "python3.14",
          "python3.15");

  private static final String PROBE =
      "import sys; v = sys.version_info;"
          + " print(v.major, v.minor, v.releaselevel, sys.implementation.name, sys.executable)";

  private Interpreters() {}

  /**
   * One interpreter for each version from 3.10 on, the PATH's {@code python3} first.
   *
   * @throws AssertionError if there is none: these tests are not to be skipped
   */
  static List<Interpreter> found(Map<String, String> environment) {
    Map<Integer, Interpreter> byMinor = new LinkedHashMap<>();
    for (Path candidate : candidates(environment)) {
      probed(candidate).ifPresent(found -> byMinor.putIfAbsent(found.minor(), found));
    }
    Collection<Interpreter> found = byMinor.values();
    if (found.isEmpty()) {
      throw new AssertionError(
          "no Python 3.10 or later is on the PATH or below PYENV_ROOT; install one to run these"
              + " tests");
    }
    return List.copyOf(found);
  }

  private static List<Path> candidates(Map<String, String> environment) {
    List<Path> candidates = new ArrayList<>();
    for (String directory : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      COMMANDS.forEach(command -> candidates.add(Path.of(directory, command)));
    }
    Optional.ofNullable(environment.get("PYENV_ROOT"))
        .ifPresent(root -> candidates.addAll(versions(Path.of(root, "versions"))));
    candidates.removeIf(candidate -> !Files.isExecutable(candidate));
    return candidates;
  }

  private static List<Path> versions(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> versions = Files.list(directory)) {
      return versions.sorted().map(version -> version.resolve("bin/python")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a candidate says it is; nothing if it is too old, no release, or no Python at all. */
  private static Optional<Interpreter> probed(Path candidate) {
    Command probe = Command.of(candidate.toString(), "-I", "-c", PROBE);
    Command.Ended ended = probe.within(Duration.ofMinutes(5)).run();
    String[] words = ended.output().strip().split(" ", 5);
    boolean released =
        ended.exitCode() == 0
            && words.length == 5
            && words[0].equals("3")
            && words[2].equals("final")
            && words[3].equals("cpython");
    return released && Integer.parseInt(words[1]) >= Interpreter.OLDEST_MINOR
        ? Optional.of(new Interpreter(Path.of(words[4]), Integer.parseInt(words[1])))
        : Optional.empty();
  }
}
