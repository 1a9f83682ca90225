package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.check.edit.Edit;
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

  /**
   * Deletes the lines of a statement of a block; of one that is alone there, {@code pass} stays.
   */
  public static Edit within(SourceFile file, Statement statement) {
    SourceText source = file.source();
    int start = source.lineStart(source.lineAt(statement.start()));
    int end = source.lineEnd(statement.end());
    String text = source.text();
    boolean ownLines =
        text.substring(start, statement.start()).isBlank()
            && text.substring(statement.end(), end).isBlank();
    int indent = statement.start() - start;
    int above = start;
    do {
      above = above == 0 ? -1 : source.lineStart(source.lineAt(above) - 1);
    } while (above > 0 && text.substring(above, source.lineEnd(above)).isBlank());
    int below = end;
    while (below < text.length() && text.substring(below, source.lineEnd(below)).isBlank()) {
      below = source.lineEnd(below);
    }
    boolean first =
        above >= 0 && text.substring(above, source.lineEnd(above)).stripTrailing().endsWith(":");
    int next = below;
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
      next++;
    }
    boolean last = next - below < indent || next == text.length();
    return ownLines && !(first && last)
        ? new Edit(file.path(), start, end, "")
        : new Edit(file.path(), statement.start(), statement.end(), "pass");
  }

  private static String previousLine(SourceText source, int lineStart) {
    return source.text().substring(source.lineStart(source.lineAt(lineStart) - 1), lineStart);
  }
}
