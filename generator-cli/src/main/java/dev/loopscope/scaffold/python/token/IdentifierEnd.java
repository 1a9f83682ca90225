package dev.loopscope.scaffold.python.token;

/** Where an identifier ends (PEP 3131). */
final class IdentifierEnd {
  private static final boolean[] PART = asciiParts();

  private IdentifierEnd() {}

  /** The offset behind the identifier that starts at {@code start}; {@code start} if none does. */
  static int end(char[] text, int start, int length) {
    int at = start;
    while (true) {
      char c = text[at];
      if (c < 128) {
        if (!PART[c]) {
          return at;
        }
        at++;
      } else {
        int codePoint = Character.codePointAt(text, at, length);
        if (!(at == start ? startsName(codePoint) : continuesName(codePoint))) {
          return at;
        }
        at += Character.charCount(codePoint);
      }
    }
  }

  private static boolean startsName(int codePoint) {
    return Character.isUnicodeIdentifierStart(codePoint);
  }

  private static boolean continuesName(int codePoint) {
    return Character.isUnicodeIdentifierPart(codePoint)
        && !Character.isIdentifierIgnorable(codePoint);
  }

  private static boolean[] asciiParts() {
    boolean[] parts = new boolean[128];
    for (char c = 0; c < 128; c++) {
      parts[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    parts['_'] = true;
    return parts;
  }
}
