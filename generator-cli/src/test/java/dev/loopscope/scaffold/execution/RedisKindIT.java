package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.value.Archetype;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suites that share a database of a Redis, on real servers. */
@ExtendWith({WithServersOnly.class, WorkbenchOfEachTest.class})
@Execution(ExecutionMode.CONCURRENT)
class RedisKindIT {
  private static final SuiteAnswers ASYNCIO =
      SuiteAnswers.explicitScope("asyncio").resource("db:redis");
  private static final String MODULE = "tests/resources/redis_database.py";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLICIT_SCOPE | asyncio,uvloop | 26 passed, 3 xfailed",
        "MULTIBACKEND | asyncio,trio | 24 passed, 2 xfailed"
      })
  void contractHoldsOnATemporaryServer(
      Archetype archetype, String backends, String summary, Workbench bench) {
    Suite suite = bench.suite(SuiteAnswers.of(archetype, backends).resource("db:redis"));
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite)).isGreen(summary);
  }

  @Test
  void workersLeaveTheKeysOfOthersAlone(Workbench bench) {
    try (RedisServer others = RedisServer.start()) {
      others.ask("-n", "0", "set", "theirs", "kept");
      others.ask("-n", "15", "set", "theirs", "kept");

      assertThatRun(pytest(bench, bench.suite(ASYNCIO), others, "-n", "2"))
          .isGreen("13 passed, 2 xfailed");

      assertThat(others.ask("info", "keyspace"))
          .contains("db0:keys=1", "db15:keys=1")
          .doesNotContain("db14", "db13", "db12");
      assertThat(others.ask("-n", "15", "get", "theirs")).isEqualTo("kept");
    }
  }

  @Test
  void serverWithoutAnEmptyDatabaseIsRefused(Workbench bench) {
    try (RedisServer others = RedisServer.start()) {
      for (int number = 0; number < 16; number++) {
        others.ask("-n", Integer.toString(number), "set", "theirs", "kept");
      }

      assertThatRun(pytest(bench, bench.suite(ASYNCIO), others))
          .failsEverywhere()
          .eachBecause("no database of this Redis is empty and free");

      assertThat(others.ask("-n", "7", "get", "theirs")).isEqualTo("kept");
    }
  }

  @Test
  void addressThatDoesNotLetTheTestsInIsToldWithoutItsPassword(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    try (RedisServer others = RedisServer.start()) {
      isTold(
          bench,
          suite,
          others.url() + "?db=99",
          "does not let the tests in: DB index is out of range");
      isTold(bench, suite, others.url().replace("unix:", "http:"), "names no Redis");
      others.ask("config", "set", "requirepass", "open sesame");
      isTold(
          bench,
          suite,
          others.url().replace("://", "://:hush@"),
          others.url() + " does not let the tests in: invalid username-password pair");
    }
    isTold(
        bench,
        suite,
        "redis://:hush@localhost:1/0",
        "redis://localhost:1/0 does not let the tests in: [Errno 111] Connection refused; start"
            + " the server that REDIS_URL names, mend the variable, or unset it");
    isTold(bench, suite, "unix:///nowhere.sock", "unix:///nowhere.sock does not let the tests in");
    isTold(bench, suite, "redis://:hush/hush@localhost", "REDIS_URL has no number as its port");
  }

  private static void isTold(Workbench bench, Suite suite, String url, String words) {
    PytestRun run =
        bench.pytest(
            bench.venvOfAllKinds(), suite, Map.of("REDIS_URL", url), "tests/test_redis_keys.py");
    assertThatRun(run).failsEverywhere().eachBecause(words);
    assertThat(run.output()).doesNotContain("hush");
  }

  @Test
  void databaseThatIsNotEmptiedIsSeenInTheNextTest(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.edit(
        MODULE,
        """
            await taken.client.flushdb()
            try:
                yield taken.client
            finally:
                await taken.client.flushdb()
        """,
        "    yield taken.client\n");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite))
        .failsAtLeast(
            "TestRedisContract::test_what_a_test_leaves_is_gone_in_the_next",
            "TestRedisIsolation::test_what_a_failing_test_leaves_is_gone_in_the_next")
        .because("the next test sees it too");
  }

  @Test
  void lendingWithoutIsolatingIsCaught(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.edit(
        Suite.CONFTEST,
        "    async with isolate_redis(shared_db) as isolated:\n        yield isolated\n",
        "    yield shared_db.client\n");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "holds_no_trace"))
        .fails("TestRedisContract::test_what_is_lent_again_holds_no_trace")
        .because("another test has left a trace in it");
  }

  @Test
  void databaseThatTwoOpeningsShareIsCaught(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.edit(
        MODULE,
        "size == 0 and all(client[\"name\"] != name for client in clients)",
        "size == 0 and bool(clients)");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite))
        .failsAtLeast("TestRedisIsolation::test_keys_of_others_stay")
        .because("they share a database");
  }

  @Test
  void movingTheFixtureToTheLoopOfTheClassIsCaughtAsAnotherLoop(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.edit(
        Suite.CONFTEST,
        "@pytest_asyncio.fixture(scope=\"session\", loop_scope=\"session\")\nasync def shared_db",
        "@pytest_asyncio.fixture(scope=\"class\", loop_scope=\"class\")\nasync def shared_db");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite))
        .failsAtLeast("TestRedisContract::test_resource_lives_on_the_loop_of_the_test")
        .because("but is lent on");
  }

  private static PytestRun pytest(
      Workbench bench, Suite suite, RedisServer server, String... arguments) {
    return bench.pytest(
        bench.venvOfAllKinds(), suite, Map.of("REDIS_URL", server.url()), arguments);
  }
}
