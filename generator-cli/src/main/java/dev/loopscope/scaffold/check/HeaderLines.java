package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.token.Tokens;

/** The lines on which the headers of a Python file's statements and its decorators start. */
final class HeaderLines {
  private final SourceText text;
  private final Tokens tokens;

  /** For each token, the first one of the header or the decorator that it is part of. */
  private final int[] firsts;

  /** Of a Python file. */
  HeaderLines(SourceText text) {
    this.text = text;
    this.tokens = Tokens.of(text);
    this.firsts = firsts(tokens);
  }

  private static int[] firsts(Tokens tokens) {
    int[] firsts = new int[tokens.size()];
    int first = -1;
    for (int i = 0; i < firsts.length; i++) {
      TokenKind kind = tokens.kind(i);
      boolean code =
          !kind.isTrivia()
              && kind != TokenKind.INDENT
              && kind != TokenKind.DEDENT
              && kind != TokenKind.NEWLINE;
      if (code && first < 0) {
        first = i;
      }
      firsts[i] = first < 0 ? i : first;
      if (kind == TokenKind.NEWLINE) {
        first = -1;
      }
    }
    return firsts;
  }

  /** The first line of those that Python reads as one with the line that an offset is on. */
  int first(int offset) {
    return text.lineAt(Math.min(tokens.start(firsts[tokens.indexAt(offset)]), offset));
  }
}
