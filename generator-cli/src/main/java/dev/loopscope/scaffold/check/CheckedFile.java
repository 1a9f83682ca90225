package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.token.Tokens;
import java.util.List;

/**
 * A file that findings can be in.
 *
 * @param path as locations name it
 * @param text what was read of it
 * @param python whether it is a Python file
 */
record CheckedFile(String path, SourceText text, boolean python) {
  /** The comments in it that take findings away. */
  List<IgnoreComment> ignoreComments() {
    if (!IgnoreComments.mayHold(text)) {
      return List.of();
    }
    return python
        ? IgnoreComments.ofPython(path, Tokens.of(text))
        : IgnoreComments.ofConfiguration(path, text);
  }
}
