package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;

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
        "EXPLICIT_SCOPE | asyncio,uvloop | 30 passed, 3 xfailed",
        "MULTIBACKEND | asyncio | 14 passed, 2 xfailed"
      })
  void contractHoldsOnATemporaryServer(
      Archetype archetype, String backends, String summary, Workbench bench) {
    Suite suite = bench.suite(SuiteAnswers.of(archetype, backends).resource("db:postgres"));
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite)).isGreen(summary);
  }

  @Test
  void contractHoldsForSessionsOfSqlalchemy(Workbench bench) {
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), sqlalchemy(bench)))
        .isGreen("30 passed, 3 xfailed");
  }

  @Test
  void contractHoldsForConnectionsOfAsyncpg(Workbench bench) {
    Suite suite = suite(bench, "asyncpg");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite))
        .isGreen("30 passed, 3 xfailed");
    suite.edit(MODULE, "await outer.rollback()", "await outer.commit()");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "leaves_is_gone"))
        .failsAtLeast("TestDatabaseContract::test_what_a_test_leaves_is_gone_in_the_next[asyncio]")
        .because("the next test sees it too");
  }

  @Test
  void lendingConnectionsOfAsyncpgWithoutIsolatingIsCaught(Workbench bench) {
    Suite suite = suite(bench, "asyncpg");
    suite.edit(
        Suite.CONFTEST,
        "async with isolate_postgres(shared_db) as",
        "async with shared_db.pool.acquire() as");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "holds_no_trace"))
        .fails(
            "TestDatabaseContract::test_what_is_lent_again_holds_no_trace[asyncio]",
            "TestDatabaseContract::test_what_is_lent_again_holds_no_trace[uvloop]",
            "TestDatabaseContract::test_what_is_lent_holds_no_trace[uvloop]")
        .eachBecause("another test has left a trace in it");
  }

  @Test
  void sessionThatCommitsForGoodIsSeenInTheNextTest(Workbench bench) {
    Suite suite = sqlalchemy(bench);
    suite.edit(MODULE, "=\"create_savepoint\"", "=\"control_fully\"");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite))
        .failsAtLeast("TestDatabaseContract::test_what_a_test_leaves_is_gone_in_the_next[asyncio]");
  }

  @Test
  void lendingSessionsOfSqlalchemyWithoutIsolatingIsCaught(Workbench bench) {
    Suite suite = sqlalchemy(bench);
    suite.edit(
        Suite.CONFTEST,
        "async with isolate_postgres(shared_db) as",
        "async with Session(shared_db.engine) as");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "holds_no_trace"))
        .fails(
            "TestDatabaseContract::test_what_is_lent_again_holds_no_trace[asyncio]",
            "TestDatabaseContract::test_what_is_lent_again_holds_no_trace[uvloop]",
            "TestDatabaseContract::test_what_is_lent_holds_no_trace[uvloop]")
        .eachBecause("another test has left a trace in it");
  }

  private static Suite sqlalchemy(Workbench bench) {
    return suite(bench, "sqlalchemy");
  }

  private static Suite suite(Workbench bench, String client) {
    return bench.suite(
        Answers.complete(
            Questions.ALL,
            Map.of(
                "name", "demo",
                "backends", "asyncio,uvloop",
                "resource", "db:postgres",
                "postgres", client)));
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
                assert "15 passed, 2 xfailed" in output, output
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
                assert "15 passed, 2 xfailed" in output, output
                assert databases(postgres_server) == before
            """);
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), suite, "tests/test_nested.py"))
        .isGreen("1 passed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql://me:hush@localhost:1/shop | postgresql://localhost:1/shop does not let the",
        "postgresql+asyncpg://me:hush@localhost:1/shop?ssl=require | invalid URI query parameter",
        "mysql://me:hush@localhost/shop | DATABASE_URL names no PostgreSQL: it does not begin with"
      })
  void addressThatDoesNotLetTheTestsInIsToldWithoutItsPassword(
      String url, String words, Workbench bench) {
    PytestRun run =
        bench.pytest(
            bench.venvOfAllKinds(),
            bench.suite(ASYNCIO),
            Map.of("DATABASE_URL", url),
            "tests/test_notes.py");
    assertThatRun(run).failsEverywhere().eachBecause(words).eachBecause("DATABASE_URL");
    assertThat(run.output()).doesNotContain("hush");
  }

  @Test
  void transactionThatIsNotRolledBackIsSeenInTheNextTest(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.edit(MODULE, "force_rollback=True", "force_rollback=False");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite))
        .failsAtLeast("TestDatabaseContract::test_what_a_test_leaves_is_gone_in_the_next")
        .because("the next test sees it too");
  }

  @Test
  void lendingWithoutIsolatingIsCaught(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.edit(
        Suite.CONFTEST,
        "async with isolate_postgres(shared_db) as",
        "async with shared_db.pool.connection() as");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "holds_no_trace"))
        .fails("TestDatabaseContract::test_what_is_lent_again_holds_no_trace")
        .because("another test has left a trace in it");
  }

  @Test
  void databaseThatWorkersShareIsCaught(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.edit("tests/support/postgres_server.py", "_pytest_{worker}\"", "_pytest_shared\"");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite))
        .fails("TestDatabaseIsolation::test_each_worker_has_a_database_of_its_own");
  }

  @Test
  void movingTheFixtureToTheLoopOfTheClassIsCaughtThoughThePoolWorksThere(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO);
    suite.edit(
        Suite.CONFTEST,
        "@pytest_asyncio.fixture(scope=\"session\", loop_scope=\"session\")\nasync def shared_db",
        "@pytest_asyncio.fixture(scope=\"class\", loop_scope=\"class\")\nasync def shared_db");
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite))
        .failsAtLeast("TestDatabaseContract::test_resource_lives_on_the_loop_of_the_test")
        .because("but is lent on");
  }
}
