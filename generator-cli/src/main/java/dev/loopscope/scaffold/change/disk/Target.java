package dev.loopscope.scaffold.change.disk;

import java.nio.file.Path;
import java.util.Optional;

/** A place that a plan can go to, looked at and found fit. {@link TargetLocator} makes it. */
public sealed interface Target {
  /** What the plan's paths are relative to: real as far as it exists. */
  Path directory();

  /** The directory that exists, and in which the change is prepared. */
  default Path root() {
    return directory();
  }

  /** The directory's own name; absent for a file system's root. */
  default Optional<String> name() {
    return Optional.ofNullable(directory().getFileName()).map(Path::toString);
  }

  /**
   * Nothing is there yet.
   *
   * @param ancestor the nearest directory that exists; writable
   * @param directory below it
   */
  record Absent(Path ancestor, Path directory) implements Target {
    @Override
    public Path root() {
      return ancestor;
    }
  }

  /**
   * A directory with nothing in it, which is kept and filled.
   *
   * @param directory writable
   */
  record EmptyDirectory(Path directory) implements Target {}

  /**
   * Files that are there and may be changed, and others beside them.
   *
   * @param root a real directory that everything in the plan lies in; writable
   * @param directory what the plan's paths are relative to: real; the root, above it or below
   */
  record Files(Path root, Path directory) implements Target {}
}
