package dev.loopscope.scaffold.python;

import dev.loopscope.scaffold.python.source.Position;
import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.token.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Our tokens in the lines of cpython_oracle.py. */
final class TokenLines {
  private final Tokens tokens;
  private final boolean formattedStringsAreStrings;
  private final List<String> lines = new ArrayList<>();

  private TokenLines(Tokens tokens, int minor) {
    this.tokens = tokens;
    this.formattedStringsAreStrings = minor < 12;
  }

  /** As Python 3.{@code minor} would see them. */
  static List<String> of(Tokens tokens, int minor) {
    return new TokenLines(tokens, minor).lines();
  }

  private List<String> lines() {
    for (int index = 0; index < tokens.size(); index++) {
      TokenKind kind = tokens.kind(index);
      if (formattedStringsAreStrings && kind == TokenKind.FSTRING_START) {
        int end = endOfFormattedString(index);
        add("STRING", tokens.start(index), tokens.end(end));
        index = end;
      } else {
        add(index, kind);
      }
    }
    return lines;
  }

  private int endOfFormattedString(int start) {
    int open = 0;
    int index = start;
    do {
      TokenKind kind = tokens.kind(index++);
      if (kind == TokenKind.FSTRING_START) {
        open++;
      } else if (kind == TokenKind.FSTRING_END) {
        open--;
      }
    } while (open > 0);
    return index - 1;
  }

  private void add(int index, TokenKind kind) {
    switch (kind) {
      case DEDENT, ENDMARKER -> lines.add("T " + kind + " 0 0 0 0");
      case NEWLINE, NL -> add(kind.name(), tokens.start(index), tokens.start(index));
      case ERROR -> add("ERRORTOKEN", tokens.start(index), tokens.end(index));
      default ->
          add(
              kind.spelling().isEmpty() ? kind.name() : kind.isKeyword() ? "NAME" : "OP",
              tokens.start(index),
              tokens.end(index));
    }
  }

  private void add(String kind, int start, int end) {
    Position from = tokens.source().position(start);
    Position to = tokens.source().position(end);
    lines.add(
        "T "
            + kind
            + " "
            + from.line()
            + " "
            + from.codePoints()
            + " "
            + to.line()
            + " "
            + to.codePoints());
  }
}
