package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import java.util.List;
import java.util.Set;

/** Tests whose failure would be a surprise: of those that are run, those that need not fail. */
public final class LiveTests {
  private static final Set<String> ISOLATED =
      Set.of("unittest.IsolatedAsyncioTestCase", "unittest.async_case.IsolatedAsyncioTestCase");

  private LiveTests() {}

  /** Those of a suite. */
  public static List<Test> of(SuiteModel model) {
    return model.tests().stream().filter(LiveTests::isLive).toList();
  }

  /** Those that have a fixture in their closure. */
  public static List<Test> using(Fixture fixture, SuiteModel model) {
    return model.testsUsing(fixture).stream().filter(LiveTests::isLive).toList();
  }

  /** Whether a test is a coroutine function that runs on an event loop of asyncio. */
  public static boolean onAsyncio(Test test, SuiteModel model) {
    if (!test.kind().is(FunctionKind.COROUTINE)) {
      return false;
    }
    return model.runner(test).is(Runner.PYTEST_ASYNCIO)
        || (model.runner(test).is(Runner.ANYIO) && hasAsyncio(test, model));
  }

  /** Whether a test is a coroutine method that unittest runs, each on an event loop of its own. */
  public static boolean onLoopOfUnittest(Test test) {
    return test.kind().is(FunctionKind.COROUTINE)
        && test.collectedBy()
            .filter(it -> it.mro().externalBases().stream().anyMatch(ISOLATED::contains))
            .isPresent();
  }

  /** Whether a fixture is async and runs on an event loop of asyncio for a test. */
  public static boolean onAsyncio(Fixture fixture, Test test, SuiteModel model) {
    if (!fixture.isAsync()) {
      return false;
    }
    return model.runner(fixture, test).is(Runner.PYTEST_ASYNCIO)
        || (model.runner(fixture, test).is(Runner.ANYIO) && hasAsyncio(test, model));
  }

  private static boolean hasAsyncio(Test test, SuiteModel model) {
    return model.backends(test).toOptional().filter(it -> it.contains("asyncio")).isPresent();
  }

  private static boolean isLive(Test test) {
    return test.closestMark("xfail").isEmpty();
  }
}
