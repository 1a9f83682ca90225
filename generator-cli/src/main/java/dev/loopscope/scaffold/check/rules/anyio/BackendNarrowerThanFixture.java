package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.check.evidence.BackendScopes;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;

/** A fixture that is wider than the backend it is run on. */
public final class BackendNarrowerThanFixture implements Rule {
  @Override
  public String id() {
    return "LS031";
  }

  @Override
  public String summary() {
    return "A fixture is wider than the `anyio_backend` that it needs.";
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
    BackendScopes scopes = new BackendScopes(model);
    for (Test test : model.tests()) {
      Closure closure = model.closure(test);
      if (AnyioTest.isRun(test) && closure.complete()) {
        scopes
            .of(test, closure)
            .ifPresent(backend -> check(model, test, closure, backend, findings));
      }
    }
  }

  private void check(
      SuiteModel model,
      Test test,
      Closure closure,
      BackendScopes.Found backend,
      Findings findings) {
    for (Fixture fixture : closure.fixtures()) {
      boolean wider =
          fixture.scope().toOptional().filter(it -> it.widerThan(backend.scope())).isPresent();
      if (wider && needsBackend(model, fixture, test)) {
        findings.add(
            this,
            Severity.ERROR,
            place(fixture, backend),
            "`%s` is %s-scoped and `anyio_backend` only %s-scoped for `%s`, so its setup fails with ScopeMismatch"
                .formatted(fixture.name(), word(fixture), backend.scope(), test.name()),
            "give `anyio_backend` the scope `%s`, or narrow `%s` to `%s`"
                .formatted(word(fixture), fixture.name(), backend.scope()));
      }
    }
  }

  private static String word(Fixture fixture) {
    return fixture.scope().toOptional().map(Scope::word).orElseThrow();
  }

  private static Location place(Fixture fixture, BackendScopes.Found backend) {
    return backend.parametrization().map(it -> it.mark().location()).orElseGet(fixture::location);
  }

  private static boolean needsBackend(SuiteModel model, Fixture fixture, Test test) {
    if (fixture.name().equals(AnyioBackend.NAME) || BackendNameInWiderFixture.asks(fixture)) {
      return false;
    }
    return fixture.requested().contains(AnyioBackend.NAME)
        || (fixture.isAsync()
            && fixture.maker() == Maker.PYTEST
            && model.runner(test).is(Runner.ANYIO)
            && model.runner(fixture, test).is(Runner.ANYIO));
  }
}
