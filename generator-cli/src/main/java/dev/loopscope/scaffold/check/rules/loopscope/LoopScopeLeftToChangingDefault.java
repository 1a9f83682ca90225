package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.wording.Limits;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Overlap;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.List;
import java.util.Optional;

/**
 * LS004. Before 0.23 an async fixture ran on the {@code event_loop} fixture, since then it runs on
 * the loop of its own scope, and 0.24 announces that it will be the function's.
 */
public final class LoopScopeLeftToChangingDefault implements Rule {
  private static final VersionRange OWN_SCOPE = Feature.LOOP_SCOPE.range();
  private static final VersionRange EVENT_LOOP = Feature.SCOPED_LOOPS.before();
  private static final VersionRange WITHOUT_LOOP_SCOPE = Feature.LOOP_SCOPE.before();

  @Override
  public String id() {
    return "LS004";
  }

  @Override
  public String summary() {
    return "A wide async fixture states no loop scope, so the version of pytest-asyncio decides"
        + " which loop it runs on.";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Fixes fixes() {
    return Fixes.SAFE_OR_UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    Allowed allowed = model.versions().pytestAsyncio();
    boolean unset = model.config().asyncioDefaultFixtureLoopScope().is(Optional.empty());
    if (!allowed.stated() || !allowed.expects(OWN_SCOPE) || !unset) {
      return;
    }
    for (Fixture fixture : model.fixtures()) {
      if (fixture.declaredLoopScope().isEmpty()) {
        fixture
            .scope()
            .toOptional()
            .filter(scope -> scope.widerThan(Scope.FUNCTION) && sharesItsLoop(model, fixture))
            .ifPresent(scope -> findings.add(finding(fixture, scope, allowed)));
      }
    }
  }

  /** Whether it is used, and only by tests on its own loop: other tests have another hazard. */
  private static boolean sharesItsLoop(SuiteModel model, Fixture fixture) {
    List<Test> tests =
        model.testsUsing(fixture).stream()
            .filter(test -> model.runner(fixture, test).is(Runner.PYTEST_ASYNCIO))
            .filter(Test::isAsync)
            .toList();
    return !tests.isEmpty()
        && model.loopScope(fixture).isKnown()
        && tests.stream().allMatch(it -> model.loopScope(it).equals(model.loopScope(fixture)));
  }

  private Finding finding(Fixture fixture, Scope scope, Allowed allowed) {
    boolean old = allowed.overlap(EVENT_LOOP) != Overlap.NONE && Limits.hasFloor(allowed);
    String message =
        "`"
            + fixture.name()
            + "` runs on the `"
            + scope
            + "` loop of its tests by a default that pytest-asyncio is going to change to"
            + " `function`"
            + (old
                ? ", and before "
                    + Feature.SCOPED_LOOPS.since()
                    + " its setup fails with `ScopeMismatch`"
                : "");
    boolean writable = fixture.maker() == Maker.PYTEST_ASYNCIO;
    String remedy =
        writable
            ? "write `loop_scope=\"" + scope + "\"` in its decorator"
            : "make it with `@pytest_asyncio.fixture(scope=\""
                + scope
                + "\", loop_scope=\""
                + scope
                + "\")`, or set `asyncio_default_fixture_loop_scope` to `"
                + scope
                + "`";
    Finding finding =
        Finding.of(this, Severity.WARNING, fixture.decoratorLocation(), message, remedy);
    return fix(fixture, scope, allowed).filter(it -> writable).map(finding::with).orElse(finding);
  }

  private static Optional<Fix> fix(Fixture fixture, Scope scope, Allowed allowed) {
    List<Keyword> keywords = fixture.decoratorKeywords();
    if (keywords.isEmpty()) {
      return Optional.empty();
    }
    boolean old = allowed.overlap(WITHOUT_LOOP_SCOPE) != Overlap.NONE && Limits.hasFloor(allowed);
    int end = keywords.get(keywords.size() - 1).end();
    String argument = ", loop_scope=\"" + scope + "\"";
    Edit edit = new Edit(fixture.decoratorFile().path(), end, end, argument);
    String title = "write down the loop scope that the fixture has";
    return Optional.of(new Fix(old ? Safety.UNSAFE : Safety.SAFE, title, List.of(edit)));
  }
}
