package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.token.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * A file that findings can be in.
 *
 * @param path as locations name it
 * @param text what was read of it
 * @param tokens of a Python file
 */
record CheckedFile(String path, SourceText text, Optional<Tokens> tokens) {
  /** The comments in it that take findings away. */
  List<IgnoreComment> ignoreComments() {
    return tokens
        .map(python -> IgnoreComments.ofPython(path, python))
        .orElseGet(() -> IgnoreComments.ofConfiguration(path, text));
  }

  /**
   * For each token, the first one of the statement's header or the decorator that it is part of.
   */
  int[] firstTokens() {
    if (tokens.isEmpty()) {
      return new int[0];
    }
    Tokens all = tokens.orElseThrow();
    int[] firsts = new int[all.size()];
    int first = -1;
    for (int i = 0; i < firsts.length; i++) {
      TokenKind kind = all.kind(i);
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

  /**
   * The line on which the statement's header or the decorator around an offset starts: the first
   * line of those that Python reads as one.
   *
   * @param firsts what {@link #firstTokens} gave
   */
  int firstLine(int offset, int[] firsts) {
    if (tokens.isEmpty()) {
      return text.lineAt(offset);
    }
    Tokens all = tokens.orElseThrow();
    return text.lineAt(Math.min(all.start(firsts[all.indexAt(offset)]), offset));
  }
}
