package dev.loopscope.scaffold.suite.module;

import dev.loopscope.scaffold.python.source.SourceText;

/**
 * A part of a text file. Lines and columns count from 1; a column counts Unicode characters (code
 * points).
 *
 * @param path relative to the checked directory, with {@code /}
 * @param text the text of that file
 * @param start the offset of the first character
 * @param end the offset behind the last character
 */
public record Location(String path, SourceText text, int start, int end) {
  /** The line it starts on. */
  public int line() {
    return text.lineAt(start);
  }

  /** The column of its first character. */
  public int column() {
    return text.position(start).codePoints() + 1;
  }

  /** The line of the place behind its last character. */
  public int endLine() {
    return text.lineAt(end);
  }

  /** The column of the place behind its last character. */
  public int endColumn() {
    return text.position(end).codePoints() + 1;
  }

  /** Whether the file is part of an environment, and not the project's to change. */
  public boolean isInstalled() {
    return ("/" + path).contains("/site-packages/");
  }
}
