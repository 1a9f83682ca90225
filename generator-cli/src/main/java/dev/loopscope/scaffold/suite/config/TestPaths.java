package dev.loopscope.scaffold.suite.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Whether {@code testpaths} name a file. They are patterns of Python's {@code glob}, relative to
 * the configuration's directory; a directory names all below it.
 */
final class TestPaths {
  private TestPaths() {}

  /**
   * @param testpaths as they are configured
   * @param file relative to the configuration's directory, with {@code /}
   */
  static boolean name(List<String> testpaths, String file) {
    return testpaths.stream().anyMatch(it -> pattern(it).matcher(file).matches());
  }

  private static Pattern pattern(String testpath) {
    String path =
        testpath.replaceFirst("::.*", "").replaceFirst("^(\\./)+", "").replaceFirst("/+$", "");
    if (path.isEmpty() || path.equals(".")) {
      return Pattern.compile(".*");
    }
    StringBuilder regex = new StringBuilder();
    List<String> parts = List.of(path.split("/+", -1));
    for (String part : parts) {
      regex.append(part.equals("**") ? "(?:[^/]+/)*" : segment(part) + "/");
    }
    if (parts.get(parts.size() - 1).equals("**")) {
      return compile(regex + ".*", path);
    }
    return compile(regex.substring(0, regex.length() - 1) + "(?:/.*)?", path);
  }

  /** A set of characters that is none, such as {@code [z-a]}, is taken literally. */
  private static Pattern compile(String regex, String path) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      return Pattern.compile(Pattern.quote(path) + "(?:/.*)?");
    }
  }

  private static String segment(String part) {
    StringBuilder regex = new StringBuilder();
    for (int at = 0; at < part.length(); at++) {
      char c = part.charAt(at);
      int close = c == '[' ? part.indexOf(']', at + 2) : -1;
      if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (close > 0) {
        String set = part.substring(at + 1, close).replace("\\", "\\\\");
        regex.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
        at = close;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }
}
