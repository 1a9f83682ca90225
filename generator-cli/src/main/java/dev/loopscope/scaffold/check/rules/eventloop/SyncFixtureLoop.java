package dev.loopscope.scaffold.check.rules.eventloop;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.fixture.AsyncFixtureInstead;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.WideLoops;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.check.wording.AsyncFixtureWords;
import dev.loopscope.scaffold.check.wording.Quoted;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.LoopCall;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of a sync fixture of async tests that gets a loop, or runs one. */
final class SyncFixtureLoop {
  /** Between the tests there is no current loop. */
  private static final AffectedVersions LEAVING_NONE = AffectedVersions.of(Feature.NO_CURRENT_LOOP);

  /** The current loop is none of the tests'. */
  private static final AffectedVersions LEAVING_ANOTHER =
      AffectedVersions.of(Feature.FOREIGN_CURRENT_LOOP);

  /** They ask for the current loop when a test starts, and {@code asyncio.run} took it away. */
  private static final AffectedVersions LOSING_LOOPS = AffectedVersions.of(Feature.RUN_TAKES_LOOP);

  private final Rule rule;
  private final Fixture fixture;
  private final SuiteModel model;

  /** The tests that certainly set it up, in the order of the text. */
  private final List<Test> tests;

  SyncFixtureLoop(Rule rule, Fixture fixture, SuiteModel model) {
    this.rule = rule;
    this.fixture = fixture;
    this.model = model;
    this.tests =
        LiveTests.using(fixture, model).stream()
            .filter(test -> LiveTests.onAsyncio(test, model))
            .filter(test -> model.closure(test).complete())
            .toList();
  }

  /** What there is to say of its calls. */
  List<Finding> judge(List<LoopCall> calls) {
    List<Finding> found = new ArrayList<>();
    for (LoopCall call : calls) {
      if (call.kind() == LoopCall.Kind.GET) {
        ofCurrentLoop(call).ifPresent(found::add);
      } else if (call.kind() == LoopCall.Kind.RUN) {
        ofRun(call).ifPresent(found::add);
      }
    }
    Optional<Fix> fix = found.isEmpty() ? Optional.empty() : AsyncFixtureInstead.of(fixture, model);
    return found.stream().map(it -> fix.map(it::with).orElse(it)).toList();
  }

  private Optional<Finding> ofCurrentLoop(LoopCall call) {
    List<Test> alone = tests.stream().filter(test -> !isPreceded(test)).toList();
    boolean repeated =
        alone.size() > 1 && fixture.scope().is(Scope.FUNCTION) && !call.conditional();
    if (alone.isEmpty()) {
      return Optional.empty();
    }
    if (alone.stream().allMatch(test -> model.runner(test).is(Runner.ANYIO))) {
      return Optional.of(noCurrentLoop(call, repeated ? Severity.ERROR : Severity.WARNING, ""));
    }
    Allowed allowed = model.versions().pytestAsyncio();
    Optional<Severity> raises =
        LEAVING_NONE.severity(
            allowed, repeated && !hasWideLoops() ? Severity.ERROR : Severity.WARNING);
    if (raises.filter(Severity.ERROR::equals).isPresent()) {
      return Optional.of(noCurrentLoop(call, Severity.ERROR, LEAVING_NONE.words(allowed)));
    }
    boolean another = allowed.overlap(LEAVING_ANOTHER.range()) != Overlap.NONE;
    return raises.isPresent() || another
        ? Optional.of(anotherLoop(call, alone.get(0)))
        : Optional.empty();
  }

  private Finding noCurrentLoop(LoopCall call, Severity severity, String versions) {
    return Finding.of(
            rule,
            severity,
            call.file().location(call.call()),
            "once an async test is over there is no current event loop, and `"
                + call.text()
                + "` raises `RuntimeError` in the setup of "
                + Quoted.names(tests.stream().map(Test::name).toList()),
            remedy())
        .forVersions(versions);
  }

  private Finding anotherLoop(LoopCall call, Test test) {
    return Finding.of(
        rule,
        Severity.WARNING,
        call.file().location(call.call()),
        "no loop runs in the sync fixture `"
            + fixture.name()
            + "`: the loop it gets is not the one that `"
            + test.name()
            + "` runs on, and behind an async test there may be none",
        remedy());
  }

  private String remedy() {
    return "make `" + fixture.name() + "` " + AsyncFixtureWords.one(model);
  }

  private Optional<Finding> ofRun(LoopCall call) {
    Allowed allowed = model.versions().pytestAsyncio();
    List<Test> ours =
        tests.stream().filter(test -> model.runner(test).is(Runner.PYTEST_ASYNCIO)).toList();
    Optional<Test> afterFixture = ours.stream().filter(this::isPreceded).findFirst();
    List<Test> wide =
        ours.stream()
            .filter(test -> model.loopScope(test).toOptional().filter(this::outlives).isPresent())
            .toList();
    boolean loses = afterFixture.isPresent() || wide.size() > 1;
    Severity worst = call.conditional() ? Severity.WARNING : Severity.ERROR;
    if (!loses) {
      return Optional.empty();
    }
    Test test = afterFixture.orElseGet(() -> wide.get(1));
    return LOSING_LOOPS
        .severity(allowed, worst)
        .map(
            severity ->
                Finding.of(
                        rule,
                        severity,
                        call.file().location(call.call()),
                        "`asyncio.run` leaves no current event loop behind, so `"
                            + test.name()
                            + "` fails though its loop is open",
                        remedy())
                    .forVersions(LOSING_LOOPS.words(allowed)));
  }

  /** A loop of this scope is open when the fixture is set up again. */
  private boolean outlives(Scope loop) {
    return fixture.scope().toOptional().filter(loop::widerThan).isPresent();
  }

  /** Whether an async fixture is set up for the test before this one, and so a loop is there. */
  private boolean isPreceded(Test test) {
    // What it requests itself comes before it wherever that stands in the closure.
    if (model.closure(fixture, test).fixtures().stream().anyMatch(it -> mayBringLoop(it, test))) {
      return true;
    }
    Closure closure = model.closure(test);
    for (Fixture earlier : closure.fixtures()) {
      if (earlier.equals(fixture)) {
        return false;
      }
      if (mayBringLoop(earlier, test)
          || model.closure(earlier, test).fixtures().stream()
              .anyMatch(it -> mayBringLoop(it, test))) {
        return true;
      }
    }
    return true;
  }

  private boolean mayBringLoop(Fixture other, Test test) {
    return !other.kind().isKnown() || LiveTests.onAsyncio(other, test, model);
  }

  /** A loop that is open all the time may be the current one between tests. */
  private boolean hasWideLoops() {
    return WideLoops.of(model);
  }
}
