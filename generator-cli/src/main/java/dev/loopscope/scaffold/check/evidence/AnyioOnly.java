package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.loop.Runner;

/** Whether a project's async tests are anyio's, and pytest-asyncio is none of its plugins. */
public final class AnyioOnly {
  private AnyioOnly() {}

  /** Whether anyio's plugin is there, and nothing says that pytest-asyncio is. */
  public static boolean holds(SuiteModel model) {
    boolean there = model.versions().anyio().stated() || model.hasTestsFor(Runner.ANYIO);
    return there
        && !model.versions().pytestAsyncio().stated()
        && !model.hasTestsFor(Runner.PYTEST_ASYNCIO);
  }
}
