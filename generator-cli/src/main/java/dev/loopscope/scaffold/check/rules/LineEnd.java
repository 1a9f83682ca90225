package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.suite.module.SourceFile;

/** The line ends that edits write. */
final class LineEnd {
  private LineEnd() {}

  /** That of the file's first line, so that a fixed file does not mix them. */
  static String of(SourceFile file) {
    String text = file.source().text();
    int lineFeed = text.indexOf('\n');
    return lineFeed > 0 && text.charAt(lineFeed - 1) == '\r' ? "\r\n" : "\n";
  }
}
