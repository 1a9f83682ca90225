package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.python.parser.Parser;
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
    List<Edit> removals = together(needed(before), after, List.of(), shared);
    return removals.isEmpty() ? after : after.with(EditedText.of(after.text(), removals));
  }

  /** The imports of a text that it has a use for. */
  static List<ImportNeeds.Binding> needed(SourceText text) {
    return new ImportNeeds(Parser.parse(text))
        .bindings().stream().filter(ImportNeeds.Binding::needed).toList();
  }

  /**
   * Edits of a text, with those that take out what they leave without a use; the same ones if that
   * is nothing.
   *
   * @param had what was needed before
   * @param text what they are edits of
   * @param edits in the order of the text
   * @param shared whether another module may use a name of this one
   */
  static List<Edit> together(
      List<ImportNeeds.Binding> had, SourceText text, List<Edit> edits, Predicate<String> shared) {
    if (had.isEmpty()) {
      return edits;
    }
    List<Edit> all = EditedText.withLineEnds(edits, text.text());
    SourceText edited = edited(text, all);
    int unread = Parser.parse(edited).opaqueStatements().size();
    boolean changed = false;
    for (int from = 0; ; ) {
      List<ImportNeeds.Binding> bindings = new ImportNeeds(Parser.parse(edited)).bindings();
      int next = from;
      while (next < bindings.size() && !isLeft(bindings.get(next), had, shared)) {
        next++;
      }
      if (next == bindings.size()) {
        return changed ? all : edits;
      }
      Optional<List<Edit>> more = LaterEdit.behind(all, removal(edited, bindings.get(next)));
      Optional<SourceText> shorter =
          more.map(it -> edited(text, it))
              .filter(it -> Parser.parse(it).opaqueStatements().size() <= unread);
      changed |= shorter.isPresent();
      all = shorter.isPresent() ? more.orElse(all) : all;
      edited = shorter.orElse(edited);
      from = shorter.isPresent() ? next : next + 1;
    }
  }

  private static SourceText edited(SourceText text, List<Edit> edits) {
    return text.with(EditedText.of(text.text(), edits));
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
