package dev.loopscope.scaffold.check.edit;

import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes an async fixture of a sync one, on the loop of the tests that use it. */
public final class AsyncFixtureInstead {
  private AsyncFixtureInstead() {}

  /** The fix, where one plugin runs all tests that use the fixture, on loops of one scope. */
  public static Optional<Fix> of(Fixture fixture, SuiteModel model) {
    SourceFile file = fixture.file();
    FunctionDef function = fixture.function();
    boolean plain =
        fixture.kind().is(FunctionKind.SYNC) || fixture.kind().is(FunctionKind.GENERATOR);
    Optional<List<Edit>> awaits = AwaitedRun.all(file, function, model.resolver());
    Optional<List<Edit>> word = AsyncFunctionInstead.edits(file, function, Optional.empty());
    Optional<List<Edit>> decorator = decorator(fixture, model);
    if (!plain
        || function.decorators().size() != 1
        || awaits.isEmpty()
        || word.isEmpty()
        || decorator.isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>(decorator.orElseThrow());
    edits.addAll(word.orElseThrow());
    edits.addAll(awaits.orElseThrow());
    return Optional.of(
        new Fix(Safety.UNSAFE, "make `" + fixture.name() + "` an async fixture", edits));
  }

  private static Optional<List<Edit>> decorator(Fixture fixture, SuiteModel model) {
    List<Test> tests = model.testsUsing(fixture);
    if (tests.isEmpty() || !tests.stream().allMatch(Test::isAsync)) {
      return Optional.empty();
    }
    if (tests.stream().allMatch(it -> model.runner(it).is(Runner.ANYIO))) {
      boolean asyncio =
          fixture.scope().is(Scope.FUNCTION)
              && tests.stream().allMatch(it -> runsOnAsyncioAlone(it, model));
      return asyncio ? Optional.of(List.of()) : Optional.empty();
    }
    Set<Optional<Scope>> loops = new HashSet<>();
    tests.forEach(it -> loops.add(model.loopScope(it).toOptional()));
    Optional<Scope> loop = loops.size() == 1 ? loops.iterator().next() : Optional.empty();
    boolean ours =
        tests.stream().allMatch(it -> model.runner(it).is(Runner.PYTEST_ASYNCIO))
            && fixture.maker() == Maker.PYTEST;
    Optional<Scope> wide =
        loop.filter(
            it ->
                fixture
                    .scope()
                    .toOptional()
                    .filter(own -> own == it || it.widerThan(own))
                    .isPresent());
    return ours ? wide.flatMap(it -> decorator(fixture, it, model)) : Optional.empty();
  }

  private static boolean runsOnAsyncioAlone(Test test, SuiteModel model) {
    return model
        .backends(test)
        .toOptional()
        .filter(it -> it.stream().allMatch(AnyioBackend.ASYNCIO::equals))
        .isPresent();
  }

  /** What says the loop's scope, where the default for fixtures is another one. */
  private static Optional<List<Edit>> decorator(Fixture fixture, Scope loop, SuiteModel model) {
    Allowed allowed = model.versions().pytestAsyncio();
    boolean byDefault =
        fixture.scope().is(loop)
            && model.config().setting("asyncio_default_fixture_loop_scope").isEmpty();
    if (byDefault) {
      return AsyncioFixtureInstead.edits(fixture);
    }
    boolean spelt =
        allowed.expects(Feature.LOOP_SCOPE.range())
            && (allowed.range().floor().isEmpty()
                || allowed.overlap(Feature.LOOP_SCOPE.before()) == Overlap.NONE);
    return spelt ? LoopScopeArgument.of(fixture, loop) : Optional.empty();
  }
}
