package dev.loopscope.scaffold.check.edit.mark;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.source.ImportAddition;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a mark or a fixture a loop scope, by replacing the one that it has or by adding one. */
public final class LoopScopeArgument {
  /** The keyword that pytest-asyncio takes from 0.24 on. */
  public static final String KEYWORD = "loop_scope";

  private LoopScopeArgument() {}

  /**
   * The edit of an asyncio mark; absent if the mark's arguments are not written out.
   *
   * @param keyword what the allowed versions call the argument
   */
  public static Optional<Edit> of(Mark mark, String keyword, Scope scope) {
    Optional<Call> call = mark.call();
    if (call.isEmpty()) {
      int end = mark.expression().end();
      return Optional.of(inserted(mark.file(), end, "(" + argument(keyword, scope) + ")"));
    }
    if (!mark.arguments().isEmpty()) {
      return Optional.empty();
    }
    return edit(mark.file(), call.orElseThrow(), List.of(keyword, KEYWORD, "scope"), scope);
  }

  /**
   * The edits of an async fixture: one that is made with {@code pytest.fixture} is made with {@code
   * pytest_asyncio.fixture} then. Absent if the arguments are not written out, or the import has no
   * place.
   */
  public static Optional<List<Edit>> of(Fixture fixture, Scope scope) {
    SourceFile file = fixture.decoratorFile();
    Expression decorator = fixture.decorator();
    Optional<Edit> argument =
        decorator instanceof Call call
            ? edit(file, call, List.of(KEYWORD), scope)
            : Optional.of(inserted(file, decorator.end(), "(" + argument(KEYWORD, scope) + ")"));
    if (argument.isEmpty() || fixture.maker() == Maker.PYTEST_ASYNCIO) {
      return argument.map(List::of);
    }
    Optional<List<Edit>> imports = ImportAddition.of(file, "pytest_asyncio");
    boolean decorates =
        fixture.function().decorators().stream().anyMatch(it -> SameNode.is(it, decorator));
    if (imports.isEmpty() || !decorates || fixture.maker() != Maker.PYTEST) {
      return Optional.empty();
    }
    Expression name = decorator instanceof Call call ? call.function() : decorator;
    List<Edit> edits = new ArrayList<>(imports.orElseThrow());
    edits.add(new Edit(file.path(), name.start(), name.end(), "pytest_asyncio.fixture"));
    edits.add(argument.orElseThrow());
    return Optional.of(edits);
  }

  /** The first of the keywords that is there gets another value, or the first one is added. */
  private static Optional<Edit> edit(
      SourceFile file, Call call, List<String> keywords, Scope scope) {
    if (call.keywords().stream().anyMatch(it -> it.name().isEmpty())) {
      return Optional.empty();
    }
    for (String keyword : keywords) {
      Optional<Keyword> there =
          call.keywords().stream()
              .filter(it -> it.name().filter(keyword::equals).isPresent())
              .findFirst();
      if (there.isPresent()) {
        Expression value = there.orElseThrow().value();
        return Optional.of(
            new Edit(file.path(), value.start(), value.end(), "\"" + scope.word() + "\""));
      }
    }
    String argument = argument(keywords.get(0), scope);
    if (!call.keywords().isEmpty()) {
      int end = call.keywords().get(call.keywords().size() - 1).end();
      return Optional.of(inserted(file, end, ", " + argument));
    }
    if (!call.arguments().isEmpty()) {
      int end = call.arguments().get(call.arguments().size() - 1).end();
      return Optional.of(inserted(file, end, ", " + argument));
    }
    return file.source().text().charAt(call.end() - 1) == ')'
        ? Optional.of(inserted(file, call.end() - 1, argument))
        : Optional.empty();
  }

  private static String argument(String keyword, Scope scope) {
    return keyword + "=\"" + scope.word() + "\"";
  }

  private static Edit inserted(SourceFile file, int offset, String text) {
    return new Edit(file.path(), offset, offset, text);
  }
}
