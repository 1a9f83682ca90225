package dev.loopscope.scaffold.text;

import java.util.Arrays;

/**
 * A TOML text in which long runs of blank lines and comments are shorter: the library takes a time
 * for a run that grows with the cube of its length, minutes for 2,000 lines.
 */
public final class ShortRuns {
  private static final int LONGEST = 10;

  private final StringBuilder kept = new StringBuilder();
  private int[] numbers = new int[64];
  private int count;

  /** The quotes of the string that goes on in the next line; empty if none does. */
  private String open = "";

  /** Reads {@code text}. */
  public ShortRuns(String text) {
    int run = 0;
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      run = open.isEmpty() && saysNothing(text, start, end) ? run + 1 : 0;
      if (run == 0) {
        passStrings(text, start, end);
      }
      if (run <= LONGEST) {
        keep(text, start, end, number);
      }
      start = end;
    }
    keep("", 0, 0, number);
  }

  /** What is left. */
  public String text() {
    return kept.toString();
  }

  /** The number in the file, from 1, of a line of what is left. */
  public int line(int left) {
    return numbers[Math.min(left, count) - 1];
  }

  private void keep(String text, int start, int end, int number) {
    kept.append(text, start, end);
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
    }
    numbers[count++] = number;
  }

  private static boolean saysNothing(String text, int start, int end) {
    int at = start;
    while (at < end && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at == end || text.charAt(at) == '#';
  }

  /** Finds out whether a string of several lines is open behind a line. */
  private void passStrings(String text, int start, int end) {
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (!open.isEmpty()) {
        at = inString(text, at);
      } else if (c == '#') {
        return;
      } else if (c == '"' || c == '\'') {
        String three = String.valueOf(c).repeat(3);
        open = text.startsWith(three, at) ? three : three.substring(2);
        at += open.length();
      } else {
        at++;
      }
    }
    if (open.length() == 1) {
      open = "";
    }
  }

  /** Passes a character, an escaped one, or the end of the open string. */
  private int inString(String text, int at) {
    if (text.charAt(at) == '\\' && open.charAt(0) == '"') {
      return at + 2;
    }
    if (!text.startsWith(open, at)) {
      return at + 1;
    }
    int end = at + open.length();
    // Before the closing three, a string may have quotes of its own.
    while (open.length() == 3 && text.startsWith(open.substring(2), end) && end < at + 5) {
      end++;
    }
    open = "";
    return end;
  }
}
