package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.mark.StrictMode;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.check.evidence.LoopReach;
import dev.loopscope.scaffold.check.evidence.SelfSkippedTests;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A test that is marked for anyio, or requests its backend, and is taken by pytest-asyncio. */
public final class AutoModeWithAnyioMarks implements Rule {
  @Override
  public String id() {
    return "LS035";
  }

  @Override
  public String summary() {
    return "In pytest-asyncio's auto mode, tests that are meant for anyio are run by"
        + " pytest-asyncio.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    // Before, there are no items for its backends: nothing says that a test runs on trio.
    boolean items = model.versions().pytestAsyncio().expects(Feature.COLLECTS_AFTER_ANYIO.range());
    if (!items || !model.asyncioMode().is(AsyncioMode.AUTO)) {
      return;
    }
    Optional<Fix> strict = StrictMode.fix(model);
    String remedy =
        "set `asyncio_mode = strict`"
            + (StrictMode.losesTests(model) ? " and mark the other async tests" : "")
            + ", or drop the mark";
    SelfSkippedTests skipped = new SelfSkippedTests(model);
    for (Test test : model.testsRunBy(Runner.PYTEST_ASYNCIO)) {
      Optional<Mark> mark = test.closestMark("anyio");
      if (mark.isPresent() && AnyioTest.isRun(test) && !skipped.holds(test)) {
        Finding finding = finding(test, mark.orElseThrow(), remedy, model);
        findings.add(strict.map(finding::with).orElse(finding));
      }
    }
    checkUnmarked(strict, skipped, model, findings);
  }

  /** Told of once a module: what is wrong is one fixture, and each test only has its name. */
  private void checkUnmarked(
      Optional<Fix> strict, SelfSkippedTests skipped, SuiteModel model, Findings findings) {
    Map<SourceFile, List<Test>> lies = new LinkedHashMap<>();
    for (Test test : model.testsRunBy(Runner.PYTEST_ASYNCIO)) {
      boolean named =
          test.requested().contains(AnyioBackend.NAME) && !isRead(test) && !isHandedOn(test, model);
      if (named
          && test.closestMark("anyio").isEmpty()
          && AnyioTest.isRun(test)
          && !skipped.holds(test)
          && other(certain(test, model)).isPresent()) {
        lies.computeIfAbsent(test.collectedIn(), key -> new ArrayList<>()).add(test);
      }
    }
    lies.forEach((module, tests) -> reportUnmarked(tests, strict, model, findings));
  }

  /** Whether a test does something with the backend's name, such as starting that one itself. */
  private static boolean isRead(Test test) {
    boolean[] found = new boolean[1];
    test.function()
        .body()
        .forEach(
            statement ->
                Walk.preOrder(
                    statement,
                    node ->
                        found[0] |=
                            node instanceof Name name && name.id().equals(AnyioBackend.NAME)));
    return found[0];
  }

  /** Whether a fixture of the test takes the backend too: it may start that one. */
  private static boolean isHandedOn(Test test, SuiteModel model) {
    return !model.closure(test).complete()
        || model.closure(test).fixtures().stream()
            .anyMatch(it -> it.requested().contains(AnyioBackend.NAME));
  }

  private void reportUnmarked(
      List<Test> tests, Optional<Fix> strict, SuiteModel model, Findings findings) {
    Test first = tests.get(0);
    Optional<AnyioBackend> backend = certain(first, model);
    String other = other(backend).orElseThrow();
    int more = tests.size() - 1;
    String others =
        more == 0 ? "" : " and " + more + (more == 1 ? " other test" : " other tests") + " here";
    LoopReach.parameter(first.function(), AnyioBackend.NAME)
        .ifPresent(
            parameter -> {
              Finding finding =
                  Finding.of(
                      this,
                      Severity.ERROR,
                      first.file().location(parameter),
                      "`%s`%s %s run by pytest-asyncio, on asyncio, and %s as if run on %s"
                          .formatted(
                              item(first, backend.orElseThrow(), other),
                              others,
                              more == 0 ? "is" : "are",
                              more == 0 ? "passes" : "pass",
                              other),
                      "set `asyncio_mode = strict` and mark "
                          + (more == 0 ? "it" : "them")
                          + " with `pytest.mark.anyio`, or take `anyio_backend` out of the"
                          + " parameters");
              findings.add(strict.map(finding::with).orElse(finding));
            });
  }

  private static Optional<AnyioBackend> certain(Test test, SuiteModel model) {
    return model.backend(test).toOptional().filter(AnyioBackend::certain);
  }

  private static Optional<String> other(Optional<AnyioBackend> backend) {
    return backend.stream()
        .flatMap(it -> it.names().stream())
        .filter(it -> !it.equals(AnyioBackend.ASYNCIO))
        .findFirst();
  }

  private static String item(Test test, AnyioBackend backend, String name) {
    return backend.several() ? test.name() + "[" + name + "]" : test.name();
  }

  private Finding finding(Test test, Mark mark, String remedy, SuiteModel model) {
    Optional<AnyioBackend> backend =
        mark.level() == MarkLevel.HOOK ? Optional.empty() : certain(test, model);
    Optional<String> other = other(backend);
    String item = other.map(it -> item(test, backend.orElseThrow(), it)).orElse(test.name());
    return Finding.of(
        this,
        other.isPresent() ? Severity.ERROR : Severity.WARNING,
        mark.useFile().location(mark.use()),
        other.isPresent()
            ? "`%s` is run by pytest-asyncio, on asyncio, and passes as if it were run on %s"
                .formatted(item, other.orElseThrow())
            : "`%s` is run by pytest-asyncio, and anyio's mark only makes its fixtures anyio's"
                .formatted(item),
        remedy);
  }
}
