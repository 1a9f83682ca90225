package dev.loopscope.scaffold.check.edit.mark;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.Optional;

/** Writes another scope where one is written out. */
public final class ScopeWord {
  private ScopeWord() {}

  /** The edit of a string; absent for a name or anything else that stands for the scope. */
  public static Optional<Edit> edit(SourceFile file, Expression value, String scope) {
    if (!(value instanceof StringLiteral)) {
      return Optional.empty();
    }
    char first = file.source().text().charAt(value.start());
    char quote = first == '\'' ? '\'' : '"';
    return Optional.of(new Edit(file.path(), value.start(), value.end(), quote + scope + quote));
  }
}
