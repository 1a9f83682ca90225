package dev.loopscope.scaffold.check.edit.mark;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.Optional;

/** Gives a fixture, or the values of one in {@code parametrize}, another {@code scope}. */
public final class ScopeArgument {
  private static final String KEYWORD = "scope";

  private ScopeArgument() {}

  /** The edit of a fixture's decorator; absent if its arguments are not written out. */
  public static Optional<Edit> edit(Fixture fixture, String scope) {
    SourceFile file = fixture.decoratorFile();
    Expression decorator = fixture.decorator();
    return decorator instanceof Call call
        ? edit(file, call, scope)
        : Optional.of(insertion(file, decorator.end(), "(" + argument(scope) + ")"));
  }

  /** The edit of a call that takes a {@code scope}; absent if it may get it from a mapping. */
  public static Optional<Edit> edit(SourceFile file, Call call, String scope) {
    if (call.keywords().stream().anyMatch(it -> it.name().isEmpty())) {
      return Optional.empty();
    }
    Optional<Keyword> there =
        call.keywords().stream()
            .filter(it -> it.name().filter(KEYWORD::equals).isPresent())
            .findFirst();
    if (there.isPresent()) {
      return ScopeWord.edit(file, there.orElseThrow().value(), scope);
    }
    int last =
        call.keywords().isEmpty()
            ? call.arguments().isEmpty()
                ? -1
                : call.arguments().get(call.arguments().size() - 1).end()
            : call.keywords().get(call.keywords().size() - 1).end();
    if (last >= 0) {
      return Optional.of(insertion(file, last, ", " + argument(scope)));
    }
    int bracket = call.end() - 1;
    return file.source().text().charAt(bracket) == ')'
        ? Optional.of(insertion(file, bracket, argument(scope)))
        : Optional.empty();
  }

  private static String argument(String scope) {
    return KEYWORD + "=\"" + scope + "\"";
  }

  private static Edit insertion(SourceFile file, int offset, String text) {
    return new Edit(file.path(), offset, offset, text);
  }
}
