package dev.loopscope.scaffold.python.literal;

/**
 * What a string literal stands for.
 *
 * @param value the text; of bytes, each as the character of the same number
 */
public record LiteralText(boolean bytes, String value) {
  /**
   * Reads a literal with its prefix and quotes.
   *
   * @throws MalformedLiteralException if an escape is begun and is none, or bytes are not ASCII
   */
  public static LiteralText of(String literal) {
    boolean bytes = false;
    boolean raw = false;
    int quote = 0;
    for (; literal.charAt(quote) != '"' && literal.charAt(quote) != '\''; quote++) {
      int letter = literal.charAt(quote) | 0x20;
      bytes |= letter == 'b';
      raw |= letter == 'r';
    }
    int quotes = isTriple(literal, quote) ? 3 : 1;
    String content =
        withPlainLineEnds(literal.substring(quote + quotes, literal.length() - quotes));
    if (bytes && !isAscii(content)) {
      throw new MalformedLiteralException("expected only ASCII characters in bytes");
    }
    boolean plain = raw || content.indexOf('\\') < 0;
    return new LiteralText(bytes, plain ? content : new Escapes(content, bytes).decoded());
  }

  /** With the line ends that Python sees. */
  public static String withPlainLineEnds(String written) {
    return written.indexOf('\r') < 0 ? written : written.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean isTriple(String literal, int quote) {
    return literal.length() >= quote + 6
        && literal.charAt(quote + 1) == literal.charAt(quote)
        && literal.charAt(quote + 2) == literal.charAt(quote);
  }

  private static boolean isAscii(String content) {
    for (int at = 0; at < content.length(); at++) {
      if (content.charAt(at) >= 128) {
        return false;
      }
    }
    return true;
  }
}
