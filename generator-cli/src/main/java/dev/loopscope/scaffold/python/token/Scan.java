package dev.loopscope.scaffold.python.token;

import dev.loopscope.scaffold.python.source.SourceText;

/**
 * One text, or a part of it, on its way to tokens: how far it is read, what was found, and what is
 * open. Offsets count from the start of the part.
 */
final class Scan {
  /** The part, with zeros behind it so that looking a few characters ahead needs no check. */
  final char[] text;

  final int length;
  final TokenBuffer found;
  final Brackets brackets = new Brackets();

  /** The next character to read. */
  int at;

  private final SourceText source;
  private final int from;

  Scan(SourceText source, int from, int to) {
    this.source = source;
    this.from = from;
    length = to - from;
    text = new char[length + 4];
    source.text().getChars(from, to, text, 0);
    found = new TokenBuffer(length / 4 + 16);
  }

  boolean isAtEnd() {
    return at >= length;
  }

  char current() {
    return text[at];
  }

  /** Adds a token from the current character to {@code end}, and goes on there. */
  void add(TokenKind kind, int end) {
    found.add(kind, at, end);
    at = end;
  }

  /** Adds a token without characters. */
  void addEmpty(TokenKind kind) {
    found.add(kind, at, at);
  }

  /** How many characters the line end at {@code offset} has: 0 if there is none. */
  int lineEndLength(int offset) {
    char c = text[offset];
    if (c == '\n') {
      return 1;
    }
    if (c != '\r') {
      return 0;
    }
    return text[offset + 1] == '\n' ? 2 : 1;
  }

  /** The offset of the line end at or behind {@code offset}, or of the end of the text. */
  int lineEndFrom(int offset) {
    int end = offset;
    while (end < length && text[end] != '\n' && text[end] != '\r') {
      end++;
    }
    return end;
  }

  /** Skips blanks, form feeds and continued line ends. */
  void skipBlanks() {
    while (true) {
      char c = text[at];
      if (c == ' ' || c == '\t' || c == '\f') {
        at++;
      } else if (c == '\\' && lineEndLength(at + 1) > 0) {
        at += 1 + lineEndLength(at + 1);
      } else {
        return;
      }
    }
  }

  Tokens toTokens() {
    return found.toTokens(source, from);
  }
}
