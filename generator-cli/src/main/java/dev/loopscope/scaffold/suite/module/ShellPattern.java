package dev.loopscope.scaffold.suite.module;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of Python's {@code fnmatch}, as pytest uses it in {@code norecursedirs} and {@code
 * python_files}: {@code *} and {@code ?} match any characters, {@code [ab]} and {@code [!ab]} one
 * of a set. Upper and lower case differ, on every platform.
 *
 * @param text the pattern
 */
public record ShellPattern(String text) {
  /** Whether the pattern matches the whole of a name. */
  public boolean matches(String name) {
    try {
      return Pattern.compile(expression(), Pattern.DOTALL).matcher(name).matches();
    } catch (PatternSyntaxException e) {
      // Such as the empty range [z-a], which matches nothing.
      return false;
    }
  }

  /**
   * Whether the pattern matches a path as pytest matches it: a pattern without {@code /} is
   * compared with the last part, any other with the end of the whole path.
   *
   * @param path with {@code /}
   */
  public boolean matchesPath(String path) {
    if (text.indexOf('/') < 0) {
      return matches(path.substring(path.lastIndexOf('/') + 1));
    }
    return new ShellPattern("*/" + text).matches("/" + path);
  }

  private String expression() {
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else if (c == '[' && closing(at) > 0) {
        int end = closing(at);
        regex.append(set(text.substring(at, end)));
        at = end + 1;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }

  /** Where a set ends that starts before {@code from}, or -1: a bracket in front belongs to it. */
  private int closing(int from) {
    int at = from;
    if (at < text.length() && text.charAt(at) == '!') {
      at++;
    }
    return text.indexOf(']', at + 1);
  }

  private static String set(String members) {
    boolean not = members.startsWith("!");
    String plain = (not ? members.substring(1) : members).replaceAll("([\\\\\\[\\]^&~])", "\\\\$1");
    return (not ? "[^" : "[") + plain + "]";
  }
}
