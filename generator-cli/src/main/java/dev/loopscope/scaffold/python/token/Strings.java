package dev.loopscope.scaffold.python.token;

/** Where string literals start and end. */
final class Strings {
  private Strings() {}

  /**
   * The kind of the literal whose prefix is from {@code start} to {@code quote}: a string, the
   * start of an f-string or of a t-string; a name if these letters are no prefix.
   */
  static TokenKind ofPrefix(char[] text, int start, int quote) {
    int length = quote - start;
    if (length == 0) {
      return TokenKind.STRING;
    }
    int first = text[start] | 0x20;
    if (length == 1) {
      return oneLetter(first);
    }
    int second = text[start + 1] | 0x20;
    if (length > 2 || (first != 'r' && second != 'r')) {
      return TokenKind.NAME;
    }
    return twoLetters(first == 'r' ? second : first);
  }

  private static TokenKind oneLetter(int letter) {
    return letter == 'r' || letter == 'u' ? TokenKind.STRING : twoLetters(letter);
  }

  /** One of the letters that may stand beside an {@code r}. */
  private static TokenKind twoLetters(int besideR) {
    return switch (besideR) {
      case 'b' -> TokenKind.STRING;
      case 'f' -> TokenKind.FSTRING_START;
      case 't' -> TokenKind.TSTRING_START;
      default -> TokenKind.NAME;
    };
  }

  /** Whether three quotes start here. */
  static boolean isTriple(char[] text, int quote) {
    return text[quote + 1] == text[quote] && text[quote + 2] == text[quote];
  }

  /** The offset behind the literal that {@code quote} opens, or -1 if it is not closed. */
  static int end(char[] text, int quote, int length) {
    return isTriple(text, quote)
        ? tripleEnd(text, quote + 3, length, text[quote])
        : singleEnd(text, quote + 1, length, text[quote]);
  }

  private static int singleEnd(char[] text, int from, int length, char quote) {
    for (int at = from; at < length; at++) {
      char c = text[at];
      if (c == quote) {
        return at + 1;
      }
      if (c == '\\') {
        at = afterBackslash(text, at) - 1;
      } else if (c == '\n' || c == '\r') {
        return -1;
      }
    }
    return -1;
  }

  private static int tripleEnd(char[] text, int from, int length, char quote) {
    for (int at = from; at < length; at++) {
      char c = text[at];
      if (c == quote && isTriple(text, at)) {
        return at + 3;
      }
      if (c == '\\') {
        at++;
      }
    }
    return -1;
  }

  /** The offset behind a backslash and what it escapes; a line end may have two characters. */
  static int afterBackslash(char[] text, int backslash) {
    return text[backslash + 1] == '\r' && text[backslash + 2] == '\n'
        ? backslash + 3
        : backslash + 2;
  }
}
