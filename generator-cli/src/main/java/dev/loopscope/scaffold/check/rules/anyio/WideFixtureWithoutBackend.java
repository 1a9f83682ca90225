package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.ParameterAddition;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import java.util.HashMap;
import java.util.Map;

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
    for (AnyioTest test : AnyioTest.of(model)) {
      if (test.backend().several()) {
        test.sharedHolders(model).stream()
            .filter(it -> test.outlivedBy(it, model))
            .filter(it -> seen.putIfAbsent(it, test) == null)
            .forEach(it -> findings.add(finding(it, test)));
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
    Finding finding =
        Finding.of(
            this,
            always ? Severity.ERROR : Severity.WARNING,
            fixture.location(),
            message.formatted(fixture.name(), first, test.item(other)),
            "take `anyio_backend` as a parameter of `" + fixture.name() + "`");
    return ParameterAddition.of(fixture.file(), fixture.function(), AnyioBackend.NAME)
        .map(finding::with)
        .orElse(finding);
  }
}
