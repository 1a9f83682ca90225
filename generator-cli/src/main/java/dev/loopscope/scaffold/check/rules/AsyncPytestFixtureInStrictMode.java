package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Fixes;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.suite.Closure;
import dev.loopscope.scaffold.suite.Fixture;
import dev.loopscope.scaffold.suite.Maker;
import dev.loopscope.scaffold.suite.Runner;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.Test;
import dev.loopscope.scaffold.suite.config.Allowed;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.config.Overlap;
import java.util.List;
import java.util.Set;

/** LS023. In strict mode pytest-asyncio leaves the fixtures of {@code pytest.fixture} alone. */
public final class AsyncPytestFixtureInStrictMode implements Rule {
  private static final AffectedVersions REFUSING = AffectedVersions.of(">=9.0");

  /** Plugins that set up async fixtures of {@code pytest.fixture} by themselves. */
  private static final Set<String> SETTING_UP =
      Set.of(
          "pytest-aiohttp",
          "pytest-trio",
          "pytest-twisted",
          "pytest-tornasync",
          "pytest-sanic",
          "pytest-asyncio-cooperative",
          "alt-pytest-asyncio",
          "pytest-homeassistant-custom-component");

  @Override
  public String id() {
    return "LS023";
  }

  @Override
  public String summary() {
    return "An async fixture made with `@pytest.fixture` is left to nobody in strict mode: the test"
        + " gets its coroutine, or fails.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.SAFE_OR_UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    boolean ours =
        model.config().asyncioMode().is(AsyncioMode.STRICT)
            && !model.config().blocks("asyncio")
            && SETTING_UP.stream().allMatch(it -> model.versions().of(it).isEmpty())
            && SuiteText.lacks(model, "pytest_fixture_setup");
    if (!ours) {
      return;
    }
    for (Fixture fixture : model.fixtures()) {
      if (fixture.maker() == Maker.PYTEST
          && fixture.isAsync()
          && fixture.declaredLoopScope().isEmpty()) {
        judge(fixture, model, findings);
      }
    }
  }

  private void judge(Fixture fixture, SuiteModel model, Findings findings) {
    List<Test> tests =
        LiveTests.using(fixture, model).stream()
            .filter(test -> isLeftAlone(fixture, test, model))
            .toList();
    if (tests.isEmpty()) {
      return;
    }
    Allowed pytest = model.versions().pytest();
    boolean awaited = tests.stream().allMatch(test -> awaits(test, fixture.name()));
    if (awaited && pytest.overlap(REFUSING.range()) == Overlap.NONE) {
      return;
    }
    boolean refused = pytest.expects(REFUSING.range());
    String test = tests.get(0).name();
    String message =
        refused
            ? "nobody awaits `"
                + fixture.name()
                + "` in strict mode, and pytest fails `"
                + test
                + "` in its setup"
            : "nobody awaits `"
                + fixture.name()
                + "` in strict mode, so `"
                + test
                + "` gets a coroutine object and nothing is set up";
    Finding finding =
        Finding.of(
                this,
                awaited && !refused ? Severity.WARNING : Severity.ERROR,
                fixture.decoratorLocation(),
                message,
                "make it with `@pytest_asyncio.fixture`")
            .forVersions(awaited ? REFUSING.words(pytest) : "");
    findings.add(AsyncioFixtureInstead.of(fixture, model).map(finding::with).orElse(finding));
  }

  /** Whether neither plugin runs the fixture for this test. */
  private static boolean isLeftAlone(Fixture fixture, Test test, SuiteModel model) {
    Closure closure = model.closure(test);
    boolean plain =
        model.runner(test).is(Runner.PYTEST_ASYNCIO) || model.runner(test).is(Runner.SYNC);
    return plain
        && closure.complete()
        && !closure.has("anyio_backend")
        && closure.fixture(fixture.name()).filter(fixture::equals).isPresent();
  }

  private static boolean awaits(Test test, String name) {
    return OwnCode.of(test.function()).stream()
        .map(OwnCode.Place::node)
        .anyMatch(
            it ->
                it instanceof Await await
                    && await.value() instanceof Name value
                    && value.id().equals(name));
  }
}
