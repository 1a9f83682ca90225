package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.evidence.ExpectedFailure;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.check.wording.StaysBound;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;

/** {@code pytest_asyncio.fixture(scope="session", loop_scope="function")}. */
public final class FixtureScopeWiderThanLoop implements Rule {
  private static final AffectedVersions WITH_LOOP_SCOPE = AffectedVersions.of(Feature.LOOP_SCOPE);

  @Override
  public String id() {
    return "LS001";
  }

  @Override
  public String summary() {
    return "An async fixture lives longer than the event loop it runs on.";
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
    if (!model.versions().pytestAsyncio().expects(WITH_LOOP_SCOPE.range())) {
      return;
    }
    for (Fixture fixture : model.fixtures()) {
      Optional<Scope> scope = fixture.scope().toOptional();
      Optional<Scope> loop = model.loopScope(fixture).toOptional();
      if (scope.isPresent()
          && loop.isPresent()
          && scope.orElseThrow().widerThan(loop.orElseThrow())) {
        findings.add(finding(model, fixture, scope.orElseThrow(), loop.orElseThrow()));
      }
    }
  }

  private Finding finding(SuiteModel model, Fixture fixture, Scope scope, Scope loop) {
    Allowed allowed = model.versions().pytestAsyncio();
    List<Test> tests =
        model.testsUsing(fixture).stream()
            .filter(test -> model.runner(fixture, test).is(Runner.PYTEST_ASYNCIO))
            .filter(test -> !ExpectedFailure.of(test, model))
            .toList();
    String why =
        fixture.declaredLoopScope().isPresent() ? "" : ", by `asyncio_default_fixture_loop_scope`,";
    String message =
        "`"
            + fixture.name()
            + "` is kept for the "
            + scope
            + ", but its loop"
            + why
            + " only for the "
            + loop
            + ": "
            + (tests.isEmpty() ? "a test that used it would fail" : failing(tests))
            + " with ScopeMismatch"
            + StaysBound.of(fixture, model)
                .map(it -> "; " + it + " belongs to that loop")
                .orElse("");
    boolean takesLoopScope = fixture.maker() == Maker.PYTEST_ASYNCIO;
    String remedy =
        takesLoopScope
            ? "set `loop_scope=\"" + scope + "\"` on `" + fixture.name() + "`"
            : "make it with `@pytest_asyncio.fixture(scope=\""
                + scope
                + "\", loop_scope=\""
                + scope
                + "\")`";
    // Setup would pass then, and the mismatch would only move to the tests.
    boolean others =
        !StaysBound.nothing(fixture, model)
            && tests.stream().anyMatch(test -> !model.loopScope(test).is(scope));
    String next = others ? remedy + ", and run its tests on that loop" : remedy;
    Finding finding =
        Finding.of(
                this,
                tests.isEmpty() ? Severity.WARNING : Severity.ERROR,
                location(fixture),
                message,
                next)
            .forVersions(WITH_LOOP_SCOPE.words(allowed));
    return takesLoopScope ? fix(fixture, scope).map(finding::with).orElse(finding) : finding;
  }

  private static String failing(List<Test> tests) {
    int others = tests.size() - 1;
    String first = "`" + tests.get(0).name() + "`";
    if (others == 0) {
      return first + " fails";
    }
    return first + " and " + others + (others == 1 ? " other test fail" : " other tests fail");
  }

  private static Location location(Fixture fixture) {
    return fixture
        .decoratorKeyword("loop_scope")
        .or(() -> fixture.decoratorKeyword("scope"))
        .map(argument -> fixture.decoratorFile().location(argument))
        .orElseGet(fixture::decoratorLocation);
  }

  private static Optional<Fix> fix(Fixture fixture, Scope scope) {
    Optional<Keyword> loopScope = fixture.decoratorKeyword("loop_scope");
    Optional<Call> call = fixture.decoratorCall();
    String value = "\"" + scope + "\"";
    if (loopScope.isPresent()) {
      Keyword argument = loopScope.orElseThrow();
      return Optional.of(fix(fixture, argument.value().start(), argument.value().end(), value));
    }
    return call.filter(it -> !it.keywords().isEmpty())
        .map(it -> it.keywords().get(it.keywords().size() - 1).end())
        .map(end -> fix(fixture, end, end, ", loop_scope=" + value));
  }

  private static Fix fix(Fixture fixture, int start, int end, String replacement) {
    String title = "make the loop of `" + fixture.name() + "` as wide as the fixture";
    Edit edit = new Edit(fixture.decoratorFile().path(), start, end, replacement);
    return new Fix(Safety.UNSAFE, title, List.of(edit));
  }
}
