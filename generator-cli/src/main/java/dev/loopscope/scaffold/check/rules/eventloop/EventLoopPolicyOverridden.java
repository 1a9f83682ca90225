package dev.loopscope.scaffold.check.rules.eventloop;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.loop.LoopFactoryInstead;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;

/** LS013. pytest-asyncio 1.4 deprecates the {@code event_loop_policy} fixture. */
public final class EventLoopPolicyOverridden implements Rule {
  private static final AffectedVersions DEPRECATING =
      AffectedVersions.of(Feature.DEPRECATED_POLICY);
  private static final String WARNING =
      "Overriding the \"event_loop_policy\" fixture is deprecated";

  @Override
  public String id() {
    return "LS013";
  }

  @Override
  public String summary() {
    return "A fixture overrides `event_loop_policy`, which pytest-asyncio "
        + Feature.DEPRECATED_POLICY.since()
        + " deprecates.";
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
    Allowed allowed = model.versions().pytestAsyncio();
    boolean used = allowed.stated() || model.hasTestsFor(Runner.PYTEST_ASYNCIO);
    if (!used
        || model.config().blocks("asyncio")
        || allowed.overlap(DEPRECATING.range()) == Overlap.NONE) {
      return;
    }
    for (Fixture fixture : model.fixtures()) {
      if (fixture.name().equals("event_loop_policy")) {
        findings.add(finding(fixture, model, allowed));
      }
    }
  }

  /** Whether a test that is run sets it up. */
  private static boolean isSeen(Fixture fixture, SuiteModel model) {
    return model.testsRunBy(Runner.PYTEST_ASYNCIO).stream()
        .anyMatch(it -> model.fixture(fixture.name(), it).filter(fixture::equals).isPresent());
  }

  private Finding finding(Fixture fixture, SuiteModel model, Allowed allowed) {
    boolean error =
        model.config().warningFilters().makesError("PytestDeprecationWarning", WARNING)
            && allowed.expects(DEPRECATING.range())
            && isSeen(fixture, model);
    String message =
        error
            ? "the override is deprecated, and `filterwarnings` makes that an error in the setup of"
                + " each test that sees it"
            : "the override is deprecated, and a later pytest-asyncio will ignore it without a"
                + " word";
    Finding finding =
        Finding.of(
                this,
                error ? Severity.ERROR : Severity.WARNING,
                fixture.location(),
                message,
                "return the loop's factory from a `pytest_asyncio_loop_factories` hook in a"
                    + " conftest")
            .forVersions(DEPRECATING.words(allowed));
    return LoopFactoryInstead.of(fixture, error, model).map(finding::with).orElse(finding);
  }
}
