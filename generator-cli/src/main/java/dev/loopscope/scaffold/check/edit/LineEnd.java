package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.module.SourceFile;

/** The line ends that edits write. */
public final class LineEnd {
  private LineEnd() {}

  /** That of the file's first line, so that a fixed file does not mix them. */
  public static String of(SourceFile file) {
    SourceText source = file.source();
    if (!source.endsLine(0)) {
      return "\n";
    }
    String line = source.text().substring(0, source.lineEnd(0));
    return line.endsWith("\r\n") ? "\r\n" : line.substring(line.length() - 1);
  }
}
