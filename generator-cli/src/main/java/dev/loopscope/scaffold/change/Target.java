package dev.loopscope.scaffold.change;

import java.nio.file.Path;
import java.util.Optional;

/** A place that a new suite can go to, looked at and found fit. {@link TargetLocator} makes it. */
public sealed interface Target {
  /** The directory the suite will be in: real as far as it exists. */
  Path directory();

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
  record Absent(Path ancestor, Path directory) implements Target {}

  /**
   * A directory with nothing in it, which is kept and filled.
   *
   * @param directory writable
   */
  record EmptyDirectory(Path directory) implements Target {}
}
