package dev.loopscope.scaffold.check.rules.hypothesis;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.fixture.BackendFixtureAddition;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.check.evidence.SelfSkippedTests;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A hypothesis test that keeps the backend of its first item. */
public final class GivenOverSeveralBackends implements Rule {
  /** The wrapper inside {@code @given} is made for the first item only: anyio mends it later. */
  private static final VersionRange WRAPS_ONCE = Feature.GIVEN_ON_EACH_BACKEND.before();

  @Override
  public String id() {
    return "LS033";
  }

  @Override
  public String summary() {
    return "A `@given` test runs on its first backend for all of its backends, unless an async"
        + " fixture holds the event loop.";
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
    Allowed anyio = model.versions().anyio();
    Overlap overlap = anyio.overlap(WRAPS_ONCE);
    if (overlap == Overlap.NONE) {
      return;
    }
    Severity severity = overlap == Overlap.ALL ? Severity.ERROR : Severity.WARNING;
    Map<SourceFile, Optional<Fix>> fixes = new HashMap<>();
    SelfSkippedTests skipped = new SelfSkippedTests(model);
    for (AnyioTest test : AnyioTest.of(model)) {
      if (test.test().given().isPresent()
          && test.backend().several()
          && test.holders(model).isEmpty()
          && !skipped.holds(test.test())) {
        Finding finding = finding(test, severity);
        findings.add(
            fixes
                .computeIfAbsent(
                    test.test().collectedIn(), it -> BackendFixtureAddition.of(test, model))
                .map(finding::with)
                .orElse(finding));
      }
    }
  }

  private Finding finding(AnyioTest test, Severity severity) {
    String first = test.backend().first();
    String other =
        test.backend().names().stream().filter(it -> !it.equals(first)).findFirst().orElseThrow();
    return Finding.of(
            this,
            severity,
            test.test().location(),
            "`%s` runs its examples on %s, because `@given` keeps the backend of the first item"
                .formatted(test.item(other), first),
            "require `anyio>="
                + Feature.GIVEN_ON_EACH_BACKEND.since()
                + "`, or add an autouse async fixture that takes `anyio_backend`")
        .forVersions("anyio < " + Feature.GIVEN_ON_EACH_BACKEND.since());
  }
}
