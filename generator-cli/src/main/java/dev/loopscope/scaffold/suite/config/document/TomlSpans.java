package dev.loopscope.scaffold.suite.config.document;

import java.util.OptionalInt;

/** Where keys and values of valid TOML end. The library says only where they start. */
final class TomlSpans {
  private TomlSpans() {}

  /** Behind a key, dotted or quoted, or behind a table's header. */
  static int keyEnd(String text, int start) {
    int at = start;
    if (text.startsWith("[", at)) {
      return valueEnd(text, at);
    }
    int end = at;
    while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      at = c == '"' || c == '\'' ? stringEnd(text, at) : at + 1;
      end = c == ' ' || c == '\t' ? end : at;
    }
    return end;
  }

  /** Where the value of a key starts. */
  static int valueStart(String text, int keyEnd) {
    int at = keyEnd;
    while (at < text.length() && " \t=".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Behind a value: a string, an array, an inline table, or a bare word. */
  static int valueEnd(String text, int start) {
    if (start >= text.length()) {
      return text.length();
    }
    char c = text.charAt(start);
    if (c == '"' || c == '\'') {
      return stringEnd(text, start);
    }
    if (c == '[' || c == '{') {
      return bracketEnd(text, start);
    }
    int at = start;
    while (at < text.length() && ",]}#\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    while (at > start && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Where a string in three quotes starts that nothing ends, which makes a text no TOML. */
  static OptionalInt endlessString(String text) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lineEnd(text, at);
      } else if (c != '"' && c != '\'') {
        at++;
      } else if (!isLong(text, at)) {
        at = Math.min(stringEnd(text, at), lineEnd(text, at));
      } else {
        int end = stringEnd(text, at);
        if (end < at + 6 || !text.startsWith(text.substring(at, at + 3), end - 3)) {
          return OptionalInt.of(at);
        }
        at = end;
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isLong(String text, int start) {
    return text.startsWith("\"\"\"", start) || text.startsWith("'''", start);
  }

  private static int bracketEnd(String text, int start) {
    int depth = 0;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = stringEnd(text, at);
        continue;
      }
      if (c == '#') {
        at = lineEnd(text, at);
        continue;
      }
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      at++;
      if (depth == 0) {
        return at;
      }
    }
    return at;
  }

  private static int stringEnd(String text, int start) {
    String quote = text.substring(start, start + 1);
    boolean escapes = quote.equals("\"");
    String delimiter = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
    int at = start + delimiter.length();
    while (at < text.length() && !text.startsWith(delimiter, at)) {
      at += escapes && text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + delimiter.length(), text.length());
    // A long string may end with up to two quotes of its own.
    while (delimiter.length() == 3 && text.startsWith(quote, at)) {
      at++;
    }
    return at;
  }

  private static int lineEnd(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}
