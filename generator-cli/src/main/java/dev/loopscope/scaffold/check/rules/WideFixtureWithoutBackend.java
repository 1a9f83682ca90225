package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Fixes;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.Fixture;
import dev.loopscope.scaffold.suite.Scope;
import dev.loopscope.scaffold.suite.SuiteModel;
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
            .filter(it -> outlivesBackend(model, it, test))
            .filter(it -> seen.putIfAbsent(it, test) == null)
            .forEach(it -> findings.add(finding(it, test)));
      }
    }
  }

  /** Whether a change of the backend does not tear a fixture down. */
  static boolean outlivesBackend(SuiteModel model, Fixture fixture, AnyioTest test) {
    Scope scope = fixture.scope().toOptional().orElse(Scope.FUNCTION);
    return !scope.widerThan(test.backend().scope())
        && !model.closure(fixture, test.test()).has(AnyioBackend.NAME)
        && model.closure(fixture, test.test()).complete();
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
