package dev.loopscope.scaffold.check;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A pattern of paths, as {@code .gitignore} has them: {@code *} and {@code ?} stay within a
 * directory, {@code **} goes through directories. A pattern of a directory is one of everything
 * below it; without a {@code /}, it is found at any depth.
 */
public final class PathPattern {
  private final Pattern pattern;
  private final UnaryOperator<String> place;

  /** A pattern of the paths that findings have. Every text is one. */
  public PathPattern(String text) {
    this(text, path -> path);
  }

  private PathPattern(String text, UnaryOperator<String> place) {
    this.place = place;
    String rooted = text.startsWith("./") ? text.substring(2) : text;
    String trimmed = rooted.endsWith("/") ? rooted.substring(0, rooted.length() - 1) : rooted;
    String prefix = trimmed.contains("/") ? "" : "(?:.*/)?";
    pattern = Pattern.compile(prefix + expression(trimmed) + "(?:/.*)?", Pattern.DOTALL);
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
    return pattern.matcher(place.apply(path)).matches();
  }

  private static String expression(String text) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("**/", i)) {
        expression.append("(?:.*/)?");
        i += 2;
      } else if (text.startsWith("**", i)) {
        expression.append(".*");
        i += 1;
      } else if (text.charAt(i) == '*') {
        expression.append("[^/]*");
      } else if (text.charAt(i) == '?') {
        expression.append("[^/]");
      } else {
        expression.append(Pattern.quote(String.valueOf(text.charAt(i))));
      }
    }
    return expression.toString();
  }
}
