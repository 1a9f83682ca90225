package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;
import java.util.Optional;

/** Makes loops by a hook in place of an {@code event_loop_policy} fixture. */
public final class LoopFactoryInstead {
  private static final String DEFAULT = "asyncio.DefaultEventLoopPolicy";
  private static final String UVLOOP = "uvloop.EventLoopPolicy";

  private LoopFactoryInstead() {}

  /**
   * The fix: asyncio's own policy needs nothing in its place, and another one becomes a hook of the
   * conftest, which makes the loops of the same tests. Absent if the fixture does more than return
   * a policy, or if something else asks for it.
   */
  public static Optional<Fix> of(Fixture fixture, SuiteModel model) {
    Optional<Expression> policy = fixture.given().alone();
    boolean plain =
        policy.isPresent()
            && fixture.requested().isEmpty()
            && fixture.params().isEmpty()
            && fixture.function().decorators().size() == 1
            && fixture.function().body().size() == 1;
    if (!plain || isAskedFor(fixture, model)) {
      return Optional.empty();
    }
    SourceFile file = fixture.file();
    Expression value = policy.orElseThrow();
    Optional<String> made =
        value instanceof Call call && call.arguments().isEmpty() && call.keywords().isEmpty()
            ? model.resolver().qualifiedName(file, call.function())
            : Optional.empty();
    if (made.filter(DEFAULT::equals).isPresent()) {
      return DeletedFunction.edit(file, fixture.function())
          .filter(it -> isOnlyOne(fixture, model))
          .map(it -> fix("delete the override", it));
    }
    boolean uvloop = made.filter(UVLOOP::equals).isPresent();
    String text = file.text(value);
    String factory =
        uvloop && text.equals(UVLOOP + "()")
            ? "{\"uvloop\": uvloop.new_event_loop}"
            : "{\"loop\": " + text + ".new_event_loop}";
    return value instanceof Call ? hook(fixture, factory, model) : Optional.empty();
  }

  private static Optional<Fix> hook(Fixture fixture, String factories, SuiteModel model) {
    SourceFile file = fixture.file();
    FunctionDef function = fixture.function();
    String path = file.path();
    boolean conftest = path.equals("conftest.py") || path.endsWith("/conftest.py");
    boolean known =
        model.versions().pytestAsyncio().overlap(Feature.LOOP_FACTORIES.before()) == Overlap.NONE;
    boolean topLevel =
        file.tree().module().body().stream().anyMatch(it -> SameNode.is(it, function));
    int start = file.source().lineStart(file.source().lineAt(function.decorators().get(0).start()));
    if (!conftest || !known || !topLevel || model.mentions("pytest_asyncio_loop_factories")) {
      return Optional.empty();
    }
    String text =
        "def pytest_asyncio_loop_factories(config, item):"
            + LineEnd.of(file)
            + "    return "
            + factories;
    return Optional.of(
        fix("make the loops by a hook", new Edit(path, start, function.end(), text)));
  }

  private static boolean isAskedFor(Fixture fixture, SuiteModel model) {
    String name = fixture.name();
    return model.tests().stream()
            .anyMatch(it -> it.requested().contains(name) || it.usefixtures().contains(name))
        || model.fixtures().stream().anyMatch(it -> it.requested().contains(name));
  }

  private static boolean isOnlyOne(Fixture fixture, SuiteModel model) {
    return model.fixtures().stream().filter(it -> it.name().equals(fixture.name())).count() == 1;
  }

  private static Fix fix(String title, Edit edit) {
    return new Fix(Safety.UNSAFE, title, List.of(edit));
  }
}
