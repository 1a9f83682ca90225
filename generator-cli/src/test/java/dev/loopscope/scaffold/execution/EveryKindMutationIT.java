package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static dev.loopscope.scaffold.execution.Suite.CONFTEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.resource.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What breaks loops is caught with each kind of resource, also with those that work nevertheless.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class EveryKindMutationIT {
  private static final String SUITES = "tests/suites.py";
  private static final String SHARED =
      "@pytest_asyncio.fixture(scope=\"session\", loop_scope=\"session\")\nasync def shared_";
  private static final String LIVES = "lives_on_the_loop";
  private static final String ALL =
      "api:http,db:postgres,kv:redis,line,server:subprocess,socket:websocket";
  private static final int KINDS = ResourceKind.ALL.size();
  private static final String SETUP = "def pytest_runtest_setup(";

  /** Makes a sync fixture of an async generator. */
  private static final String BY_HAND =
      """
      def by_hand(opening):
          import asyncio
          import inspect

          def opened(**given):
              loop = asyncio.new_event_loop()
              generator = opening(**given)
              yield loop.run_until_complete(anext(generator))
              loop.run_until_complete(anext(generator, None))
              loop.close()

          opened.__name__ = opening.__name__
          opened.__signature__ = inspect.signature(opening)
          return pytest.fixture(scope="session")(opened)


      """;

  /**
   * Without its comparison a WebSocket would wait for ten seconds, and redis would blame a server.
   */
  @Test
  void fixturesOnTheLoopOfTheClassAreCaughtBeforeTheyAreUsedThere(Workbench bench) {
    Suite suite = suite(bench);
    replaceAll(suite, CONFTEST, SHARED, SHARED.replace("\"session\"", "\"class\""));
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", LIVES))
        .failsEverywhere()
        .eachBecause("but is lent on")
        .collected(KINDS);
  }

  /** They need not be lent to be compared. */
  @Test
  void fixturesOnTheLoopOfTheClassAreCaughtByTheContractTestsToo(Workbench bench) {
    Suite suite = suite(bench);
    replaceAll(suite, CONFTEST, SHARED, SHARED.replace("\"session\"", "\"class\""));
    replaceAll(suite, SUITES, "autouse=True", "autouse=False");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", LIVES))
        .failsEverywhere()
        .eachBecause("AssertionError: opened on")
        .eachBecause("but the test runs on")
        .collected(KINDS);
  }

  @Test
  void syncFixturesAreRefused(Workbench bench) {
    Suite suite = suite(bench);
    replaceAll(
        suite,
        CONFTEST,
        SHARED,
        SHARED.replace("_asyncio", "").replace(", loop_scope=\"session\"", ""));
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", LIVES))
        .failsEverywhere()
        .eachBecause("requested an async fixture 'shared_")
        .collected(KINDS);
  }

  /** Some kinds would work there, and with others a test would wait for ever. */
  @Test
  void syncFixturesThatOpenOnALoopOfTheirOwnAreCaught(Workbench bench) {
    Suite suite = suite(bench);
    suite.edit(CONFTEST, SETUP, BY_HAND + SETUP);
    replaceAll(suite, CONFTEST, SHARED, "@by_hand\nasync def shared_");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", LIVES))
        .failsEverywhere()
        .eachBecause("but is lent on")
        .collected(KINDS);
  }

  @Test
  void syncFixturesThatOpenOnALoopOfTheirOwnAreCaughtWithAnyioToo(Workbench bench) {
    Suite suite = bench.suite(SuiteAnswers.multibackend("asyncio").resource(ALL));
    suite.edit(CONFTEST, SETUP, BY_HAND + SETUP);
    String shared = "@pytest.fixture(scope=\"session\")\nasync def shared_";
    replaceAll(suite, CONFTEST, shared, "@by_hand\nasync def shared_");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "lives_in_the_run"))
        .failsEverywhere()
        .eachBecause("but is lent in")
        .collected(KINDS);
  }

  @Test
  void bareMarksAreCaught(Workbench bench) {
    Suite suite = suite(bench);
    suite.edit(
        "pyproject.toml",
        "asyncio_default_test_loop_scope = \"session\"",
        "asyncio_default_test_loop_scope = \"function\"");
    replaceAll(suite, SUITES, "asyncio(loop_scope=\"session\")", "asyncio");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "lives_on_the_loop"))
        .failsEverywhere()
        .eachBecause("asks for a loop of scope \"function\"");
  }

  private static void replaceAll(Suite suite, String file, String before, String after) {
    String text = suite.read(file);
    String edited = text.replace(before, after);
    assertThat(edited).isNotEqualTo(text);
    suite.edit(file, text, edited);
  }

  private static Suite suite(Workbench bench) {
    return bench.suite(SuiteAnswers.explicitScope("asyncio").resource(ALL));
  }
}
