package dev.loopscope.scaffold.suite;

import java.util.List;

/** pytest's name patterns: shell globs of {@code fnmatch}, or prefixes. */
final class NamePatterns {
  private NamePatterns() {}

  /** Whether a name starts with an option, or matches one that has a wildcard. */
  static boolean prefixOrGlob(List<String> options, String name) {
    return options.stream()
        .anyMatch(it -> name.startsWith(it) || (it.matches("(?s).*[*?\\[].*") && glob(it, name)));
  }

  /**
   * Whether a file matches a pattern: by its name, or, if the pattern has a separator, by the end
   * of its path.
   */
  static boolean file(String pattern, String path) {
    if (!pattern.contains("/")) {
      return glob(pattern, path.substring(path.lastIndexOf('/') + 1));
    }
    return glob(pattern.startsWith("/") ? pattern : "*/" + pattern, "/" + path);
  }

  /** Whether a text matches a pattern as a whole, as {@code fnmatch.fnmatchcase} says. */
  static boolean glob(String pattern, String text) {
    int star = -1;
    int mark = 0;
    int at = 0;
    int in = 0;
    while (in < text.length()) {
      int next = at < pattern.length() ? matched(pattern, at, text.charAt(in)) : -1;
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        mark = in;
      } else if (next >= 0) {
        at = next;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++mark;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  /** The place in the pattern behind what matches one character; negative if it doesn't match. */
  private static int matched(String pattern, int at, char c) {
    char p = pattern.charAt(at);
    if (p == '?') {
      return at + 1;
    }
    if (p != '[') {
      return p == c && p != '*' ? at + 1 : -1;
    }
    int from = at + 1;
    boolean negated = from < pattern.length() && pattern.charAt(from) == '!';
    int start = negated ? from + 1 : from;
    int end = pattern.indexOf(']', start + 1);
    if (end < 0) {
      return c == '[' ? at + 1 : -1;
    }
    return inSet(pattern.substring(start, end), c) != negated ? end + 1 : -1;
  }

  private static boolean inSet(String set, char c) {
    for (int at = 0; at < set.length(); at++) {
      boolean range = at + 2 < set.length() && set.charAt(at + 1) == '-';
      if (range && set.charAt(at) <= c && c <= set.charAt(at + 2)) {
        return true;
      }
      if (!range && set.charAt(at) == c) {
        return true;
      }
      at += range ? 2 : 0;
    }
    return false;
  }
}
