package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Archetype;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suites that share a database of a PostgreSQL, on real servers. */
@ExtendWith({WithServersOnly.class, WorkbenchOfEachTest.class})
@Execution(ExecutionMode.CONCURRENT)
class PostgresKindIT {
  private static final SuiteAnswers ASYNCIO =
      SuiteAnswers.explicitScope("asyncio").resource("db:postgres");
  private static final String MODULE = "tests/resources/postgres_database.py";

  /** Runs the suite on the server of the test, beside the databases of others. */
  private static final String NESTED =
      """
      import os
      import signal
      import subprocess
      import sys
      import time

      import psycopg


      def databases(url):
          with psycopg.connect(url) as connection:
              return {name for (name,) in connection.execute("SELECT datname FROM pg_database")}


      def started(url, *arguments):
          return subprocess.Popen(
              [sys.executable, "-m", "pytest", "--ignore=tests/test_nested.py", *arguments],
              env={**os.environ, "DATABASE_URL": url},
              stdout=subprocess.PIPE,
              text=True,
          )


      def test_nested(postgres_server):
          before = databases(postgres_server)
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLICIT_SCOPE | asyncio,uvloop | 26 passed, 3 xfailed",
        "MULTIBACKEND | asyncio | 12 passed, 2 xfailed"
      })
  void contractHoldsOnATemporaryServer(
      Archetype archetype, String backends, String summary, Workbench bench) {
    Suite suite = bench.suite(SuiteAnswers.of(archetype, backends).resource("db:postgres"));
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), suite)).isGreen(summary);
  }

  @Test
  void contractHoldsForSessionsOfSqlalchemy(Workbench bench) {
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), sqlalchemy(bench)))
        .isGreen("26 passed, 3 xfailed");
  }

  @Test
  void sessionThatCommitsForGoodIsSeenInTheNextTest(Workbench bench) {
    Suite suite = sqlalchemy(bench);
    suite.edit(MODULE, "=\"create_savepoint\"", "=\"control_fully\"");
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), suite))
        .failsAtLeast("TestDatabaseContract::test_what_a_test_leaves_is_gone_in_the_next[asyncio]");
  }

  private static Suite sqlalchemy(Workbench bench) {
    return bench.suite(
        Answers.complete(
            Questions.ALL,
            Map.of(
                "name", "demo",
                "backends", "asyncio,uvloop",
                "resource", "db:postgres",
                "postgres", "sqlalchemy")));
  }

  @Test
  void workersOnOneServerHaveADatabaseEachAndLeaveNone(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.append(
        "tests/test_nested.py",
        NESTED
            + """
                with started(postgres_server, "-n", "2") as run:
                    output = run.communicate()[0]
                assert "13 passed, 2 xfailed" in output, output
                assert databases(postgres_server) == before
            """);
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), suite, "tests/test_nested.py"))
        .isGreen("1 passed");
  }

  @Test
  void databaseOfAKilledRunIsDroppedByTheNext(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.append(
        "tests/waits.py",
        """
        import asyncio

        from .suites import DatabaseSuite


        class TestWaiting(DatabaseSuite):
            async def test_waits(self):
                await asyncio.sleep(600)
        """);
    suite.append(
        "tests/test_nested.py",
        NESTED
            + """
                with started(postgres_server, "tests/waits.py") as run:
                    while databases(postgres_server) == before:
                        time.sleep(0.05)
                    run.send_signal(signal.SIGKILL)
                with psycopg.connect(postgres_server) as connection:
                    # The one lock that stays is that of this run.
                    locks = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                    while connection.execute(locks).fetchone() != (1,):
                        time.sleep(0.05)
                left = databases(postgres_server)
                assert len(left) == len(before) + 1
                with started(postgres_server) as run:
                    output = run.communicate()[0]
                assert "13 passed, 2 xfailed" in output, output
                assert databases(postgres_server) == before
            """);
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), suite, "tests/test_nested.py"))
        .isGreen("1 passed");
  }

  @Test
  void transactionThatIsNotRolledBackIsSeenInTheNextTest(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.edit(MODULE, "force_rollback=True", "force_rollback=False");
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), suite))
        .failsAtLeast("TestDatabaseContract::test_what_a_test_leaves_is_gone_in_the_next")
        .because("the next test sees it too");
  }

  @Test
  void databaseThatWorkersShareIsCaught(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.edit("tests/support/postgres_server.py", "_pytest_{worker}\"", "_pytest_shared\"");
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), suite))
        .fails("TestDatabaseIsolation::test_each_worker_has_a_database_of_its_own");
  }

  @Test
  void movingTheFixtureToTheLoopOfTheClassIsCaughtThoughThePoolWorksThere(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.edit(
        Suite.CONFTEST,
        "@pytest_asyncio.fixture(scope=\"session\", loop_scope=\"session\")\nasync def shared_db",
        "@pytest_asyncio.fixture(scope=\"class\", loop_scope=\"class\")\nasync def shared_db");
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), suite))
        .failsAtLeast("TestDatabaseContract::test_resource_lives_on_the_loop_of_the_test")
        .because("but the test runs on");
  }
}
