package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import java.util.List;
import java.util.Set;

/**
 * Async tests that no plugin runs. Where an own hook, a plugin that is not known, or a mode on a
 * command line may run them, there are none.
 */
public final class UnrunTests {
  /** Hooks that may run a test, or mark it where marks cannot be read. */
  private static final List<String> HOOKS =
      List.of(
          "pytest_pyfunc_call",
          "pytest_pycollect_makeitem",
          "pytest_itemcollected",
          "pytest_make_collect_report",
          "pytest_runtest_protocol",
          "pytest_runtest_call",
          "pytest_runtestloop",
          "aiohttp.pytest_plugin",
          "asyncio_mode",
          "asyncio-mode",
          "anyio_mode");

  /** Marks of plugins that run the tests that have them. */
  private static final Set<String> OTHER_RUNNERS =
      Set.of(
          "trio", "twisted", "inlineCallbacks", "gen_test", "curio", "asyncio_cooperative", "aio");

  static final Set<String> KNOWN_PLUGINS =
      Set.of("asyncio", "pytest_asyncio", "anyio", "xdist", "cov", "pytest_cov", "pytester");

  private static final List<String> ASYNC_WORDS =
      List.of(
          "async", "aio", "trio", "twisted", "torn", "sanic", "curio", "jupyter", "homeassistant");

  private UnrunTests() {}

  /** Those that a run collects and that are neither skipped nor expected to fail. */
  public static List<Test> of(SuiteModel model) {
    List<Test> unrun =
        LiveTests.of(model).stream()
            .filter(test -> test.kind().is(FunctionKind.COROUTINE))
            .filter(test -> model.runner(test).is(Runner.NONE))
            .filter(
                test -> test.marks().stream().noneMatch(it -> OTHER_RUNNERS.contains(it.name())))
            .toList();
    return unrun.isEmpty() || mayBeRun(model) ? List.of() : unrun;
  }

  /** Whether something that is not known may run tests. */
  private static boolean mayBeRun(SuiteModel model) {
    return model.modeOnACommandLine()
        || HOOKS.stream().anyMatch(model::mentions)
        || RunnersOfTheSuite.mayBeIn(model)
        || !KNOWN_PLUGINS.containsAll(model.config().commandLine().loaded())
        || model.versions().byDistribution().keySet().stream().anyMatch(UnrunTests::runsTests);
  }

  /** Whether tests of the suite have a mark of a plugin in their files, so that it is there. */
  public static boolean hasMarked(SuiteModel model, String mark) {
    return model.tests().stream()
        .flatMap(test -> test.marks(mark).stream())
        .anyMatch(it -> it.level() != MarkLevel.HOOK);
  }

  /** A plugin with such a name may run async tests by itself. */
  private static boolean runsTests(String distribution) {
    return distribution.contains("pytest")
        && !distribution.equals("pytest-asyncio")
        && ASYNC_WORDS.stream().anyMatch(distribution::contains);
  }
}
