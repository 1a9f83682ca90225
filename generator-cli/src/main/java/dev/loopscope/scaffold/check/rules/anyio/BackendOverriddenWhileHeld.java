package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.check.evidence.HeldRunner;
import dev.loopscope.scaffold.check.evidence.SelfSkippedTests;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;

/** A test that asks for another backend than the one that a living fixture holds. */
public final class BackendOverriddenWhileHeld implements Rule {
  @Override
  public String id() {
    return "LS032";
  }

  @Override
  public String summary() {
    return "A test asks for another backend while a shared fixture still holds the event loop of"
        + " the first one.";
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
    List<AnyioTest> tests = AnyioTest.of(model);
    // Of a fixture that holds the first of several backends, LS030 speaks.
    List<HeldRunner> held =
        HeldRunner.of(model, tests).stream().filter(it -> !it.user().backend().several()).toList();
    SelfSkippedTests skipped = new SelfSkippedTests(model);
    for (HeldRunner runner : held) {
      boolean userSeen = false;
      for (AnyioTest test : tests) {
        userSeen = userSeen || test.equals(runner.user());
        if (userSeen && isLed(test, runner) && !skipped.holds(test.test())) {
          report(test, runner, findings);
        }
      }
    }
  }

  /** Whether a test that follows the user finds the wrong runner in use. */
  private static boolean isLed(AnyioTest test, HeldRunner runner) {
    return test.backend().asksForOtherThan(runner.backend())
        && runner.reaches(test.test())
        && !test.closure().fixtures().contains(runner.fixture());
  }

  private void report(AnyioTest test, HeldRunner runner, Findings findings) {
    // Shared params stand apart in the order of the run.
    boolean certain =
        runner.inSameModule(test.test())
            && !test.backend().groupsItems()
            && !sharesParams(test)
            && !sharesParams(runner.user());
    String asked =
        test.backend().names().stream()
            .filter(it -> !it.equals(runner.backend()))
            .findFirst()
            .orElseThrow();
    findings.add(
        this,
        certain ? Severity.ERROR : Severity.WARNING,
        place(test, runner),
        "`%s` asks for %s, but %s on %s while `%s`, set up for `%s`, is alive"
            .formatted(
                test.item(asked),
                asked,
                certain ? "runs" : "may run",
                runner.backend(),
                runner.fixture().name(),
                runner.user().test().name()),
        "move the tests of one backend to another file and make `%s` no wider than a module"
            .formatted(runner.fixture().name()));
  }

  private static boolean sharesParams(AnyioTest test) {
    return test.closure().fixtures().stream().anyMatch(it -> it.params().isPresent())
        || test.test().parametrizations().stream().anyMatch(it -> it.scope().isPresent());
  }

  /** What makes the backend of the test another one than that of the others. */
  private static Location place(AnyioTest test, HeldRunner runner) {
    if (test.backend().parametrization().isPresent()) {
      return test.backend().parametrization().orElseThrow().mark().location();
    }
    return test.backend()
        .fixture()
        .filter(it -> isNearer(it, runner))
        .map(Fixture::location)
        .orElseGet(() -> test.test().location());
  }

  private static boolean isNearer(Fixture override, HeldRunner runner) {
    return override.owner().isPresent()
        || runner
            .user()
            .backend()
            .fixture()
            .map(it -> it.file().directory().length() < override.file().directory().length())
            .orElse(true);
  }
}
