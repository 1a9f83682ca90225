package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ServerCommand;
import dev.loopscope.scaffold.answers.value.Archetype;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Suites that share a server in a process of its own; and what pytest says of broken ones. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class SubprocessKindIT {
  private static final String MODULE = "tests/resources/server_process.py";
  private static final String UNDER_TEST = "tests/resources/server_under_test.py";
  private static final String PROCESSES = "tests/support/processes.py";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final SuiteAnswers ASYNCIO =
      SuiteAnswers.explicitScope("asyncio").resource("server:subprocess");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLICIT_SCOPE | asyncio,uvloop | 40 passed, 3 xfailed",
        "MULTIBACKEND | trio,asyncio | 38 passed, 2 xfailed"
      })
  void suiteOfTheExampleIsGreen(
      Archetype archetype, String backends, String summary, Workbench bench) {
    Suite suite = bench.suite(SuiteAnswers.of(archetype, backends).resource("server:subprocess"));
    assertThatRun(bench.forkedPytest(bench.venvOfAllKinds(), suite)).isGreen(summary);
  }

  /** Whoever asks for any port must not get it before the server listens, and answer for it. */
  @ParameterizedTest
  @CsvSource({"EXPLICIT_SCOPE, asyncio", "MULTIBACKEND, trio"})
  void portIsNoneThatTheSystemHandsOut(Archetype archetype, String backend, Workbench bench) {
    Suite suite = bench.suite(SuiteAnswers.of(archetype, backend).resource("server:subprocess"));
    suite.append(
        "tests/test_ports.py",
        """
        from pathlib import Path

        from .support.processes import hold_free_port


        def test_port_is_below_those_that_are_handed_out() -> None:
            lowest = Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0]
            for _ in range(100):
                with hold_free_port() as held:
                    assert held.getsockname()[1] < int(lowest)
        """);
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), suite, "tests/test_ports.py"))
        .isGreen("1 passed");
  }

  /**
   * As the suite's README says, with a client of HTTP; the server is one that nobody wrote here.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLICIT_SCOPE | asyncio | 3 passed, 18 deselected",
        "MULTIBACKEND | trio,asyncio | 6 passed, 32 deselected"
      })
  void serverOfAnotherIsTalkedToInHttp(
      Archetype archetype, String backends, String summary, Workbench bench) {
    Suite suite =
        bench.suite(
            SuiteAnswers.of(archetype, backends)
                .resource("server:subprocess")
                .answers()
                .with(
                    Questions.COMMAND,
                    new ServerCommand("python -m http.server {port} --bind 127.0.0.1")));
    String readme = suite.read("README.md");
    int fixture = readme.indexOf("```python\n") + "```python\n".length();
    suite.edit(Suite.CONFTEST, "\nimport pytest\n", "\nimport httpx\nimport pytest\n");
    suite.append(
        Suite.CONFTEST, "\n\n" + readme.substring(fixture, readme.indexOf("```", fixture)));
    suite.append(
        "tests/test_files.py",
        """
        from .suites import ServerSuite


        class TestFiles(ServerSuite):
            async def test_files_are_served(self, server_http):
                response = await server_http.get("/tests/test_files.py")
                assert "test_files_are_served" in response.text
        """);
    assertThatRun(
            bench.forkedPytest(bench.venvOfAllKinds(), suite, "-k", "TestFiles or leaves_is_gone"))
        .isGreen(summary);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2"})
  void killedRunLeavesNoProcessAndNoDirectory(String workers, Workbench bench) throws Exception {
    Suite suite = bench.suite(ASYNCIO);
    suite.append(
        "tests/test_waiting.py",
        """
        import asyncio
        import pathlib

        from .suites import ServerSuite


        class TestWaiting(ServerSuite):
            async def test_waits(self, shared_server):
                pathlib.Path("started.tmp").write_text(str(shared_server.output.parent))
                pathlib.Path("started.tmp").rename("started.txt")
                await asyncio.sleep(600)
        """);
    Path started = suite.directory().resolve("started.txt");
    Process pytest =
        bench
            .venvOfAllKinds()
            .module("pytest", List.of("tests/test_waiting.py", "-n", workers))
            .in(suite.directory())
            .builder()
            .redirectErrorStream(true)
            .redirectOutput(suite.directory().resolve("output.txt").toFile())
            .start();
    List<ProcessHandle> all = new ArrayList<>();
    try {
      Waiting.until(PATIENCE, () -> Files.exists(started) || !pytest.isAlive());
      assertThat(started).as(suite.read("output.txt")).exists();
      pytest.descendants().forEach(all::add);
      Path directory = Path.of(suite.read("started.txt"));
      assertThat(directory).isDirectory();
      assertThat(all).as("the keeper and the server").hasSizeGreaterThanOrEqualTo(2);

      pytest.destroyForcibly();

      Waiting.until(
          PATIENCE,
          () -> Files.notExists(directory) && all.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      Stream.concat(pytest.descendants(), all.stream()).forEach(ProcessHandle::destroyForcibly);
      pytest.destroyForcibly();
    }
  }

  @Test
  void whatTheServerPrintsIsShownWithATestThatFails(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(
                "tests/test_server.py", "b\"VALUE good morning\\n\"", "b\"VALUE bad morning\\n\"");
    PytestRun run = run(bench, suite, "-k", "KeepsAValue or HasNoValues");
    assertThatRun(run).fails("TestServerKeepsAValue::test_value_is_returned");
    assertThat(run.output())
        .contains("The server has printed:\nSET greeting good morning\nGET greeting\n")
        .doesNotContain("SET greeting good night");
  }

  @Test
  void serverThatDoesNotStartShowsWhatItHasPrinted(Workbench bench) {
    Suite suite = bench.suite(ASYNCIO).edit(UNDER_TEST, "\"--port\"", "\"--prot\"");
    assertThatRun(run(bench, suite, "-k", "TestServerKeepsAValue"))
        .fails(
            "TestServerKeepsAValue::test_value_is_returned",
            "TestServerKeepsAValue::test_value_can_be_replaced")
        .eachBecause("the following arguments are required: --port");
  }

  @Test
  void dataThatIsNotBroughtBackIsCaughtAfterAFailureToo(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(
                MODULE, "                await reset_server(cleaner)\n", "                pass\n");
    assertThatRun(run(bench, suite, "-k", "leaves"))
        .fails(
            "TestServerContract::test_what_a_test_leaves_is_gone_in_the_next",
            "TestServerProcess::test_what_a_failing_test_leaves_is_gone_in_the_next")
        .eachBecause("the next test sees it too");
  }

  @Test
  void serverOnAnotherLoopIsCaughtThoughItWorks(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(
                Suite.CONFTEST,
                "@pytest_asyncio.fixture(scope=\"session\", loop_scope=\"session\")",
                "@pytest_asyncio.fixture(scope=\"class\", loop_scope=\"class\")");
    assertThatRun(run(bench, suite, "-k", "TestServerContract"))
        .failsAtLeast("TestServerContract::test_resource_lives_on_the_loop_of_the_test")
        .because("but is lent on");
  }

  @Test
  void serverThatIsNotStoppedIsCaught(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(
                "tests/support/process_keeper.py",
                "            self.signal(signal.SIGKILL)\n        return",
                "            pass\n        return");
    assertThatRun(run(bench, suite, "-k", "has_started"))
        .fails("TestServerProcess::test_what_the_server_has_started_ends_with_it")
        .because("a process that the server has started still runs");
  }

  @Test
  void endOfAServerThatNobodyNoticesIsCaught(Workbench bench) {
    Suite suite =
        bench
            .suite(ASYNCIO)
            .edit(PROCESSES, "            await self._wait_a_moment()\n", "")
            .edit(
                PROCESSES,
                "            self.require_running()\n            raise\n",
                "            raise\n");
    assertThatRun(run(bench, suite, "-k", "is_missed"))
        .fails("TestServerProcess::test_server_that_ends_during_a_test_is_missed")
        .because("Connect call failed");
  }

  private static PytestRun run(Workbench bench, Suite suite, String... arguments) {
    return bench.forkedPytest(bench.venvOfAllKinds(), suite, arguments);
  }
}
