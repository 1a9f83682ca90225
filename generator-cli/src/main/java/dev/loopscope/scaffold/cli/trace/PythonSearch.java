package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.cli.console.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a project's Python may be, the surest place first. Nothing is made and nothing installed.
 *
 * @param directory the project's
 * @param active the virtual environment that the shell is in
 */
record PythonSearch(Path directory, Optional<String> active) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> IN_ENVIRONMENT = List.of("bin/python", "Scripts/python.exe");

  /** All that are there, each with the reason why it may be the project's. */
  List<ChosenPython> all() {
    List<ChosenPython> all = new ArrayList<>();
    active
        .filter(it -> !it.isEmpty())
        .flatMap(it -> in(directory.resolve(it)))
        .ifPresent(it -> all.add(new ChosenPython(it, "of VIRTUAL_ENV")));
    for (Path place : upwards()) {
      in(place.resolve(".venv")).ifPresent(it -> all.add(new ChosenPython(it, "of .venv")));
    }
    if (isBeside("uv.lock")) {
      printed("uv", "python", "find").ifPresent(it -> all.add(new ChosenPython(it, "of uv")));
    }
    if (isBeside("poetry.lock")) {
      printed("poetry", "env", "info", "--executable")
          .ifPresent(it -> all.add(new ChosenPython(it, "of Poetry")));
    }
    all.add(new ChosenPython("python3", "of the PATH"));
    all.add(new ChosenPython("python", "of the PATH"));
    return all;
  }

  /** The directory and those above it, as far as the repository reaches. */
  private List<Path> upwards() {
    List<Path> places = new ArrayList<>();
    for (Path at = directory; at != null; at = at.getParent()) {
      places.add(at);
      if (Files.exists(at.resolve(".git"))) {
        return places;
      }
    }
    return List.of(directory);
  }

  private boolean isBeside(String name) {
    return upwards().stream().anyMatch(it -> Files.isRegularFile(it.resolve(name)));
  }

  private static Optional<String> in(Path environment) {
    return IN_ENVIRONMENT.stream()
        .map(environment::resolve)
        .filter(Files::exists)
        .map(Path::toString)
        .findFirst();
  }

  private Optional<String> printed(String... command) {
    try {
      return Printed.by(
              new ProcessBuilder(command)
                  .directory(directory.toFile())
                  .redirectError(ProcessBuilder.Redirect.DISCARD),
              PATIENCE)
          .filter(it -> it.exit() == 0)
          .map(it -> it.text().strip())
          .filter(it -> !it.isEmpty() && it.lines().count() == 1);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
