package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.Optional;

/** Takes a statement out of a module. */
public final class StatementDeletion {
  private StatementDeletion() {}

  /**
   * Deletes the lines of a statement of the top level that has them to itself, at the end of the
   * file with the blank lines before it.
   */
  public static Optional<Edit> edit(SourceFile file, Statement statement) {
    SourceText source = file.source();
    int first = source.lineStart(source.lineAt(statement.start()));
    int start = first;
    int end = source.lineEnd(statement.end());
    String behind = source.text().substring(statement.end(), end).strip();
    if (end == source.text().length()) {
      while (start > 0 && previousLine(source, start).isBlank()) {
        start -= previousLine(source, start).length();
      }
    }
    boolean alone = first == statement.start() && (behind.isEmpty() || behind.startsWith("#"));
    return alone ? Optional.of(new Edit(file.path(), start, end, "")) : Optional.empty();
  }

  private static String previousLine(SourceText source, int lineStart) {
    return source.text().substring(source.lineStart(source.lineAt(lineStart) - 1), lineStart);
  }
}
