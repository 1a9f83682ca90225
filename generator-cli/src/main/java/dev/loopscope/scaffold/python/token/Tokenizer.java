package dev.loopscope.scaffold.python.token;

import dev.loopscope.scaffold.python.source.SourceText;

/** Lines and blocks; what is inside a line is {@link TokenScanner}'s. */
final class Tokenizer {
  private static final int TAB = 8;

  private final Scan scan;
  private final TokenScanner tokens;
  private final Indentation indentation = new Indentation();
  private boolean atLineStart = true;

  Tokenizer(SourceText source, int from, int to) {
    scan = new Scan(source, from, to);
    tokens = new TokenScanner(scan);
  }

  Tokens tokenize() {
    do {
      while (!scan.isAtEnd()) {
        if (atLineStart) {
          startLine();
        } else {
          token();
        }
      }
    } while (scan.brackets.areOpen() && giveUpBrackets());
    if (!atLineStart) {
      scan.addEmpty(TokenKind.NEWLINE);
    } else if (scan.found.lastIs(TokenKind.COMMENT)) {
      scan.addEmpty(TokenKind.NL);
    }
    closeBlocks(0);
    scan.addEmpty(TokenKind.ENDMARKER);
    return scan.toTokens();
  }

  /** Reads blanks up to the first token. A line without code has no say in what is a block. */
  private void startLine() {
    int start = scan.at;
    int column = 0;
    int narrow = 0;
    for (char c = scan.current(); ; c = scan.text[++scan.at]) {
      if (c == ' ') {
        column++;
        narrow++;
      } else if (c == '\t') {
        column = (column / TAB + 1) * TAB;
        narrow++;
      } else if (c == '\f') {
        column = 0;
        narrow = 0;
      } else {
        break;
      }
    }
    if (scan.isAtEnd()) {
      return;
    }
    if (scan.current() == '#') {
      tokens.scan();
    }
    int lineEnd = scan.lineEndLength(scan.at);
    if (lineEnd > 0) {
      scan.add(TokenKind.NL, scan.at + lineEnd);
    } else if (!scan.isAtEnd()) {
      atLineStart = false;
      enterBlock(start, column, narrow);
    }
  }

  private void enterBlock(int lineStart, int column, int narrow) {
    switch (indentation.step(column, narrow)) {
      case SAME -> {}
      case DEEPER -> scan.found.add(TokenKind.INDENT, lineStart, scan.at);
      case SHALLOWER -> {
        closeBlocks(column);
        if (!indentation.isAt(column, narrow)) {
          scan.addEmpty(TokenKind.ERROR);
        }
      }
      case REFUSED -> scan.addEmpty(TokenKind.ERROR);
    }
  }

  private void closeBlocks(int column) {
    while (indentation.closeOne(column)) {
      scan.addEmpty(TokenKind.DEDENT);
    }
  }

  private void token() {
    scan.skipBlanks();
    if (scan.isAtEnd()) {
      return;
    }
    int lineEnd = scan.lineEndLength(scan.at);
    if (lineEnd == 0) {
      tokens.scan();
      if (scan.brackets.areOpen() && statementStartsHere()) {
        giveUpBrackets();
      }
    } else if (scan.brackets.areOpen()) {
      scan.add(TokenKind.NL, scan.at + lineEnd);
    } else {
      scan.add(TokenKind.NEWLINE, scan.at + lineEnd);
      atLineStart = true;
    }
  }

  /**
   * Whether the last token is the first of its line and a word that no expression can have: some
   * bracket before it is not closed.
   */
  private boolean statementStartsHere() {
    int last = scan.found.size() - 1;
    if (!scan.found.kind(last).startsStatementsOnly()) {
      return false;
    }
    int before = scan.found.isAt(last - 1, TokenKind.ASYNC) ? last - 2 : last - 1;
    return scan.found.isAt(before, TokenKind.NL);
  }

  /**
   * Ends the statement with the line of the innermost open bracket, and reads what follows that
   * line anew. All that was opened behind that bracket is closed again, so this cannot come upon
   * the same lines twice.
   *
   * @return whether anything follows
   */
  private boolean giveUpBrackets() {
    scan.found.becomeIrregular();
    int opener = scan.brackets.innermost();
    scan.brackets.backTo(0);
    for (int token = opener; token < scan.found.size(); token++) {
      if (scan.found.isAt(token, TokenKind.NL)) {
        scan.found.become(token, TokenKind.NEWLINE);
        scan.found.truncate(token + 1);
        scan.at = scan.found.end(token);
        atLineStart = true;
        return true;
      }
    }
    return false;
  }
}
