package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Edit;
import dev.loopscope.scaffold.check.Fix;
import dev.loopscope.scaffold.check.Safety;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/** Takes a decorator out, with its line. */
final class DecoratorRemoval {
  private DecoratorRemoval() {}

  /**
   * The safe fix; absent if {@code decorator} is not written above {@code function}, or if there is
   * more than the decorator on its lines.
   */
  static Optional<Fix> fix(
      SourceFile file, FunctionDef function, Expression decorator, String title) {
    if (function.decorators().stream().noneMatch(it -> SameNode.is(it, decorator))) {
      return Optional.empty();
    }
    return edit(file, decorator).map(it -> new Fix(Safety.SAFE, title, List.of(it)));
  }

  private static Optional<Edit> edit(SourceFile file, Expression decorator) {
    String text = file.source().text();
    int lineStart = file.source().lineStart(file.source().lineAt(decorator.start()));
    int lineFeed = text.indexOf('\n', decorator.end());
    if (lineFeed < 0) {
      return Optional.empty();
    }
    boolean alone =
        text.substring(lineStart, decorator.start()).strip().equals("@")
            && text.substring(decorator.end(), lineFeed).isBlank()
            && !text.substring(decorator.start(), decorator.end()).contains("#");
    return alone
        ? Optional.of(new Edit(file.path(), lineStart, lineFeed + 1, ""))
        : Optional.empty();
  }
}
