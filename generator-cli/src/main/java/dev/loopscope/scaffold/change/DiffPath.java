package dev.loopscope.scaffold.change;

import java.nio.charset.StandardCharsets;

/**
 * A path in the header of a diff, spelt as git spells it (its {@code quote.c}, with {@code
 * core.quotePath} on): in C's quotes if a byte of it is not printable ASCII, a quote or a
 * backslash.
 */
final class DiffPath {
  private static final String LETTERS = "abtnvfr";
  private static final char FIRST_LETTER = '\u0007';

  private DiffPath() {}

  /** The path as it stands behind {@code ---} or {@code +++}. */
  static String of(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    StringBuilder quoted = new StringBuilder("\"");
    for (byte b : bytes) {
      append(b & 0xff, quoted);
    }
    boolean plain = quoted.length() == 1 + path.length();
    if (!plain || path.endsWith(" ")) {
      return quoted.append('"').toString();
    }
    // Readers look for a time at the end of a path with a blank, unless a tab says where it ends.
    return path.indexOf(' ') < 0 ? path : path + "\t";
  }

  private static void append(int b, StringBuilder to) {
    if (b >= FIRST_LETTER && b < FIRST_LETTER + LETTERS.length()) {
      to.append('\\').append(LETTERS.charAt(b - FIRST_LETTER));
    } else if (b == '"' || b == '\\') {
      to.append('\\').append((char) b);
    } else if (b < ' ' || b > '~') {
      to.append('\\');
      to.append((char) ('0' + (b >> 6))).append((char) ('0' + (b >> 3 & 7)));
      to.append((char) ('0' + (b & 7)));
    } else {
      to.append((char) b);
    }
  }
}
