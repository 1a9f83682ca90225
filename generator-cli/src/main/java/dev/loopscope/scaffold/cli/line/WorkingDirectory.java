package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory that relative paths start from. */
public final class WorkingDirectory {
  private WorkingDirectory() {}

  /**
   * A name that the locale cannot spell reaches Java with other characters in it, and what is
   * written to that path is written beside the directory that was meant.
   *
   * @throws TargetRefusedException if it cannot be found under the name that Java has for it
   */
  public static void requireFound(Path workingDirectory) {
    Path absolute = workingDirectory.toAbsolutePath();
    // A directory may be there under the wrong name too, but then the two texts differ.
    boolean spelt =
        workingDirectory.isAbsolute() || absolute.toString().equals(System.getProperty("user.dir"));
    if (spelt && Files.isDirectory(absolute)) {
      return;
    }
    throw new TargetRefusedException(
        new Refusal(
            "the current directory's name cannot be read in this locale, or it was deleted",
            absolute.toString(),
            "set LC_ALL=C.UTF-8, or change to another directory"));
  }
}
