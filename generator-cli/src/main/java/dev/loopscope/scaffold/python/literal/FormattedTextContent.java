package dev.loopscope.scaffold.python.literal;

/** The text of f-strings and t-strings between their fields. */
public final class FormattedTextContent {
  private FormattedTextContent() {}

  /**
   * What the text stands for: without its escapes, and with one brace for two.
   *
   * @throws MalformedLiteralException if an escape is begun and is none
   */
  public static String decoded(String written, boolean raw) {
    boolean escaped = !raw && written.indexOf('\\') >= 0;
    if (written.indexOf('{') < 0 && written.indexOf('}') < 0) {
      return escaped ? new Escapes(written, false).decoded() : written;
    }
    StringBuilder decoded = new StringBuilder(written.length());
    int from = 0;
    for (int at = 0; at < written.length(); at++) {
      char c = written.charAt(at);
      if (c == '\\' && !raw) {
        at = isCharacterName(written, at) ? written.indexOf('}', at) : beforeBrace(written, at + 1);
      } else if (c == '{' || c == '}') {
        // The first brace of two ends a piece; the second is left out.
        decoded.append(piece(written, from, at + 1, escaped));
        at++;
        from = at + 1;
      }
    }
    return decoded.append(piece(written, from, written.length(), escaped)).toString();
  }

  private static boolean isCharacterName(String written, int backslash) {
    return written.startsWith("\\N{", backslash) && written.indexOf('}', backslash) > 0;
  }

  /** The last character of the escape: none where a brace follows the backslash. */
  private static int beforeBrace(String written, int escaped) {
    boolean brace =
        escaped < written.length()
            && (written.charAt(escaped) == '{' || written.charAt(escaped) == '}');
    return brace ? escaped - 1 : escaped;
  }

  private static String piece(String written, int from, int to, boolean escaped) {
    if (from >= to) {
      return "";
    }
    String piece = written.substring(from, to);
    return escaped ? new Escapes(piece, false).decoded() : piece;
  }
}
