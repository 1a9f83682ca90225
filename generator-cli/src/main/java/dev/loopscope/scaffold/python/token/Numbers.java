package dev.loopscope.scaffold.python.token;

/**
 * Where a number ends. What cannot follow a number, such as the {@code x} of {@code 1x}, is left to
 * the grammar, which has no place for a name behind a number.
 */
final class Numbers {
  private Numbers() {}

  /** The offset behind the number that starts at {@code start}; negative of it if it is none. */
  static int end(char[] text, int start) {
    int radix = text[start] == '0' ? radix(text[start + 1]) : 10;
    return radix == 10 ? decimal(text, start) : radix(text, start, radix);
  }

  private static int radix(char letter) {
    return switch (letter) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  private static int radix(char[] text, int start, int radix) {
    int at = start + 2;
    if (text[at] == '_') {
      at++;
    }
    int end = digits(text, at, radix);
    // 0b12 and 0o18 are one mistake, not a number and another one.
    return end == at || (text[end] >= '0' && text[end] <= '9') ? -Math.max(end, start + 1) : end;
  }

  private static int decimal(char[] text, int start) {
    int whole = digits(text, start, 10);
    int at = whole;
    if (text[at] == '.') {
      at = digits(text, at + 1, 10);
    }
    at = exponent(text, at);
    if ((text[at] | 0x20) == 'j') {
      return at + 1;
    }
    return at == whole && hasLeadingZero(text, start, whole) ? -at : at;
  }

  /** {@code 0777}, an octal number of Python 2; {@code 0} and {@code 0_0} are zero. */
  private static boolean hasLeadingZero(char[] text, int start, int end) {
    if (text[start] != '0') {
      return false;
    }
    for (int at = start; at < end; at++) {
      if (text[at] != '0' && text[at] != '_') {
        return true;
      }
    }
    return false;
  }

  private static int exponent(char[] text, int at) {
    if ((text[at] | 0x20) != 'e') {
      return at;
    }
    int first = text[at + 1] == '+' || text[at + 1] == '-' ? at + 2 : at + 1;
    int end = digits(text, first, 10);
    return end == first ? at : end;
  }

  /** Digits with single underscores between them. */
  private static int digits(char[] text, int from, int radix) {
    int at = from;
    while (isDigit(text[at], radix)
        || (text[at] == '_' && at > from && isDigit(text[at + 1], radix))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c, int radix) {
    if (radix == 16) {
      return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    }
    return c >= '0' && c < '0' + radix;
  }
}
