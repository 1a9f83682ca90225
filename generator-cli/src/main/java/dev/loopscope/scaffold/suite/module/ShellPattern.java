package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.text.Glob;

/**
 * A pattern of Python's {@code fnmatch}, as pytest uses it in {@code norecursedirs}, {@code
 * python_files} and the like: {@code *} and {@code ?} match any characters, {@code [ab]} and {@code
 * [!ab]} one of a set. Upper and lower case differ, on every platform.
 */
public final class ShellPattern {
  private final String text;
  private final boolean wildcard;
  private final Glob whole;
  private final Glob path;

  /** Every text is a pattern. */
  public ShellPattern(String text) {
    this.text = text;
    this.wildcard = text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    this.whole = glob(text);
    this.path = text.startsWith("/") ? whole : glob("*/" + text);
  }

  /** Whether it has a wildcard, and so may match more than its own text. */
  public boolean hasWildcard() {
    return wildcard;
  }

  /** Whether the pattern matches the whole of a name. */
  public boolean matches(String name) {
    return wildcard ? whole.matches(name) : text.equals(name);
  }

  /**
   * Whether the pattern matches a path as pytest's {@code fnmatch_ex} does: a pattern without
   * {@code /} is compared with the last part, any other with the end of the whole path.
   *
   * @param relative with {@code /}
   */
  public boolean matchesPath(String relative) {
    return text.indexOf('/') < 0
        ? matches(relative.substring(relative.lastIndexOf('/') + 1))
        : path.matches("/" + relative);
  }

  /** Whether a name starts with the pattern's text, or matches its wildcards. */
  public boolean startsOrMatches(String name) {
    return name.startsWith(text) || (wildcard && whole.matches(name));
  }

  private static Glob glob(String text) {
    Glob.Builder glob = Glob.builder();
    int lastClosing = text.lastIndexOf(']');
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '*') {
        glob.anything();
      } else if (c == '?') {
        glob.one(any -> true);
      } else if (c == '[' && at < lastClosing) {
        at = glob.set(text, at, any -> true);
      } else {
        glob.literal(c);
      }
    }
    return glob.build();
  }
}
