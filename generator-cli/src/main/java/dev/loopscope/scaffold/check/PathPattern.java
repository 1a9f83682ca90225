package dev.loopscope.scaffold.check;

import java.util.regex.Pattern;

/**
 * A pattern of paths, as {@code .gitignore} has them: {@code *} and {@code ?} stay within a
 * directory, {@code **} goes through directories. A pattern of a directory is one of everything
 * below it; without a {@code /}, it is found at any depth.
 */
public final class PathPattern {
  private final Pattern pattern;

  /** Reads a pattern. Every text is one. */
  public PathPattern(String text) {
    String rooted = text.startsWith("./") ? text.substring(2) : text;
    String trimmed = rooted.endsWith("/") ? rooted.substring(0, rooted.length() - 1) : rooted;
    String prefix = trimmed.contains("/") ? "" : "(?:.*/)?";
    pattern = Pattern.compile(prefix + expression(trimmed) + "(?:/.*)?", Pattern.DOTALL);
  }

  /** Whether a path, with {@code /}, is one of them. */
  public boolean matches(String path) {
    return pattern.matcher(path).matches();
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
