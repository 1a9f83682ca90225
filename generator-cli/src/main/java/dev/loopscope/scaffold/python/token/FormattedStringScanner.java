package dev.loopscope.scaffold.python.token;

/**
 * F-strings and t-strings (PEP 701, PEP 750): text, and between braces tokens as anywhere else.
 * What Python 3.11 and older take for one string is read in the same way; every f-string that they
 * accept, PEP 701 accepts too.
 */
final class FormattedStringScanner {
  /** CPython's limit. */
  private static final int DEEPEST = 100;

  private final Scan scan;
  private final TokenScanner tokens;
  private int depth;

  FormattedStringScanner(Scan scan, TokenScanner tokens) {
    this.scan = scan;
    this.tokens = tokens;
  }

  /**
   * Reads the literal whose prefix starts at the current character. If it is not closed, or what is
   * in its braces is not, all of it is one error token.
   */
  void scan(TokenKind start, int quote) {
    int from = scan.at;
    int tokensBefore = scan.found.size();
    int open = scan.brackets.depth();
    depth++;
    boolean closed = depth <= DEEPEST && literal(new FormattedString(scan.text, start, quote));
    depth--;
    if (!closed) {
      scan.found.truncate(tokensBefore);
      scan.brackets.backTo(open);
      scan.at = from;
      tokens.unclosedString(quote);
    }
  }

  private boolean literal(FormattedString string) {
    scan.add(string.start(), string.contentStart());
    while (true) {
      text(string, string.textEnd(scan.text, scan.at, scan.length));
      if (string.isClosedAt(scan.text, scan.at)) {
        scan.add(string.end(), scan.at + string.quotes());
        return true;
      }
      if (scan.current() != '{' || !field(string)) {
        return false;
      }
    }
  }

  private void text(FormattedString string, int end) {
    if (end > scan.at) {
      scan.add(string.middle(), end);
    }
  }

  /** An opening brace, tokens, an optional format specification, a closing brace. */
  private boolean field(FormattedString string) {
    scan.brackets.open(scan.found.size());
    int open = scan.brackets.depth();
    scan.add(TokenKind.LBRACE, scan.at + 1);
    while (true) {
      scan.skipBlanks();
      boolean outermost = scan.brackets.depth() == open;
      if (scan.isAtEnd() || scan.brackets.depth() < open) {
        return false;
      }
      char c = scan.current();
      if (outermost && c == '}') {
        return closeField();
      }
      if (outermost && c == ':') {
        scan.add(TokenKind.COLON, scan.at + 1);
        return specification(string);
      }
      if (!fieldToken(outermost && c == '!' && scan.text[scan.at + 1] != '=')) {
        return false;
      }
    }
  }

  /** Reads one token; false where only a mistake can be. */
  private boolean fieldToken(boolean conversion) {
    if (conversion) {
      scan.add(TokenKind.EXCLAMATION, scan.at + 1);
    } else if (scan.lineEndLength(scan.at) > 0) {
      scan.add(TokenKind.NL, scan.at + scan.lineEndLength(scan.at));
    } else {
      tokens.scan();
      TokenKind last = scan.found.kind(scan.found.size() - 1);
      return last != TokenKind.ERROR && !last.startsStatementsOnly();
    }
    return true;
  }

  private boolean closeField() {
    scan.brackets.close();
    scan.add(TokenKind.RBRACE, scan.at + 1);
    return true;
  }

  /** From behind the colon to the closing brace. Fields nest in it, as deep as literals may. */
  private boolean specification(FormattedString string) {
    if (++depth > DEEPEST) {
      depth--;
      return false;
    }
    boolean closed = true;
    while (closed) {
      text(string, string.specificationEnd(scan.text, scan.at, scan.length));
      if (scan.isAtEnd() || scan.current() != '{') {
        break;
      }
      closed = field(string);
    }
    depth--;
    return closed && scan.current() == '}' && closeField();
  }
}
