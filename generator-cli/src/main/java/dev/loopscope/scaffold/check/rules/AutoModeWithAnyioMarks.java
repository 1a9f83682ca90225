package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Fixes;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.Mark;
import dev.loopscope.scaffold.suite.MarkLevel;
import dev.loopscope.scaffold.suite.Runner;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.Test;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import java.util.Optional;

/** A test that is marked for anyio and taken by pytest-asyncio. */
public final class AutoModeWithAnyioMarks implements Rule {
  @Override
  public String id() {
    return "LS035";
  }

  @Override
  public String summary() {
    return "In pytest-asyncio's auto mode, tests that are marked for anyio are run by pytest-asyncio.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.NONE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    if (!model.config().asyncioMode().is(AsyncioMode.AUTO)) {
      return;
    }
    AnyioBackends backends = new AnyioBackends(model);
    for (Test test : model.tests()) {
      Optional<Mark> mark = test.closestMark("anyio");
      if (mark.isPresent()
          && AnyioTest.isRun(test)
          && model.runner(test).is(Runner.PYTEST_ASYNCIO)) {
        check(test, mark.orElseThrow(), backends, findings);
      }
    }
  }

  private void check(Test test, Mark mark, AnyioBackends backends, Findings findings) {
    Optional<AnyioBackend> backend =
        mark.level() == MarkLevel.HOOK ? Optional.empty() : backends.of(test).toOptional();
    Optional<String> other =
        backend.stream()
            .flatMap(it -> it.names().stream())
            .filter(it -> !it.equals(AnyioBackend.ASYNCIO))
            .findFirst();
    String item =
        backend.filter(it -> it.names().size() > 1 && other.isPresent()).isPresent()
            ? test.name() + "[" + other.orElseThrow() + "]"
            : test.name();
    findings.add(
        this,
        other.isPresent() ? Severity.ERROR : Severity.WARNING,
        mark.useFile().location(mark.use()),
        other.isPresent()
            ? "`%s` is run by pytest-asyncio, on asyncio, and passes as if it were run on %s"
                .formatted(item, other.orElseThrow())
            : "`%s` is run by pytest-asyncio, and anyio's mark only makes its fixtures anyio's"
                .formatted(item),
        "set `asyncio_mode = strict`, or drop the mark");
  }
}
