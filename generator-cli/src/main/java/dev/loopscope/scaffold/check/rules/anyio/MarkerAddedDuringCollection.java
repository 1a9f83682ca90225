package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.mark.MarkAddition;
import dev.loopscope.scaffold.check.edit.source.StaticMethodInstead;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.check.evidence.SelfSkippedTests;
import dev.loopscope.scaffold.check.wording.Limits;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.AnyioMode;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A test that anyio sees too late to give it its backend. */
public final class MarkerAddedDuringCollection implements Rule {
  @Override
  public String id() {
    return "LS037";
  }

  @Override
  public String summary() {
    return "anyio's mark comes too late for a test, which then gets one item for each installed"
        + " backend, or none, whatever `anyio_backend` says.";
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
    if (!model.config().anyioMode().is(AnyioMode.STRICT)
        || !model.asyncioMode().is(AsyncioMode.STRICT)) {
      return;
    }
    Map<Mark, Optional<Fix>> marked = new HashMap<>();
    SelfSkippedTests skipped = new SelfSkippedTests(model);
    for (Test test : model.tests()) {
      Optional<Mark> mark = test.closestMark("anyio");
      if (mark.isPresent() && isMissed(test, model) && !skipped.holds(test)) {
        boolean late = test.marks("anyio").stream().allMatch(it -> it.level() == MarkLevel.HOOK);
        if (late || isStaticMethod(test, model)) {
          Finding finding = finding(test, mark.orElseThrow(), late, model);
          Optional<Fix> fix =
              late
                  ? marked.computeIfAbsent(mark.orElseThrow(), it -> marked(it, model))
                  : StaticMethodInstead.of(test);
          findings.add(fix.map(finding::with).orElse(finding));
        }
      }
    }
  }

  /** The mark on each of the tests that the hook marks too late. */
  private static Optional<Fix> marked(Mark mark, SuiteModel model) {
    List<Test> tests =
        model.tests().stream()
            .filter(
                test ->
                    test.closestMark("anyio")
                        .filter(it -> SameNode.is(it.expression(), mark.expression()))
                        .isPresent())
            .filter(test -> isMissed(test, model))
            .toList();
    return MarkAddition.toTests(tests, "pytest.mark.anyio")
        .map(it -> new Fix(Safety.UNSAFE, "mark the tests", it));
  }

  /** Whether nothing but the mark leads to the backend, which has one value that the suite sets. */
  private static boolean isMissed(Test test, SuiteModel model) {
    Closure closure = model.closure(test);
    boolean asks =
        test.requested().stream().anyMatch(it -> it.startsWith(AnyioBackend.NAME))
            || test.usefixtures().stream().anyMatch(it -> it.startsWith(AnyioBackend.NAME))
            || closure.fixtures().stream()
                .anyMatch(it -> it.requested().contains(AnyioBackend.NAME) || asksAtAll(it));
    return test.isAsync()
        && AnyioTest.isRun(test)
        && test.unknownParameters().isEmpty()
        && test.marks("asyncio").isEmpty()
        && closure.complete()
        && closure.direct().stream().noneMatch(AnyioBackend.NAME::equals)
        && !asks
        && model.fixture(AnyioBackend.NAME, test).filter(it -> isConstant(it, model)).isPresent();
  }

  private static boolean asksAtAll(Fixture fixture) {
    return (fixture.isAutouse() && fixture.name().equals(AnyioBackend.NAME))
        || BackendNameInWiderFixture.asks(fixture);
  }

  private static boolean isConstant(Fixture override, SuiteModel model) {
    return override.params().isEmpty()
        && override
            .given()
            .alone()
            .filter(it -> model.anyioBackends().name(override.file(), it).isKnown())
            .isPresent();
  }

  private static boolean isStaticMethod(Test test, SuiteModel model) {
    return test.definedIn().isPresent()
        && test.function().decorators().stream()
            .anyMatch(
                it ->
                    model
                        .resolver()
                        .qualifiedName(test.file(), it)
                        .equals(Optional.of("builtins.staticmethod")));
  }

  private Finding finding(Test test, Mark mark, boolean late, SuiteModel model) {
    boolean mode =
        Limits.severity(model.versions().anyio(), Feature.ANYIO_MODE.before(), Severity.WARNING)
            .isEmpty();
    return Finding.of(
            this,
            Severity.ERROR,
            late ? mark.useFile().location(mark.use()) : test.location(),
            "`%s` gets an item for each installed backend, and all run on what `anyio_backend` returns"
                .formatted(test.name()),
            late
                ? "mark the module, the class or the test"
                    + (mode ? ", or set `anyio_mode = auto`" : "")
                : "make `" + test.name() + "` an instance method")
        .forVersions(
            "anyio >= " + Feature.LATE_MARKS.since() + "; older ones do not run it at all");
  }
}
