package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.config.OptionEdit;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.check.evidence.ForeignLoop;
import dev.loopscope.scaffold.check.evidence.LoopReach;
import dev.loopscope.scaffold.check.wording.Limits;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.AsyncUse;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * LS005. {@code asyncio_default_fixture_loop_scope} moves the fixtures to a shared loop and leaves
 * the tests on loops of their own.
 */
public final class FixtureDefaultWithoutTestDefault implements Rule {
  private static final String FIXTURES = "asyncio_default_fixture_loop_scope";
  private static final String TESTS = "asyncio_default_test_loop_scope";
  private static final VersionRange KNOWS_DEFAULT = Feature.FIXTURE_DEFAULT.range();
  private static final VersionRange WITHOUT_TEST_DEFAULT = Feature.TEST_DEFAULT.before();

  @Override
  public String id() {
    return "LS005";
  }

  @Override
  public String summary() {
    return "The default loop scope of fixtures is set and that of tests is not, so fixtures run on"
        + " a shared loop and tests on loops of their own.";
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
    Optional<Setting> fixtures = model.config().setting(FIXTURES);
    boolean testsSet = model.config().setting(TESTS).isPresent();
    if (testsSet || !model.versions().pytestAsyncio().expects(KNOWS_DEFAULT)) {
      return;
    }
    fixtures.ifPresent(
        setting ->
            Scope.named(setting.value())
                .filter(scope -> scope.widerThan(Scope.FUNCTION))
                .ifPresent(scope -> judge(model, setting, scope, findings)));
  }

  private void judge(SuiteModel model, Setting setting, Scope scope, Findings findings) {
    LoopReach reach = new LoopReach(model);
    TreeSet<String> names = new TreeSet<>();
    int tests = 0;
    boolean fails = false;
    for (Test test : new AsyncioMarks(model).tests()) {
      if (!runsOnTheDefault(model, test)) {
        continue;
      }
      List<LoopReach.Held> apart =
          reach.behind(test.requested(), model.closure(test)).stream()
              .filter(it -> it.loop() == scope && takesTheDefault(model, it.fixture(), test))
              .toList();
      tests += apart.isEmpty() ? 0 : 1;
      for (LoopReach.Held held : apart) {
        names.add(held.fixture().name());
        boolean breaks = model.resource(held.fixture()).isCertain();
        fails |= breaks && AsyncUse.of(test.file(), test.function(), held.parameter());
      }
    }
    if (tests > 0) {
      findings.add(finding(model, setting, scope, tests, List.copyOf(names), fails));
    }
  }

  private static boolean runsOnTheDefault(SuiteModel model, Test test) {
    boolean stated = test.closestMark(AsyncioMarks.NAME).filter(AsyncioMarks::isScoped).isPresent();
    return !stated && model.loopScope(test).is(Scope.FUNCTION);
  }

  private static boolean takesTheDefault(SuiteModel model, Fixture fixture, Test test) {
    return fixture.declaredLoopScope().isEmpty()
        && model.runner(fixture, test).is(Runner.PYTEST_ASYNCIO)
        && ForeignLoop.of(model.resource(fixture)) != ForeignLoop.HARMLESS;
  }

  private Finding finding(
      SuiteModel model,
      Setting setting,
      Scope scope,
      int tests,
      List<String> names,
      boolean fails) {
    Allowed allowed = model.versions().pytestAsyncio();
    boolean old = Limits.severity(allowed, WITHOUT_TEST_DEFAULT, Severity.WARNING).isPresent();
    String first = "`" + names.get(0) + "`";
    int more = names.size() - 1;
    String others =
        more == 0 ? "" : " and " + more + (more == 1 ? " more fixture" : " more fixtures");
    String fixtures = first + others;
    String message =
        (tests == 1 ? "1 test runs" : tests + " tests run")
            + " on a `function` loop, because `"
            + TESTS
            + "` is not set, and "
            + fixtures
            + (more == 0 ? " runs" : " run")
            + " on the `"
            + scope
            + "` loop";
    String remedy =
        old
            ? "mark these tests with `pytest.mark.asyncio(loop_scope=\"" + scope + "\")`"
            : "set `" + TESTS + " = " + scope + "`, or mark these tests with `loop_scope`";
    Finding finding =
        Finding.of(
            this, fails ? Severity.ERROR : Severity.WARNING, setting.location(), message, remedy);
    String title = "set `" + TESTS + "`";
    return OptionEdit.set(model.config(), TESTS, scope.word())
        .filter(edit -> !old)
        .map(edit -> finding.with(new Fix(Safety.UNSAFE, title, List.of(edit))))
        .orElse(finding);
  }
}
