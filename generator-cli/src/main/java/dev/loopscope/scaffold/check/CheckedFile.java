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
   * The line on which the statement's header or the decorator around an offset starts: the first
   * line of those that Python reads as one.
   */
  int firstLine(int offset) {
    if (tokens.isEmpty()) {
      return text.lineAt(offset);
    }
    Tokens all = tokens.orElseThrow();
    int first = all.indexAt(offset);
    for (int i = first - 1; i >= 0 && all.kind(i) != TokenKind.NEWLINE; i--) {
      if (!all.kind(i).isTrivia()
          && all.kind(i) != TokenKind.INDENT
          && all.kind(i) != TokenKind.DEDENT) {
        first = i;
      }
    }
    return text.lineAt(Math.min(all.start(first), offset));
  }
}
