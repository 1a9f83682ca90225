package dev.loopscope.scaffold.check.edit.mark;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.source.ImportAddition;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives to anyio what pytest-asyncio runs of a test that anyio's backend is set up for. */
public final class OtherPluginInstead {
  private static final String ASYNCIO = "pytest.mark.asyncio";

  private OtherPluginInstead() {}

  /** Marks a test for anyio; absent if its mark stands elsewhere, or a fixture is not anyio's. */
  public static Optional<Fix> ofTest(Test test, SuiteModel model) {
    List<Mark> marks = test.marks("asyncio");
    boolean plain =
        marks.size() == 1
            && marks.get(0).level() == MarkLevel.FUNCTION
            && marks.get(0).isBare()
            && marks.get(0).useFile().text(marks.get(0).use()).equals(ASYNCIO);
    boolean ours =
        model.closure(test).fixtures().stream()
            .noneMatch(it -> it.isAsync() && it.maker() != Maker.PYTEST);
    if (!plain || !ours) {
      return Optional.empty();
    }
    Mark mark = marks.get(0);
    Edit edit =
        new Edit(mark.useFile().path(), mark.use().start(), mark.use().end(), "pytest.mark.anyio");
    return Optional.of(new Fix(Safety.UNSAFE, "mark it for anyio", List.of(edit)));
  }

  /** Makes a fixture with pytest's decorator; absent if a test uses it that anyio does not run. */
  public static Optional<Fix> ofFixture(Fixture fixture, SuiteModel model) {
    SourceFile file = fixture.decoratorFile();
    Expression decorator = fixture.decorator();
    boolean plain =
        fixture.declaredLoopScope().isEmpty()
            && fixture.scope().is(Scope.FUNCTION)
            && fixture.function().decorators().stream().anyMatch(it -> SameNode.is(it, decorator))
            && model.testsUsing(fixture).stream().allMatch(it -> model.runner(it).is(Runner.ANYIO));
    Expression name = decorator instanceof Call call ? call.function() : decorator;
    return plain
        ? ImportAddition.of(file, "pytest")
            .map(
                imports -> {
                  List<Edit> edits = new ArrayList<>(imports);
                  edits.add(new Edit(file.path(), name.start(), name.end(), "pytest.fixture"));
                  return new Fix(Safety.UNSAFE, "make it with `@pytest.fixture`", edits);
                })
        : Optional.empty();
  }
}
