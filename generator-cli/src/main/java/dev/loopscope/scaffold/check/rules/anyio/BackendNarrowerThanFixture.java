package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.mark.ScopeArgument;
import dev.loopscope.scaffold.check.edit.source.ParameterAddition;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.check.evidence.BackendScopes;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    return Fixes.UNSAFE;
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
        Finding finding =
            Finding.of(
                this,
                Severity.ERROR,
                place(fixture, backend),
                "`%s` is %s-scoped and `anyio_backend` only %s-scoped for `%s`, so its setup fails with ScopeMismatch"
                    .formatted(fixture.name(), word(fixture), backend.scope(), test.name()),
                remedy(fixture, backend, closure));
        findings.add(fix(model, fixture, backend, test).map(finding::with).orElse(finding));
      }
    }
  }

  private static String remedy(Fixture fixture, BackendScopes.Found backend, Closure closure) {
    String wide =
        backend.parametrization().isPresent()
            ? "write `scope=\"%s\"` in the `parametrize` of `anyio_backend`"
            : closure.provided().contains(AnyioBackend.NAME)
                ? "add an `anyio_backend` fixture of scope `%s`"
                : "give `anyio_backend` the scope `%s`";
    return wide.formatted(word(fixture))
        + ", or narrow `%s` to `%s`".formatted(fixture.name(), backend.scope());
  }

  /** What the suite itself says of the backend becomes wider, else the fixture narrower. */
  private static Optional<Fix> fix(
      SuiteModel model, Fixture fixture, BackendScopes.Found backend, Test test) {
    Optional<Fixture> own = model.fixture(AnyioBackend.NAME, test);
    String scope = word(fixture);
    if (backend.parametrization().isPresent()) {
      Mark mark = backend.parametrization().orElseThrow().mark();
      return mark.call()
          .flatMap(it -> ScopeArgument.edit(mark.file(), it, scope))
          .map(it -> fix("give the backend the scope `" + scope + "`", it));
    }
    if (own.isPresent()) {
      return own.filter(it -> mayBeWider(it))
          .flatMap(it -> ScopeArgument.edit(it, scope))
          .map(it -> fix("give `anyio_backend` the scope `" + scope + "`", it));
    }
    String narrow = backend.scope().word();
    boolean needed =
        model.fixtures().stream()
            .filter(it -> it.scope().toOptional().filter(backend.scope()::widerThan).isEmpty())
            .filter(it -> !it.scope().is(backend.scope()))
            .anyMatch(it -> it.requested().contains(fixture.name()));
    return needed
        ? Optional.empty()
        : narrowed(fixture, narrow)
            .map(
                it ->
                    new Fix(
                        Safety.UNSAFE, "narrow `" + fixture.name() + "` to `" + narrow + "`", it));
  }

  /** One that anyio runs once for each of several backends has to take the backend as well. */
  private static Optional<List<Edit>> narrowed(Fixture fixture, String scope) {
    Optional<Edit> edit = ScopeArgument.edit(fixture, scope);
    boolean takes = !fixture.isAsync() || fixture.requested().contains(AnyioBackend.NAME);
    Optional<Fix> parameter =
        takes
            ? Optional.empty()
            : ParameterAddition.of(fixture.file(), fixture.function(), AnyioBackend.NAME);
    return edit.map(
        it -> {
          List<Edit> edits = new ArrayList<>(List.of(it));
          parameter.ifPresent(fix -> edits.addAll(fix.edits()));
          return edits;
        });
  }

  /** What it requests would have to be as wide. */
  private static boolean mayBeWider(Fixture backend) {
    return backend.requested().stream().allMatch("request"::equals);
  }

  private static Fix fix(String title, Edit edit) {
    return new Fix(Safety.UNSAFE, title, List.of(edit));
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
