package dev.loopscope.scaffold.suite.config;

import java.util.ArrayList;
import java.util.List;

/** Words as {@code shlex.split} of Python cuts them: POSIX quoting, no comments. */
final class ShellWords {
  private ShellWords() {}

  /** The words of a text. A quote that is never closed ends with the text. */
  static List<String> split(String text) {
    return words(text).stream().map(Word::text).toList();
  }

  /**
   * One word.
   *
   * @param text without its quotes
   * @param start where it starts in the text it was cut from
   * @param end behind its last character there
   */
  record Word(String text, int start, int end) {}

  static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (blank(text.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      StringBuilder word = new StringBuilder();
      while (at < text.length() && !blank(text.charAt(at))) {
        at = part(text, at, word);
      }
      words.add(new Word(word.toString(), start, at));
    }
    return words;
  }

  /** Reads one character, escape or quotation, and returns where the next starts. */
  private static int part(String text, int at, StringBuilder word) {
    char c = text.charAt(at);
    if (c == '\\' && at + 1 < text.length()) {
      word.append(text.charAt(at + 1));
      return at + 2;
    }
    if (c != '"' && c != '\'') {
      word.append(c);
      return at + 1;
    }
    int next = at + 1;
    while (next < text.length() && text.charAt(next) != c) {
      boolean escape =
          c == '"'
              && text.charAt(next) == '\\'
              && next + 1 < text.length()
              && "\"\\".indexOf(text.charAt(next + 1)) >= 0;
      next += escape ? 1 : 0;
      word.append(text.charAt(next));
      next++;
    }
    return Math.min(next + 1, text.length());
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
