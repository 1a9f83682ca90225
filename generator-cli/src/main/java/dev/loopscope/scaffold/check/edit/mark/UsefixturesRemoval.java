package dev.loopscope.scaffold.check.edit.mark;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.source.DecoratorRemoval;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.List;
import java.util.Optional;

/** Takes a name out of a {@code usefixtures} mark. */
public final class UsefixturesRemoval {
  private UsefixturesRemoval() {}

  /** The argument of a mark that names a fixture. */
  public static Optional<Expression> argument(Mark mark, String name, Resolver resolver) {
    return mark.arguments().stream()
        .filter(it -> resolver.string(mark.file(), it).is(name))
        .findFirst();
  }

  /**
   * The edit; absent where the mark would be left with nothing, and is not a decorator with its
   * lines to itself.
   */
  public static Optional<Edit> edit(Mark mark, Expression argument) {
    SourceFile file = mark.file();
    List<Expression> all = mark.arguments();
    if (all.size() == 1) {
      return DecoratorRemoval.edit(file, mark.expression());
    }
    int at = 0;
    while (!SameNode.is(all.get(at), argument)) {
      at++;
    }
    boolean last = at == all.size() - 1;
    int start = last ? all.get(at - 1).end() : argument.start();
    int end = last ? argument.end() : all.get(at + 1).start();
    String between =
        last
            ? file.source().text().substring(start, argument.start())
            : file.source().text().substring(argument.end(), end);
    return between.strip().equals(",")
        ? Optional.of(new Edit(file.path(), start, end, ""))
        : Optional.empty();
  }
}
