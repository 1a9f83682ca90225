package dev.loopscope.scaffold.check.rules.eventloop;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.loop.EventLoopReplacement;
import dev.loopscope.scaffold.check.evidence.EventLoopBody;
import dev.loopscope.scaffold.check.evidence.EventLoopUse;
import dev.loopscope.scaffold.check.wording.Limits;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.Lazy;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.List;
import java.util.Map;

/**
 * LS011. pytest-asyncio 1.0 removed the {@code event_loop} fixture, and 0.23 took wide fixtures off
 * it; an override is then ignored without a word.
 */
public final class EventLoopFixtureOverridden implements Rule {
  private static final VersionRange REMOVED = Feature.NO_EVENT_LOOP_FIXTURE.range();
  private static final VersionRange CANCELLING = Feature.CANCELS_WHAT_IS_LEFT.range();
  private static final VersionRange DEPRECATED = Feature.DEPRECATED_EVENT_LOOP.range();

  @Override
  public String id() {
    return "LS011";
  }

  @Override
  public String summary() {
    return "A fixture called `event_loop` replaces a fixture that pytest-asyncio "
        + Feature.NO_EVENT_LOOP_FIXTURE.since()
        + " removed, so it is ignored.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.SAFE_OR_UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    Lazy<Map<Fixture, List<Test>>> seeing = new Lazy<>(() -> EventLoopUse.seeing(model));
    for (Fixture fixture : model.fixtures()) {
      if (fixture.name().equals("event_loop")) {
        EventLoopUse use =
            EventLoopUse.of(fixture, seeing.get().getOrDefault(fixture, List.of()), model);
        if (!use.tests().isEmpty() && !givesRunningLoop(fixture, model)) {
          judge(fixture, use, model, findings);
        }
      }
    }
  }

  /**
   * An async one is run by the plugin: it is no loop that tests were to run on, it gives theirs.
   */
  private static boolean givesRunningLoop(Fixture fixture, SuiteModel model) {
    VersionRange with = Feature.NO_EVENT_LOOP_FIXTURE.before();
    return fixture.isAsync()
        && Limits.severity(model.versions().pytestAsyncio(), with, Severity.WARNING).isEmpty();
  }

  private void judge(Fixture override, EventLoopUse use, SuiteModel model, Findings findings) {
    Allowed allowed = model.versions().pytestAsyncio();
    EventLoopBody all = EventLoopBody.of(override, model.resolver());
    boolean cancels =
        allowed.expects(CANCELLING)
            && Limits.severity(allowed, Feature.CANCELS_WHAT_IS_LEFT.before(), Severity.WARNING)
                .isEmpty();
    EventLoopBody body = cancels ? all.wherePluginCancels() : all;
    if (allowed.overlap(REMOVED) != Overlap.NONE) {
      findings.add(removed(override, use, body, model));
    } else if (allowed.overlap(DEPRECATED) != Overlap.NONE) {
      findings.add(deprecated(override, use, body, allowed));
    }
  }

  private Finding removed(
      Fixture override, EventLoopUse use, EventLoopBody body, SuiteModel model) {
    boolean narrow = override.scope().is(Scope.FUNCTION);
    boolean lost = !use.brokenOffLoop().isEmpty() || body.changesTheRun();
    boolean expected = model.versions().pytestAsyncio().expects(REMOVED);
    Severity severity = expected && lost ? Severity.ERROR : Severity.WARNING;
    StringBuilder message = new StringBuilder("pytest-asyncio ignores this override, and each");
    message.append(" test runs on the loop that its own loop scope gives it");
    if (!use.brokenOffLoop().isEmpty()) {
      message.append("; what ").append(EventLoopUse.names(use.brokenOffLoop()));
      message.append(" holds is bound to another loop than tests of function scope run on");
    } else if (narrow && body.isPlain()) {
      message.append(", made and closed as here");
    }
    if (!body.isPlain()) {
      message.append("; lost is that it ").append(body.lost());
    }
    EventLoopReplacement replacement = EventLoopReplacement.of(override, use, body, model);
    return new Finding(
        this,
        severity,
        override.location(),
        message.toString(),
        replacement.remedy(),
        "pytest-asyncio >= " + Feature.NO_EVENT_LOOP_FIXTURE.since(),
        replacement.fix());
  }

  private Finding deprecated(
      Fixture override, EventLoopUse use, EventLoopBody body, Allowed allowed) {
    boolean apart = !use.brokenOffLoop().isEmpty() && allowed.expects(DEPRECATED);
    String message =
        apart
            ? "tests run on the loop of this override, but "
                + EventLoopUse.names(use.brokenOffLoop())
                + " runs on a loop of its own scope"
            : "the override is deprecated, and pytest-asyncio "
                + Feature.NO_EVENT_LOOP_FIXTURE.since()
                + " will ignore it";
    String remedy =
        body.isPlain() && override.scope().is(Scope.FUNCTION)
            ? "delete it: pytest-asyncio makes and closes such a loop itself"
            : "raise pytest-asyncio to "
                + Feature.NO_EVENT_LOOP_FIXTURE.since()
                + " or later and give tests and fixtures one `loop_scope`";
    return new Finding(
        this,
        apart ? Severity.ERROR : Severity.WARNING,
        override.location(),
        message,
        remedy,
        "pytest-asyncio >= "
            + Feature.DEPRECATED_EVENT_LOOP.since()
            + ", < "
            + Feature.DEPRECATED_EVENT_LOOP.until(),
        EventLoopReplacement.deletionOfPlain(override, use, body));
  }
}
