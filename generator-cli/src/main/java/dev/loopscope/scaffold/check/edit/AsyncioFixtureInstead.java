package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a fixture with {@code pytest_asyncio.fixture} in place of {@code pytest.fixture}. */
public final class AsyncioFixtureInstead {
  private static final VersionRange WITH_LOOP_SCOPE = Feature.LOOP_SCOPE.range();

  private AsyncioFixtureInstead() {}

  /** The fix, unless a test that pytest-asyncio does not run needs the fixture as it is. */
  public static Optional<Fix> of(Fixture fixture, SuiteModel model) {
    boolean shared =
        model.testsUsing(fixture).stream()
            .anyMatch(
                test ->
                    !model.runner(test).is(Runner.PYTEST_ASYNCIO)
                        && !model.runner(test).is(Runner.SYNC)
                        && !model.runner(test).is(Runner.UNITTEST));
    Optional<Scope> scope = fixture.scope().toOptional();
    Optional<List<Edit>> made = edits(fixture);
    if (shared || scope.isEmpty() || made.isEmpty()) {
      return Optional.empty();
    }
    SourceFile file = fixture.decoratorFile();
    Expression decorator = fixture.decorator();
    List<Edit> edits = new ArrayList<>(made.orElseThrow());
    String title = "make it with `@pytest_asyncio.fixture`";
    if (scope.orElseThrow() == Scope.FUNCTION) {
      return Optional.of(new Fix(Safety.SAFE, title, edits));
    }
    return loopScope(file, decorator, scope.orElseThrow(), model)
        .map(
            edit -> {
              edits.add(edit);
              return new Fix(Safety.UNSAFE, title, edits);
            });
  }

  /** The edits that only change the name of the decorator; absent if it has no place of its own. */
  public static Optional<List<Edit>> edits(Fixture fixture) {
    SourceFile file = fixture.decoratorFile();
    Expression decorator = fixture.decorator();
    Optional<List<Edit>> imports = ImportAddition.of(file, "pytest_asyncio");
    boolean decorates =
        fixture.function().decorators().stream().anyMatch(it -> SameNode.is(it, decorator));
    if (!decorates || imports.isEmpty()) {
      return Optional.empty();
    }
    Expression name = decorator instanceof Call call ? call.function() : decorator;
    List<Edit> edits = new ArrayList<>(imports.orElseThrow());
    edits.add(new Edit(file.path(), name.start(), name.end(), "pytest_asyncio.fixture"));
    return Optional.of(edits);
  }

  /** A wider fixture needs a loop that lives as long. */
  private static Optional<Edit> loopScope(
      SourceFile file, Expression decorator, Scope scope, SuiteModel model) {
    boolean known = model.versions().pytestAsyncio().expects(WITH_LOOP_SCOPE);
    if (!known || !(decorator instanceof Call call) || call.keywords().isEmpty()) {
      return Optional.empty();
    }
    int end = call.keywords().get(call.keywords().size() - 1).end();
    return Optional.of(new Edit(file.path(), end, end, ", loop_scope=\"" + scope.word() + "\""));
  }
}
