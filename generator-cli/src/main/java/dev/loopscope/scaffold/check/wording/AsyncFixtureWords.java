package dev.loopscope.scaffold.check.wording;

import dev.loopscope.scaffold.check.evidence.AnyioOnly;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.loop.Runner;

/** Names an async fixture with the decorator that makes one in a project. */
public final class AsyncFixtureWords {
  private AsyncFixtureWords() {}

  /** One that is asked for. */
  public static String one(SuiteModel model) {
    return "an async fixture" + decorated("", model);
  }

  /** One that is there for each test. */
  public static String autouse(SuiteModel model) {
    return "an async fixture that is autouse" + decorated("(autouse=True)", model);
  }

  /** Where {@code pytest.fixture} makes one, nothing has to be said. */
  private static String decorated(String arguments, SuiteModel model) {
    if (AnyioOnly.holds(model) || model.asyncioMode().is(AsyncioMode.AUTO)) {
      return "";
    }
    if (!model.versions().pytestAsyncio().stated() && !model.hasTestsFor(Runner.PYTEST_ASYNCIO)) {
      return " (install pytest-asyncio, and write `@pytest_asyncio.fixture" + arguments + "`)";
    }
    return " (`@pytest_asyncio.fixture" + arguments + "`)";
  }
}
