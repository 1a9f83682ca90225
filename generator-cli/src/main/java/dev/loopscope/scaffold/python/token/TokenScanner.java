package dev.loopscope.scaffold.python.token;

/** Everything inside a line: names, numbers, strings, operators, comments. */
final class TokenScanner {
  private final Scan scan;
  private final FormattedStringScanner formattedStrings;

  TokenScanner(Scan scan) {
    this.scan = scan;
    this.formattedStrings = new FormattedStringScanner(scan, this);
  }

  /** Reads the token at the current character, which is no blank, no line end and not the end. */
  void scan() {
    char[] text = scan.text;
    char c = scan.current();
    if (isDigit(c) || (c == '.' && isDigit(text[scan.at + 1]))) {
      number();
    } else if (c == '"' || c == '\'') {
      string(scan.at);
    } else if (c == '#') {
      scan.add(TokenKind.COMMENT, scan.lineEndFrom(scan.at));
    } else {
      int end = IdentifierEnd.end(text, scan.at, scan.length);
      if (end > scan.at) {
        word(end);
      } else {
        operator();
      }
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void number() {
    int end = Numbers.end(scan.text, scan.at);
    if (end < 0) {
      scan.add(TokenKind.ERROR, -end);
    } else {
      scan.add(TokenKind.NUMBER, end);
    }
  }

  private void word(int end) {
    char next = scan.text[end];
    boolean mayBePrefix = (next == '"' || next == '\'') && end - scan.at <= 2;
    if (mayBePrefix && Strings.ofPrefix(scan.text, scan.at, end) != TokenKind.NAME) {
      string(end);
    } else {
      scan.add(Spellings.word(scan.text, scan.at, end), end);
    }
  }

  private void string(int quote) {
    TokenKind kind = Strings.ofPrefix(scan.text, scan.at, quote);
    if (kind != TokenKind.STRING) {
      formattedStrings.scan(kind, quote);
      return;
    }
    int end = Strings.end(scan.text, quote, scan.length);
    if (end >= 0) {
      scan.add(TokenKind.STRING, end);
    } else {
      unclosedString(quote);
    }
  }

  /**
   * A string that is not closed reaches to the end of its line; with three quotes, to the end of
   * the text: what is inside cannot be told from code.
   */
  void unclosedString(int quote) {
    boolean triple = Strings.isTriple(scan.text, quote);
    scan.add(TokenKind.ERROR, triple ? scan.length : scan.lineEndFrom(scan.at));
  }

  private void operator() {
    TokenKind kind = Spellings.operator(scan.text, scan.at);
    switch (kind) {
      case LPAR, LSQB, LBRACE -> {
        scan.brackets.open(scan.found.size());
        scan.add(kind, scan.at + 1);
      }
      case RPAR, RSQB, RBRACE -> {
        scan.brackets.close();
        scan.add(kind, scan.at + 1);
      }
      case ERROR ->
          scan.add(
              kind,
              scan.at
                  + Character.charCount(Character.codePointAt(scan.text, scan.at, scan.length)));
      default -> scan.add(kind, scan.at + kind.length());
    }
  }
}
