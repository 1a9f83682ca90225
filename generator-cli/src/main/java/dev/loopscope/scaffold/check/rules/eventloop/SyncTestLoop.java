package dev.loopscope.scaffold.check.rules.eventloop;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.WideLoops;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.LoopCall;
import dev.loopscope.scaffold.suite.loop.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of a sync test that asks for the current loop after an async test has run. */
final class SyncTestLoop {
  private static final AffectedVersions LEAVING_NONE = AffectedVersions.of(Feature.NO_CURRENT_LOOP);

  private SyncTestLoop() {}

  /** The findings in the sync tests of a suite. */
  static List<Finding> findings(Rule rule, List<Test> tests, SuiteModel model) {
    List<Finding> found = new ArrayList<>();
    for (Test test : tests) {
      if (model.runner(test).is(Runner.SYNC) && hasNoLoop(test, model)) {
        for (LoopCall call : LoopCall.of(test.file(), test.function(), model.resolver())) {
          if (call.kind() == LoopCall.Kind.GET) {
            before(test, tests, model)
                .flatMap(earlier -> finding(rule, call, test, earlier, model))
                .ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  /** Neither an async fixture nor an unknown one sets a loop for the test. */
  private static boolean hasNoLoop(Test test, SuiteModel model) {
    Closure closure = model.closure(test);
    return closure.complete()
        && !closure.has("event_loop")
        && !closure.has("anyio_backend")
        && closure.fixtures().stream()
            .noneMatch(it -> it.isAsync() || !it.kind().isKnown() || makesLoops(it));
  }

  private static boolean makesLoops(Fixture fixture) {
    return fixture.file().text(fixture.function()).contains("event_loop");
  }

  /** The last async test of the same file and class that runs before this one. */
  private static Optional<Test> before(Test test, List<Test> tests, SuiteModel model) {
    return tests.stream()
        .filter(it -> it.collectedIn().equals(test.collectedIn()) && it.file().equals(test.file()))
        .filter(it -> it.collectedBy().equals(test.collectedBy()))
        .filter(it -> it.function().start() < test.function().start())
        .filter(it -> LiveTests.onAsyncio(it, model))
        .reduce((first, last) -> last);
  }

  private static Optional<Finding> finding(
      Rule rule, LoopCall call, Test test, Test earlier, SuiteModel model) {
    boolean anyio = model.runner(earlier).is(Runner.ANYIO);
    Allowed allowed = model.versions().pytestAsyncio();
    Severity worst = WideLoops.of(model) || call.conditional() ? Severity.WARNING : Severity.ERROR;
    Optional<Severity> severity =
        anyio ? Optional.of(worst) : LEAVING_NONE.severity(allowed, worst);
    return severity.map(
        it ->
            Finding.of(
                    rule,
                    it,
                    call.file().location(call.call()),
                    "`"
                        + earlier.name()
                        + "` leaves no current event loop behind, so `"
                        + call.text()
                        + "` raises `RuntimeError` in `"
                        + test.name()
                        + "`",
                    "run the coroutine with `asyncio.run`, or make the test async")
                .forVersions(anyio ? "" : LEAVING_NONE.words(allowed)));
  }
}
