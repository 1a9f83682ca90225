package dev.loopscope.scaffold.python.parser;

/** The text of f-strings and t-strings between their fields. */
final class FormattedTextContent {
  private FormattedTextContent() {}

  /**
   * What the text stands for: without its escapes, and with one brace for two.
   *
   * @param start the offset of the text, for failures
   */
  static String decoded(String written, boolean raw, int start) {
    boolean escaped = !raw && written.indexOf('\\') >= 0;
    if (written.indexOf('{') < 0 && written.indexOf('}') < 0) {
      return escaped ? new Escapes(written, false, start).decoded() : written;
    }
    StringBuilder decoded = new StringBuilder(written.length());
    int from = 0;
    for (int at = 0; at < written.length(); at++) {
      char c = written.charAt(at);
      if (c == '\\' && !raw) {
        at = isCharacterName(written, at) ? written.indexOf('}', at) : beforeBrace(written, at + 1);
      } else if (c == '{' || c == '}') {
        // The first brace of two ends a piece; the second is left out.
        decoded.append(piece(written, from, at + 1, escaped, start));
        at++;
        from = at + 1;
      }
    }
    return decoded.append(piece(written, from, written.length(), escaped, start)).toString();
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

  private static String piece(String written, int from, int to, boolean escaped, int start) {
    if (from >= to) {
      return "";
    }
    String piece = written.substring(from, to);
    return escaped ? new Escapes(piece, false, start).decoded() : piece;
  }
}
