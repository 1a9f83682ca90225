package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.source.ParameterAddition;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.check.evidence.SelfSkippedTests;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A shared async fixture that does not depend on the backend that its tests are run on. */
public final class WideFixtureWithoutBackend implements Rule {
  @Override
  public String id() {
    return "LS030";
  }

  @Override
  public String summary() {
    return "A shared async fixture that does not take `anyio_backend` keeps the first backend, and"
        + " tests of the other backends run on it.";
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
    Map<Fixture, AnyioTest> seen = new HashMap<>();
    Optional<Fixture> installed = Optional.empty();
    SelfSkippedTests skipped = new SelfSkippedTests(model);
    for (AnyioTest test : AnyioTest.of(model)) {
      if (test.backend().several() && !skipped.holds(test.test())) {
        for (Fixture holder : test.sharedHolders(model)) {
          // One plugin's fixture is as good as all of them: its runner is held either way.
          boolean told = installed.isPresent() && holder.location().isInstalled();
          if (!told && test.outlivedBy(holder, model) && seen.putIfAbsent(holder, test) == null) {
            installed =
                installed.or(() -> Optional.of(holder).filter(it -> it.location().isInstalled()));
            findings.add(finding(holder, test));
          }
        }
      }
    }
  }

  private Finding finding(Fixture fixture, AnyioTest test) {
    boolean always = fixture.scope().is(test.backend().scope()) && fixture.params().isEmpty();
    String first = test.backend().first();
    String other =
        test.backend().names().stream().filter(it -> !it.equals(first)).findFirst().orElseThrow();
    String message =
        always
            ? "`%s` is set up once, on %s, and holds that runner, so `%s` runs on %2$s and passes"
            : "`%s` is set up on %s and outlives it unless another test comes between, so `%s` may"
                + " run on %2$s";
    String told = message.formatted(fixture.name(), first, test.item(other));
    Severity severity = always ? Severity.ERROR : Severity.WARNING;
    if (fixture.location().isInstalled()) {
      return Finding.of(
          this,
          severity,
          test.test().location(),
          told.replaceFirst("` is set up", "` of an installed plugin is set up"),
          "let `anyio_backend` give "
              + first
              + " alone, as long as the plugin's fixture does not take it");
    }
    Finding finding =
        Finding.of(
            this,
            severity,
            fixture.location(),
            told,
            "take `anyio_backend` as a parameter of `" + fixture.name() + "`");
    return ParameterAddition.of(fixture.file(), fixture.function(), AnyioBackend.NAME)
        .map(finding::with)
        .orElse(finding);
  }
}
