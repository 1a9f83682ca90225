package dev.loopscope.scaffold.check.edit.source;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/** Takes a decorator out, with its line. */
public final class DecoratorRemoval {
  private DecoratorRemoval() {}

  /**
   * The safe fix; absent if {@code decorator} is not written above {@code function}, or if there is
   * more than the decorator on its lines.
   */
  public static Optional<Fix> fix(
      SourceFile file, FunctionDef function, Expression decorator, String title) {
    if (function.decorators().stream().noneMatch(it -> SameNode.is(it, decorator))) {
      return Optional.empty();
    }
    return edit(file, decorator).map(it -> new Fix(Safety.SAFE, title, List.of(it)));
  }

  /** The edit; absent if there is more than the decorator on its lines. */
  public static Optional<Edit> edit(SourceFile file, Expression decorator) {
    SourceText source = file.source();
    String text = source.text();
    int lineStart = source.lineStart(source.lineAt(decorator.start()));
    int lineEnd = source.lineEnd(decorator.end());
    if (!source.endsLine(decorator.end())) {
      return Optional.empty();
    }
    boolean alone =
        text.substring(lineStart, decorator.start()).strip().equals("@")
            && text.substring(decorator.end(), lineEnd).isBlank()
            && !text.substring(decorator.start(), decorator.end()).contains("#");
    return alone ? Optional.of(new Edit(file.path(), lineStart, lineEnd, "")) : Optional.empty();
  }
}
