package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.check.Note;
import dev.loopscope.scaffold.cli.line.WorkingDirectory;
import dev.loopscope.scaffold.files.Entry;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.config.document.Environments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What {@code scaffold check} is to look at.
 *
 * @param base what the paths of findings are relative to: the working directory, or if something is
 *     elsewhere, the deepest directory that all lies in
 * @param paths absolute, below the base
 * @param below what to note if the base is not the working directory
 * @param files of the run, each read once
 */
record CheckTargets(Path base, List<Path> paths, Optional<Note> below, ConfigFiles files) {
  private static final String NEXT = "name files or directories that are there";

  CheckTargets {
    paths = List.copyOf(paths);
  }

  /**
   * Finds what was typed; the working directory if nothing was.
   *
   * @param named a file that is not checked, but was named as well
   * @param environments that are read, wherever they lie
   * @throws RefusalException if a path is none, or nothing is there
   */
  static CheckTargets of(
      List<String> typed,
      Optional<String> named,
      Environments environments,
      Path workingDirectory) {
    Path absolute = workingDirectory.toAbsolutePath().normalize();
    if (typed.stream().anyMatch(path -> !path.startsWith("/")) || typed.isEmpty()) {
      WorkingDirectory.requireFound(workingDirectory);
    }
    List<Path> paths =
        typed.isEmpty()
            ? List.of(absolute)
            : typed.stream().map(path -> absolute(path, absolute)).toList();
    boolean below = paths.stream().allMatch(path -> path.startsWith(absolute));
    List<Path> asked = new ArrayList<>(paths);
    named.flatMap(it -> PathText.resolve(absolute, it)).ifPresent(asked::add);
    environments.chosen().ifPresent(asked::add);
    environments.active().ifPresent(asked::add);
    Snapshot snapshot = Snapshot.around(below ? absolute : common(paths, it -> false), asked);
    for (int i = 0; i < typed.size(); i++) {
      requireReadable(typed.get(i), paths.get(i), snapshot);
    }
    Path base = below ? absolute : common(paths, it -> snapshot.entry(it).isDirectory());
    return new CheckTargets(
        base,
        paths,
        below
            ? Optional.empty()
            : Optional.of(new Note(base.toString(), 0, "paths are relative to this directory")),
        new ConfigFiles(base, snapshot, environments));
  }

  private static Path absolute(String typed, Path workingDirectory) {
    if (typed.isEmpty()) {
      throw new RefusalException(new Refusal("PATH is empty", "scaffold check ''", NEXT));
    }
    return PathText.resolve(workingDirectory, typed)
        .orElseThrow(
            () ->
                new RefusalException(
                    new Refusal("PATH cannot be a path here", typed, PathText.advice(NEXT))));
  }

  private static void requireReadable(String typed, Path path, Snapshot snapshot) {
    Entry entry = snapshot.entry(path);
    Optional<String> why =
        switch (entry.kind()) {
          case FILE -> Optional.empty();
          case DIRECTORY -> snapshot.list(path).failure();
          default -> Optional.of(entry.reason());
        };
    if (why.isPresent()) {
      String what = "`" + typed + "` " + why.orElseThrow();
      throw new TargetRefusedException(new Refusal(what, typed, NEXT));
    }
  }

  /** The deepest directory that everything lies in. */
  Path common() {
    return common(paths, this::isDirectory);
  }

  private static Path common(List<Path> paths, Predicate<Path> isDirectory) {
    Path common = directory(paths.get(0), isDirectory);
    for (Path path : paths) {
      while (!path.startsWith(common)) {
        common = Objects.requireNonNull(common.getParent());
      }
    }
    return common;
  }

  private static Path directory(Path path, Predicate<Path> isDirectory) {
    return isDirectory.test(path) ? path : Optional.ofNullable(path.getParent()).orElse(path);
  }

  private boolean isDirectory(Path path) {
    return files.snapshot().entry(path).isDirectory();
  }

  /** Whether a path, as a finding names it, is a file. */
  boolean exists(String path) {
    return PathText.resolve(base, path)
        .filter(it -> files.snapshot().entry(it).isFile())
        .isPresent();
  }
}
