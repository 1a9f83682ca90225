package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.AnyioMode;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import java.util.List;
import java.util.Optional;

/** The mark that a sync test lacks to be run by a plugin of the project, once it is async. */
public final class MissingMark {
  private static final List<String> PLUGINS = List.of("asyncio", "anyio");

  private MissingMark() {}

  /**
   * The mark of the plugin that the suite's async tests are run by, else of the one that the
   * project names; empty where the test needs none, and where no plugin is known to be there.
   */
  public static Optional<String> of(Test test, SuiteModel model) {
    if (isRunWithout(test, model)) {
      return Optional.empty();
    }
    boolean asyncio = model.hasTestsFor(Runner.PYTEST_ASYNCIO);
    boolean anyio = model.hasTestsFor(Runner.ANYIO);
    if (asyncio != anyio) {
      return Optional.of(asyncio ? "pytest.mark.asyncio" : "pytest.mark.anyio");
    }
    boolean named = model.versions().pytestAsyncio().stated();
    if (asyncio || named) {
      return Optional.of("pytest.mark.asyncio");
    }
    return model.versions().anyio().stated() ? Optional.of("pytest.mark.anyio") : Optional.empty();
  }

  /** Whether a mark that it has, or a mode, is enough. */
  public static boolean isRunWithout(Test test, SuiteModel model) {
    return model.asyncioMode().is(AsyncioMode.AUTO)
        || model.config().anyioMode().is(AnyioMode.AUTO)
        || PLUGINS.stream()
            .flatMap(it -> test.marks(it).stream())
            .anyMatch(it -> it.level() != MarkLevel.HOOK);
  }
}
