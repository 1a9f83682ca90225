package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.source.SourceText;

/**
 * Some characters of one file.
 *
 * @param path relative to the base directory of what is read, with {@code /}
 * @param text the file's text
 * @param start offset of the first character
 * @param end offset behind the last character
 */
public record Location(String path, SourceText text, int start, int end) {
  /** The line of the first character, from 1. */
  public int line() {
    return text.lineAt(start);
  }

  /** The column of the first character, from 1, in code points. */
  public int column() {
    return text.position(start).codePoints() + 1;
  }
}
