package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.python.parser.Parser;
import dev.loopscope.scaffold.python.parser.SyntaxTree;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.Clause;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Import;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Takes out the imports that an edit left without a use. Those that had none before stay, whatever
 * they are for.
 */
final class LeftoverImports {
  private LeftoverImports() {}

  /**
   * The edited text without them.
   *
   * @param shared whether another module may use a name of this one
   */
  static SourceText without(SourceText before, SourceText after, Predicate<String> shared) {
    List<ImportNeeds.Binding> had =
        new ImportNeeds(Parser.parse(before))
            .bindings().stream().filter(ImportNeeds.Binding::needed).toList();
    if (had.isEmpty()) {
      return after;
    }
    SourceText text = after;
    int unread = Parser.parse(after).opaqueStatements().size();
    for (int from = 0; ; ) {
      SyntaxTree tree = Parser.parse(text);
      List<ImportNeeds.Binding> bindings = new ImportNeeds(tree).bindings();
      int next = from;
      while (next < bindings.size() && !isLeft(bindings.get(next), had, shared)) {
        next++;
      }
      if (next == bindings.size()) {
        return text;
      }
      Edit edit = removal(text, bindings.get(next));
      SourceText shorter = text.with(EditedText.of(text.text(), List.of(edit)));
      boolean holds = Parser.parse(shorter).opaqueStatements().size() <= unread;
      text = holds ? shorter : text;
      from = holds ? next : next + 1;
    }
  }

  private static boolean isLeft(
      ImportNeeds.Binding binding, List<ImportNeeds.Binding> had, Predicate<String> shared) {
    return !binding.needed()
        && had.stream().anyMatch(binding::isLike)
        && !(binding.scope().isEmpty() && shared.test(binding.name()));
  }

  private static Edit removal(SourceText text, ImportNeeds.Binding binding) {
    Statement statement = binding.statement();
    List<Clause.Alias> names =
        statement instanceof Import plain ? plain.names() : ((ImportFrom) statement).names();
    int index = binding.index();
    if (names.size() > 1) {
      return index + 1 < names.size()
          ? new Edit("", names.get(index).start(), names.get(index + 1).start(), "")
          : new Edit("", names.get(index - 1).end(), names.get(index).end(), "");
    }
    return wholeLines(text, statement)
        .orElse(new Edit("", statement.start(), statement.end(), "pass"));
  }

  /** With the blank lines on one of its sides, if it stands alone between some. */
  private static Optional<Edit> wholeLines(SourceText source, Statement statement) {
    int start = source.lineStart(source.lineAt(statement.start()));
    int end = source.lineEnd(statement.end());
    String text = source.text();
    boolean alone =
        text.substring(start, statement.start()).isBlank()
            && text.substring(statement.end(), end).strip().replaceFirst("^#.*", "").isEmpty();
    if (!alone) {
      return Optional.empty();
    }
    int above = start;
    while (above > 0 && line(source, above - 1).isBlank()) {
      above = source.lineStart(source.lineAt(above - 1));
    }
    int below = end;
    while (below < text.length() && line(source, below).isBlank()) {
      below = source.lineEnd(below);
    }
    boolean opens = above == 0 || line(source, above - 1).stripTrailing().endsWith(":");
    boolean between = (above < start || opens) && (end < below || below == text.length());
    if (!between) {
      return Optional.of(new Edit("", start, end, ""));
    }
    boolean more = !opens && below - end >= start - above;
    return Optional.of(new Edit("", more ? above : start, more ? end : below, ""));
  }

  private static String line(SourceText source, int offset) {
    return source.text().substring(source.lineStart(source.lineAt(offset)), source.lineEnd(offset));
  }
}
