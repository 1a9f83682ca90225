package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.check.Note;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code scaffold check} is to look at.
 *
 * @param base what the paths of findings are relative to: the working directory, or if something is
 *     elsewhere, the deepest directory that all lies in
 * @param paths absolute, below the base
 * @param below what to note if the base is not the working directory
 */
record CheckTargets(Path base, List<Path> paths, Optional<Note> below) {
  private static final String NEXT = "name files or directories that are there";

  CheckTargets {
    paths = List.copyOf(paths);
  }

  /**
   * Finds what was typed; the working directory if nothing was.
   *
   * @throws RefusalException if a path is none, or nothing is there
   */
  static CheckTargets of(List<String> typed, Path workingDirectory) {
    Path absolute = workingDirectory.toAbsolutePath().normalize();
    if (typed.stream().anyMatch(path -> !path.startsWith("/")) || typed.isEmpty()) {
      WorkingDirectory.requireFound(workingDirectory);
    }
    if (typed.isEmpty()) {
      return new CheckTargets(absolute, List.of(absolute), Optional.empty());
    }
    List<Path> paths = typed.stream().map(path -> found(path, absolute)).toList();
    if (paths.stream().allMatch(path -> path.startsWith(absolute))) {
      return new CheckTargets(absolute, paths, Optional.empty());
    }
    Path base = common(paths);
    Note below = new Note(base.toString(), 0, "paths are relative to this directory");
    return new CheckTargets(base, paths, Optional.of(below));
  }

  private static Path found(String typed, Path workingDirectory) {
    if (typed.isEmpty()) {
      throw new RefusalException(new Refusal("PATH is empty", "scaffold check ''", NEXT));
    }
    try {
      Path path = workingDirectory.resolve(typed).normalize();
      if (Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new RefusalException(
          new Refusal("PATH cannot be a path: " + e.getReason(), typed, NEXT), e);
    }
    throw new TargetRefusedException(new Refusal("`" + typed + "` is not there", typed, NEXT));
  }

  /** The deepest directory that everything lies in. */
  Path common() {
    return common(paths);
  }

  private static Path common(List<Path> paths) {
    Path common = directory(paths.get(0));
    for (Path path : paths) {
      while (!path.startsWith(common)) {
        common = Objects.requireNonNull(common.getParent());
      }
    }
    return common;
  }

  private static Path directory(Path path) {
    return Files.isDirectory(path) ? path : Objects.requireNonNull(path.getParent());
  }

  /** Whether a path, as a finding names it, is a file. */
  boolean exists(String path) {
    return Files.isRegularFile(base.resolve(path));
  }
}
