package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static dev.loopscope.scaffold.execution.Suite.CONFTEST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What breaks loops is caught with each kind of resource, also with those that work nevertheless.
 */
@ExtendWith(WorkbenchOfEachTest.class)
class EveryKindMutationIT {
  private static final String SUITES = "tests/suites.py";
  private static final String LIVES = "Contract::test_resource_lives_on_the_loop_of_the_test";
  private static final String[] CAUGHT = {
    "TestApp" + LIVES,
    "TestDatabase" + LIVES,
    "TestLineService" + LIVES,
    "TestRedis" + LIVES,
    "TestServer" + LIVES
  };

  /** The one of a WebSocket is not moved: nobody can connect to it then, for ten seconds. */
  @Test
  void fixturesOnTheLoopOfTheClassAreCaught(Workbench bench) {
    Suite suite = suite(bench);
    for (String name : List.of("api", "db", "kv", "line", "server")) {
      suite.edit(
          CONFTEST,
          "scope=\"session\", loop_scope=\"session\")\nasync def shared_" + name + "(",
          "scope=\"class\", loop_scope=\"class\")\nasync def shared_" + name + "(");
    }
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "lives_on_the_loop"))
        .fails(CAUGHT)
        .because("but the test runs on");
  }

  @Test
  void bareMarksAreCaught(Workbench bench) {
    Suite suite = suite(bench);
    suite.edit(
        "pyproject.toml",
        "asyncio_default_test_loop_scope = \"session\"",
        "asyncio_default_test_loop_scope = \"function\"");
    String text = suite.read(SUITES);
    suite.edit(SUITES, text, text.replace("asyncio(loop_scope=\"session\")", "asyncio"));
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "lives_on_the_loop"))
        .failsEverywhere()
        .eachBecause("asks for a loop of scope \"function\"");
  }

  private static Suite suite(Workbench bench) {
    return bench.suite(
        SuiteAnswers.explicitScope("asyncio")
            .resource("api:http,db:postgres,kv:redis,line,server:subprocess,socket:websocket"));
  }
}
