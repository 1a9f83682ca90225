package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The servers that a suite starts for itself: they end with it, and are missed aloud. */
@ExtendWith({WithServersOnly.class, WorkbenchOfEachTest.class})
@Execution(ExecutionMode.CONCURRENT)
class TemporaryServersIT {
  private static final SuiteAnswers REDIS =
      SuiteAnswers.explicitScope("asyncio").resource("db:redis");
  private static final Map<String, String> NO_PROGRAMS = Map.of("PATH", "/usr/share");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void killedRunLeavesNoProcessAndNoDirectory(String workers, Workbench bench) throws IOException {
    Suite suite = bench.suite(REDIS);
    suite.append(
        "tests/test_waiting.py",
        """
        import asyncio
        import pathlib

        from .suites import RedisSuite


        class TestWaiting(RedisSuite):
            async def test_waits(self, redis_server):
                server = pathlib.Path(redis_server.removeprefix("unix://"))
                pathlib.Path("started.tmp").write_text(str(server.parent))
                pathlib.Path("started.tmp").rename("started.txt")
                await asyncio.sleep(600)
        """);
    Path started = suite.directory().resolve("started.txt");
    List<String> arguments = new ArrayList<>(List.of("tests/test_waiting.py"));
    if (!workers.equals("1")) {
      arguments.addAll(List.of("-n", workers));
    }
    Process pytest =
        bench
            .venvOfAllKinds()
            .module("pytest", arguments)
            .in(suite.directory())
            .builder()
            .redirectErrorStream(true)
            .redirectOutput(suite.directory().resolve("output.txt").toFile())
            .start();
    try {
      Waiting.until(PATIENCE, () -> Files.exists(started) || !pytest.isAlive());
      assertThat(started).as(suite.read("output.txt")).exists();
      List<ProcessHandle> all = pytest.descendants().toList();
      Path directory = Path.of(suite.read("started.txt"));
      assertThat(directory).isDirectory();
      assertThat(all).hasSizeGreaterThanOrEqualTo(2);

      pytest.destroyForcibly();

      Waiting.until(PATIENCE, () -> all.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(directory).doesNotExist();
    } finally {
      pytest.descendants().forEach(ProcessHandle::destroyForcibly);
      pytest.destroyForcibly();
    }
  }

  @Test
  void testsWithoutAServerAreSkipped(Workbench bench) {
    PytestRun run = bench.pytest(bench.venvOfAllKinds(), bench.suite(REDIS), NO_PROGRAMS, "-rs");
    assertThatRun(run).isGreen("13 skipped, 2 xfailed");
    assertThat(run.output())
        .contains("REDIS_URL names no server, and there is no program `redis-server` to start one")
        .contains("Debian's package redis-server");
  }

  @Test
  void testsWithoutAServerFailWhereContinuousIntegrationRuns(Workbench bench) {
    Map<String, String> settings = Map.of("PATH", "/usr/share", "CI", "true");
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), bench.suite(REDIS), settings))
        .failsEverywhere()
        .eachBecause("there is no program `redis-server` to start one");
  }

  @Test
  void whatBecomesOfTestsWithoutAServerCanBeSaid(Workbench bench) {
    Map<String, String> settings = Map.of("PATH", "/usr/share", "CI", "true");
    PytestRun run =
        bench.pytest(
            bench.venvOfAllKinds(), bench.suite(REDIS), settings, "--resource-missing=skip");
    assertThatRun(run).isGreen("13 skipped, 2 xfailed");
  }

  @Test
  void serverThatDoesNotStartShowsWhatItPrints(Workbench bench) {
    Suite suite = bench.suite(REDIS);
    suite.edit(
        "tests/support/redis_server.py", "\"--appendonly\", \"no\"", "\"--no-such\", \"no\"");
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), suite))
        .failsEverywhere()
        .because("Bad directive or wrong number of arguments");
  }

  @Test
  void conftestThatIsReadLateDoesWithoutTheOption(Workbench bench) throws IOException {
    Suite suite = bench.suite(REDIS);
    Suite above = new Suite(suite.directory().resolve(".."));
    Files.writeString(
        above.directory().resolve("pytest.ini"),
        "[pytest]\naddopts = --import-mode=importlib -p no:anyio\n");
    assertThatRun(bench.pytest(bench.venvOfAllKinds(), above, NO_PROGRAMS))
        .isGreen("13 skipped, 2 xfailed");
  }
}
