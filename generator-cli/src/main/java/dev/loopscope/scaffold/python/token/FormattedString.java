package dev.loopscope.scaffold.python.token;

/** How one f-string or t-string is quoted, and so where its text ends. */
record FormattedString(TokenKind start, char quote, int quotes, boolean raw, int contentStart) {
  /** The literal whose prefix ends at {@code quote}. */
  FormattedString(char[] text, TokenKind start, int quote) {
    this(
        start,
        text[quote],
        Strings.isTriple(text, quote) ? 3 : 1,
        (text[quote - 1] | 0x20) == 'r' || (text[Math.max(0, quote - 2)] | 0x20) == 'r',
        quote + (Strings.isTriple(text, quote) ? 3 : 1));
  }

  TokenKind middle() {
    return start == TokenKind.FSTRING_START ? TokenKind.FSTRING_MIDDLE : TokenKind.TSTRING_MIDDLE;
  }

  TokenKind end() {
    return start == TokenKind.FSTRING_START ? TokenKind.FSTRING_END : TokenKind.TSTRING_END;
  }

  boolean isClosedAt(char[] text, int at) {
    return text[at] == quote && (quotes == 1 || Strings.isTriple(text, at));
  }

  /** Where text outside of all braces ends: at a field, the closing quotes, or a mistake. */
  int textEnd(char[] text, int from, int length) {
    int at = from;
    while (at < length && !isClosedAt(text, at) && !isForbiddenLineEnd(text[at])) {
      char c = text[at];
      if (c == '{' || c == '}') {
        if (text[at + 1] != c) {
          return at;
        }
        at += 2;
      } else {
        at = c == '\\' ? afterBackslash(text, at, length) : at + 1;
      }
    }
    return Math.min(at, length);
  }

  /** Where text of a format specification ends: doubled braces mean nothing there. */
  int specificationEnd(char[] text, int from, int length) {
    int at = from;
    while (at < length && !isClosedAt(text, at) && !isForbiddenLineEnd(text[at])) {
      char c = text[at];
      if (c == '{' || c == '}') {
        return at;
      }
      at = c == '\\' ? afterBackslash(text, at, length) : at + 1;
    }
    return Math.min(at, length);
  }

  private boolean isForbiddenLineEnd(char c) {
    return quotes == 1 && (c == '\n' || c == '\r');
  }

  private int afterBackslash(char[] text, int backslash, int length) {
    char escaped = text[backslash + 1];
    if (escaped == '{' || escaped == '}') {
      return backslash + 1;
    }
    if (escaped == 'N' && !raw && text[backslash + 2] == '{') {
      return afterCharacterName(text, backslash + 3, length);
    }
    return Strings.afterBackslash(text, backslash);
  }

  /** Behind the brace of {@code \N{NAME}}. */
  private int afterCharacterName(char[] text, int from, int length) {
    int at = from;
    while (at < length && text[at] != '}' && text[at] != quote && text[at] != '\n') {
      at++;
    }
    return text[at] == '}' ? at + 1 : from;
  }
}
