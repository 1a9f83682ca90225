package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.text.Glob;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A pattern of paths, as {@code .gitignore} has them: {@code *} and {@code ?} stay within a
 * directory, {@code **} goes through directories. A pattern of a directory is one of everything
 * below it; without a {@code /}, it is found at any depth.
 */
public final class PathPattern {
  private final Glob pattern;
  private final UnaryOperator<String> place;

  /** A pattern of the paths that findings have. Every text is one. */
  public PathPattern(String text) {
    this(text, path -> path);
  }

  private PathPattern(String text, UnaryOperator<String> place) {
    this.place = place;
    String rooted = text.startsWith("./") ? text.substring(2) : text;
    String trimmed = rooted.endsWith("/") ? rooted.substring(0, rooted.length() - 1) : rooted;
    pattern = glob(trimmed);
  }

  /**
   * A pattern of paths below {@code directory}.
   *
   * @param base what the paths of findings are relative to; both are absolute
   */
  public static PathPattern below(Path directory, Path base, String text) {
    return directory.equals(base)
        ? new PathPattern(text)
        : new PathPattern(text, path -> slashed(directory.relativize(base.resolve(path))));
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** Whether a path, with {@code /}, is one of them. */
  public boolean matches(String path) {
    return pattern.matches(place.apply(path));
  }

  private static Glob glob(String text) {
    Glob.Builder glob = Glob.builder();
    if (!text.contains("/")) {
      glob.directories();
    }
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (text.startsWith("**/", at)) {
        glob.directories();
        at += 3;
      } else if (text.startsWith("**", at)) {
        glob.anything();
        at += 2;
      } else {
        if (c == '*') {
          glob.many(PathPattern::inOneDirectory);
        } else if (c == '?') {
          glob.one(PathPattern::inOneDirectory);
        } else {
          glob.literal(c);
        }
        at += Character.charCount(c);
      }
    }
    return glob.andBelow().build();
  }

  private static boolean inOneDirectory(int c) {
    return c != '/';
  }
}
