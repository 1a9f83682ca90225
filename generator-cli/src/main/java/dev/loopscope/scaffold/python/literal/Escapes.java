package dev.loopscope.scaffold.python.literal;

/** Backslash escapes of a literal that is not raw. What is no escape stays as it is written. */
final class Escapes {
  private final String content;
  private final boolean bytes;
  private final StringBuilder decoded;

  /** Escapes of {@code content}, which is that of bytes or of text. */
  Escapes(String content, boolean bytes) {
    this.content = content;
    this.bytes = bytes;
    this.decoded = new StringBuilder(content.length());
  }

  /**
   * What they stand for.
   *
   * @throws MalformedLiteralException if one is begun and is none
   */
  String decoded() {
    int from = 0;
    int backslash = content.indexOf('\\');
    while (backslash >= 0) {
      decoded.append(content, from, backslash);
      from =
          backslash + 1 == content.length()
              ? lone(backslash)
              : escape(content.charAt(backslash + 1), backslash);
      backslash = content.indexOf('\\', from);
    }
    return decoded.append(content, from, content.length()).toString();
  }

  /** Decodes one escape; the offset behind it. */
  private int escape(char escaped, int backslash) {
    return switch (escaped) {
      case '\n' -> backslash + 2;
      case '\\', '\'', '"' -> plain(escaped, backslash);
      case 'a' -> plain('\u0007', backslash);
      case 'b' -> plain('\b', backslash);
      case 'f' -> plain('\f', backslash);
      case 'n' -> plain('\n', backslash);
      case 'r' -> plain('\r', backslash);
      case 't' -> plain('\t', backslash);
      case 'v' -> plain('\u000B', backslash);
      case 'x' -> hexadecimal(backslash, 2);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(backslash);
      case 'u' -> bytes ? lone(backslash) : hexadecimal(backslash, 4);
      case 'U' -> bytes ? lone(backslash) : hexadecimal(backslash, 8);
      case 'N' -> bytes ? lone(backslash) : named(backslash);
      default -> lone(backslash);
    };
  }

  private int plain(char meant, int backslash) {
    decoded.append(meant);
    return backslash + 2;
  }

  private int lone(int backslash) {
    decoded.append('\\');
    return backslash + 1;
  }

  private int octal(int backslash) {
    int value = 0;
    int at = backslash + 1;
    while (at < content.length() && at <= backslash + 3 && digit(at, 8) >= 0) {
      value = value * 8 + digit(at++, 8);
    }
    decoded.append((char) (bytes ? value & 0xFF : value));
    return at;
  }

  private int hexadecimal(int backslash, int digits) {
    int end = backslash + 2 + digits;
    long value = 0;
    for (int at = backslash + 2; at < end; at++) {
      int digit = at < content.length() ? digit(at, 16) : -1;
      if (digit < 0) {
        throw new MalformedLiteralException("expected " + digits + " hexadecimal digits");
      }
      value = value * 16 + digit;
    }
    if (value > Character.MAX_CODE_POINT) {
      throw new MalformedLiteralException("expected a Unicode character");
    }
    decoded.appendCodePoint((int) value);
    return end;
  }

  private int digit(int at, int radix) {
    char c = content.charAt(at);
    return c < 128 ? Character.digit(c, radix) : -1;
  }

  /** {@code \N{NAME}}. A name that this Java does not know stays as it is written. */
  private int named(int backslash) {
    int close = content.indexOf('}', backslash);
    if (close < backslash + 4 || content.charAt(backslash + 2) != '{') {
      throw new MalformedLiteralException("expected the name of a character");
    }
    try {
      decoded.appendCodePoint(Character.codePointOf(content.substring(backslash + 3, close)));
    } catch (IllegalArgumentException unknown) {
      decoded.append(content, backslash, close + 1);
    }
    return close + 1;
  }
}
