package dev.loopscope.scaffold.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths that were written by somebody, who may have written anything. */
public final class PathText {
  private PathText() {}

  /**
   * What a text is below a directory, without {@code .} and {@code ..}; empty if it is no path: if
   * it holds a NUL, or a character that the platform's file names cannot have.
   *
   * @param directory absolute
   * @param text absolute, or relative to the directory
   */
  public static Optional<Path> resolve(Path directory, String text) {
    try {
      return Optional.of(directory.resolve(text).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * What to do about a path that is no path, in the imperative.
   *
   * @param next what to do if it is not the locale's fault
   */
  public static String advice(String next) {
    return UTF_8 ? next : "set LC_ALL=C.UTF-8";
  }

  /** A reason that the locale may be, and what to do if it is. */
  public static String inLocale(String reason) {
    return UTF_8 ? reason : reason + "; set LC_ALL=C.UTF-8";
  }

  /** Whether the platform's file names may hold any character. */
  private static final boolean UTF_8 =
      String.valueOf(System.getProperty("sun.jnu.encoding")).equalsIgnoreCase("UTF-8");
}
