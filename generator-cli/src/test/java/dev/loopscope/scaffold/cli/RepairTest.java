package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One repair ends all findings of a suite whose loops do not fit. */
class RepairTest {
  private static final String CONFTEST =
      """
      import asyncio

      import pytest_asyncio


      @pytest_asyncio.fixture(scope="session")
      async def jobs():
          queue = asyncio.Queue()
          taking = asyncio.ensure_future(queue.get())
          await asyncio.sleep(0)
          queue.put_nowait("first")
          await taking
          return queue
      """;
  private static final String TESTS =
      """
      import pytest


      @pytest.mark.asyncio
      async def test_takes(jobs):
          jobs.put_nowait("second")
          assert await jobs.get() == "second"


      @pytest.mark.asyncio
      async def test_takes_again(jobs):
          jobs.put_nowait("third")
          assert await jobs.get() == "third"


      def test_is_sync():
          assert True
      """;

  private static final String OVERRIDE =
      """
      import asyncio

      import pytest


      @pytest.fixture(scope="session")
      def event_loop():
          loop = asyncio.new_event_loop()
          yield loop
          loop.close()
      """;
  private static final String JOBS_THAT_SET_DEBUG =
      """


      @pytest.fixture(scope="session")
      def jobs(event_loop):
          event_loop.set_debug(True)
          return asyncio.Queue()
      """;

  @TempDir Path project = Path.of("");

  @BeforeEach
  void writeASuite() throws IOException {
    write("conftest.py", CONFTEST);
    write("test_jobs.py", TESTS);
    write("pytest.ini", "[pytest]\naddopts = -q\n");
    write("requirements.txt", "pytest-asyncio>=1.0\n");
  }

  @Test
  void twoLinesInTheFileThatPytestReadsEndEveryFinding() throws IOException {
    Run run = Run.in(project, "check", "--unsafe-fixes");

    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("Checked 3 files in 1 suite: nothing found\n");
    assertThat(project.resolve("pytest.ini"))
        .hasContent(
            """
            [pytest]
            addopts = -q
            asyncio_default_fixture_loop_scope = session
            asyncio_default_test_loop_scope = session
            """);
    assertThat(project.resolve("test_jobs.py")).hasContent(TESTS);
    assertThat(project.resolve("conftest.py")).hasContent(CONFTEST);
  }

  @Test
  void reportTellsTheRepairOnceAndNoOtherAdvice() {
    Run run = Run.in(project, "check");

    assertThat(run.out())
        .contains(
            """
            Repair: run tests and fixtures on one `session` loop. It ends the one finding:
              - pytest.ini:3: set `asyncio_default_fixture_loop_scope = session` and
                `asyncio_default_test_loop_scope = session`
              `scaffold check --unsafe-fixes` writes it; with --diff, it only shows it.
            """)
        .contains("  = fix: the repair at the top (--unsafe-fixes)\n")
        .doesNotContain("mark the tests");
  }

  @Test
  void diffShowsTheRepairAndWritesNothing() {
    Run run = Run.in(project, "check", "--unsafe-fixes", "--diff");

    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("+asyncio_default_test_loop_scope = session\n");
    assertThat(run.err()).isEqualTo("Would fix 1 finding in 1 file\n");
    assertThat(project.resolve("pytest.ini")).hasContent("[pytest]\naddopts = -q\n");
  }

  @Test
  void safeFixesAloneMakeNoRepair() {
    Run.in(project, "check", "--fix");

    assertThat(project.resolve("pytest.ini")).hasContent("[pytest]\naddopts = -q\n");
  }

  @Test
  void onlyAsyncTestsAreMarkedWhereAnAllowedVersionLacksTheTestDefault() throws IOException {
    write("requirements.txt", "pytest-asyncio>=0.24\n");

    Run run = Run.in(project, "check", "--unsafe-fixes");

    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    String scoped = "@pytest.mark.asyncio(loop_scope=\"session\")";
    assertThat(project.resolve("test_jobs.py"))
        .hasContent(TESTS.replace("@pytest.mark.asyncio", scoped));
  }

  private static final String CACHE =
      """
      import redis.asyncio

      cache = redis.asyncio.Redis()
      """;
  private static final String TESTS_OF_A_CACHE =
      """
      import pytest

      from cache import cache


      @pytest.mark.asyncio
      async def test_reads():
          assert await cache.get("a")


      @pytest.mark.asyncio
      async def test_reads_again():
          assert await cache.get("b")
      """;

  @Test
  void whatAModuleMakesForSeveralLoopsIsRepairedByOneLoop() throws IOException {
    write("conftest.py", "");
    write("cache.py", CACHE);
    write("test_jobs.py", TESTS_OF_A_CACHE);

    assertThat(Run.in(project, "check").out())
        .contains(
            """
            Repair: run tests and fixtures on one `session` loop. It ends the one finding:
              - pytest.ini:3: set `asyncio_default_test_loop_scope = session`
            """)
        .contains("cache.py:3:9: error LS026")
        .contains("  = fix: the repair at the top (--unsafe-fixes)\n")
        .contains("  = uses: test_jobs.py:7, test_jobs.py:12\n");
    assertThat(Run.in(project, "check", "--unsafe-fixes").end()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void linesOfANewFixtureEndAsThoseOfItsModuleDo() throws IOException {
    write("conftest.py", "");
    write(
        "app.py",
        "import asyncio\n\npair = asyncio.run(asyncio.open_connection('localhost', 1))\n");
    write(
        "test_pair.py",
        """
        import pytest
        from app import pair


        @pytest.mark.asyncio
        async def test_pair():
            await pair[0].read()
        """
            .replace("\n", "\r\n"));

    assertThat(Run.in(project, "check", "--unsafe-fixes").end()).isEqualTo(ExitCode.DONE);

    assertThat(Files.readString(project.resolve("test_pair.py")))
        .contains("(monkeypatch):\r\n    pair = await asyncio.open_connection('localhost', 1)\r\n")
        .doesNotContainPattern("(?<!\r)\n")
        .doesNotContain("\r\r");
  }

  @Test
  void testsThatShareAModulesObjectAreMarkedWhereNoDefaultIsKnown() throws IOException {
    write("requirements.txt", "pytest-asyncio==0.23.8\n");
    write("conftest.py", "");
    write("cache.py", CACHE);
    write("test_jobs.py", TESTS_OF_A_CACHE);

    assertThat(Run.in(project, "check", "--unsafe-fixes").end()).isEqualTo(ExitCode.DONE);

    assertThat(project.resolve("test_jobs.py"))
        .hasContent(
            TESTS_OF_A_CACHE.replace(
                "@pytest.mark.asyncio", "@pytest.mark.asyncio(scope=\"module\")"));
  }

  @Test
  void higherFloorIsOnlyProposed() throws IOException {
    write("requirements.txt", "pytest-asyncio>=0.24\n");

    Run run = Run.in(project, "check");

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("Or require pytest-asyncio 0.26 or later, and");
    Run.in(project, "check", "--unsafe-fixes");
    assertThat(project.resolve("requirements.txt")).hasContent("pytest-asyncio>=0.24\n");
  }

  @Test
  void pinFromBeforeLoopScopeGetsTheOldKeyword() throws IOException {
    write("requirements.txt", "pytest-asyncio==0.23.7\n");

    Run run = Run.in(project, "check", "--unsafe-fixes");

    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(project.resolve("test_jobs.py"))
        .hasContent(
            TESTS.replace("@pytest.mark.asyncio", "@pytest.mark.asyncio(scope=\"session\")"));
    assertThat(project.resolve("pytest.ini")).hasContent("[pytest]\naddopts = -q\n");
  }

  @Test
  void projectFileWithoutASectionForPytestGetsOne() throws IOException {
    Files.delete(project.resolve("pytest.ini"));
    write("pyproject.toml", "[project]\nname = \"jobs\"\nversion = \"0\"\n");

    Run.in(project, "check", "--unsafe-fixes");

    assertThat(project.resolve("pyproject.toml"))
        .hasContent(
            """
            [project]
            name = "jobs"
            version = "0"

            [tool.pytest.ini_options]
            asyncio_default_fixture_loop_scope = "session"
            asyncio_default_test_loop_scope = "session"
            """);
  }

  @Test
  void overrideOfEventLoopGoesInTheSameRound() throws IOException {
    write(
        "conftest.py",
        CONFTEST.replace("import pytest_asyncio\n", "import pytest\nimport pytest_asyncio\n")
            + """


            @pytest.fixture(scope="session")
            def event_loop():
                loop = asyncio.new_event_loop()
                yield loop
                loop.close()
            """);

    Run run = Run.in(project, "check", "--unsafe-fixes");

    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(project.resolve("conftest.py"))).doesNotContain("event_loop()");
    assertThat(Files.readString(project.resolve("pytest.ini")))
        .contains("asyncio_default_test_loop_scope = session\n");
  }

  @Test
  void commandThatIsToldJudgesWhatWasJudged() throws IOException {
    write("requirements.txt", "pytest-asyncio==0.21.1\n");
    Files.createDirectories(project.resolve(".tox/new dir"));
    write(".tox/new dir/pyvenv.cfg", "");

    Run run =
        Run.in(
            project,
            "check",
            ".",
            "--with=pytest-asyncio==1.2.0",
            "--with",
            "pytest==8.4.2",
            "--environment",
            ".tox/new dir",
            "--exclude=old/*");

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "`scaffold check . --exclude 'old/*' --environment '.tox/new dir'"
                + " --with pytest-asyncio==1.2.0 --with pytest==8.4.2 --unsafe-fixes` writes it");
    assertThat(Run.in(project, "check", "--upgrade").out().replaceAll("\\s+", " "))
        .contains("`scaffold check --upgrade --unsafe-fixes` writes it");
  }

  @Test
  void excludedFileIsNotTouched() throws IOException {
    write("requirements.txt", "pytest-asyncio>=0.24\n");

    Run.in(project, "check", "--unsafe-fixes", "--exclude=test_jobs.py");

    assertThat(project.resolve("test_jobs.py")).hasContent(TESTS);
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(project.resolve(path), text);
  }

  @Test
  void syncFixtureThatRunsCoroutinesOnTheOverrideBecomesAsync() throws IOException {
    write(
        "conftest.py",
        """
        import asyncio

        import pytest

        held = {}


        async def start():
            held["process"] = await asyncio.create_subprocess_exec("true")


        async def stop():
            await held["process"].wait()


        @pytest.fixture(scope="session")
        def event_loop():
            loop = asyncio.new_event_loop()
            yield loop
            loop.close()


        @pytest.fixture(scope="session")
        def jobs(event_loop, request):
            event_loop.run_until_complete(start())
            request.addfinalizer(lambda: event_loop.run_until_complete(stop()))
        """);

    Run run = Run.in(project, "check", "--unsafe-fixes");

    assertThat(run.out()).contains("nothing found");
    assertThat(Files.readString(project.resolve("conftest.py")))
        .endsWith(
            """
            @pytest_asyncio.fixture(scope="session")
            async def jobs(request):
                await start()
                yield
                await stop()
            """)
        .contains("import pytest_asyncio\n");
  }

  @Test
  void asyncFixtureAsksForTheLoopThatItUsedForMoreThanToRunOneThing() throws IOException {
    write("conftest.py", OVERRIDE + JOBS_THAT_SET_DEBUG);

    Run run = Run.in(project, "check", "--unsafe-fixes");

    assertThat(run.out()).contains("nothing found");
    assertThat(Files.readString(project.resolve("conftest.py")))
        .endsWith(
            """
            @pytest_asyncio.fixture(scope="session")
            async def jobs():
                event_loop = asyncio.get_running_loop()
                event_loop.set_debug(True)
                return asyncio.Queue()
            """)
        .doesNotContain("def event_loop");
  }

  @Test
  void fixtureThatDrivesTheLoopGetsItFromAFixtureOfThatName() throws IOException {
    String jobs =
        JOBS_THAT_SET_DEBUG.replace(
            "event_loop.set_debug(True)",
            "event_loop.call_soon(print)\n    event_loop.run_forever()");
    write("conftest.py", OVERRIDE + jobs);

    Run run = Run.in(project, "check", "--unsafe-fixes");

    assertThat(run.out()).contains("nothing found");
    assertThat(Files.readString(project.resolve("conftest.py")))
        .endsWith(jobs)
        .contains(
            """
            @pytest_asyncio.fixture(scope="session")
            async def event_loop():
                return asyncio.get_running_loop()
            """);
  }

  @Test
  void partOfARepairIsToldWithWhatRemainsAndWhy() throws IOException {
    write(
        "conftest.py",
        OVERRIDE
                .replace("asyncio.new_event_loop()", "uvloop.new_event_loop()")
                .replace("import pytest\n", "import pytest\nimport uvloop\n")
            + JOBS_THAT_SET_DEBUG);

    Run run = Run.in(project, "check");

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "Repair, in part: run tests and fixtures on one `session` loop. It ends",
            "1 remains, so this alone does not make the suite safe:",
            "conftest.py:15: make `jobs` async, on the `session` loop",
            "What remains, and why: - conftest.py:8: LS011: the override makes another kind of"
                + " loop, `uvloop.new_event_loop()`");
  }

  @Test
  void nothingIsOfferedThatWouldEndNothing() throws IOException {
    write(
        "conftest.py",
        OVERRIDE.replace("yield loop", "loop.set_debug(True)\n    yield loop")
            + JOBS_THAT_SET_DEBUG.replace("set_debug(True)", "run_forever()"));
    write("test_jobs.py", TESTS.replace("(jobs)", "(event_loop, jobs)"));

    Run run = Run.in(project, "check", "--select=LS011");

    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("require pytest-asyncio 1.2 for `asyncio_debug`; then delete it")
        .doesNotContain("Repair");
  }

  @Test
  void closeThatDoesNothingIsNoLoss() throws IOException {
    write(
        "conftest.py",
        OVERRIDE.replace(
                "    yield loop\n    loop.close()",
                "    loop._close, loop.close = loop.close, lambda: None\n"
                    + "    loop._close = loop.close\n    yield loop\n    loop._close()")
            + JOBS_THAT_SET_DEBUG);

    assertThat(Run.in(project, "check").out()).contains("delete `event_loop`");
  }

  @Test
  void fixtureOfAModuleThatTestsImportIsRepairedWithThem() throws IOException {
    write("conftest.py", "");
    write(
        "clock.py",
        "import pytest\n\n\n@pytest.fixture\ndef clock(event_loop):\n    return event_loop.time\n");
    write(
        "test_jobs.py",
        """
        import pytest

        from clock import clock


        @pytest.mark.asyncio
        async def test_goes_on(clock):
            assert clock() > 0
        """);

    Run run = Run.in(project, "check", "--unsafe-fixes");

    assertThat(run.out()).contains("nothing found");
    assertThat(project.resolve("clock.py"))
        .hasContent(
            """
            import asyncio
            import pytest_asyncio


            @pytest_asyncio.fixture
            async def clock():
                event_loop = asyncio.get_running_loop()
                return event_loop.time
            """);
  }

  @Test
  void syncTestThatRunsTheLoopBecomesAnAsyncOne() throws IOException {
    write("conftest.py", "");
    write(
        "test_jobs.py",
        """
        import asyncio


        def test_sleeps(event_loop, tmp_path):
            with open(tmp_path / "log", "w") as log:
                assert event_loop.run_until_complete(asyncio.sleep(0, 1)) == 1


        class TestClock:
            def test_goes_on(self, event_loop):
                before = event_loop.time()
                event_loop.run_until_complete(asyncio.sleep(0.01))
                assert event_loop.time() > before
        """);

    Run run = Run.in(project, "check", "--unsafe-fixes");

    assertThat(run.out()).contains("nothing found");
    assertThat(project.resolve("test_jobs.py"))
        .hasContent(
            """
            import asyncio
            import pytest


            @pytest.mark.asyncio
            async def test_sleeps(tmp_path):
                with open(tmp_path / "log", "w") as log:
                    assert (await asyncio.sleep(0, 1)) == 1


            class TestClock:
                @pytest.mark.asyncio
                async def test_goes_on(self):
                    event_loop = asyncio.get_running_loop()
                    before = event_loop.time()
                    await asyncio.sleep(0.01)
                    assert event_loop.time() > before
            """);
  }

  @Test
  void whatATestLooksAtBehindWhatItRanHasBeenCalledBefore() throws IOException {
    write("pytest.ini", "[pytest]\nasyncio_mode = auto\n");
    write("conftest.py", "");
    write(
        "test_jobs.py",
        """
        import asyncio


        def test_calls_soon(event_loop):
            called = []

            async def call():
                asyncio.get_running_loop().call_soon(called.append, 1)

            event_loop.run_until_complete(call())
            assert called == [1]
        """);

    Run.in(project, "check", "--unsafe-fixes");

    assertThat(Files.readString(project.resolve("test_jobs.py")))
        .contains("    await asyncio.ensure_future(call())\n    assert called == [1]\n");
  }

  @Test
  void autoModeNeedsNeitherMarksNorAnotherDecorator() throws IOException {
    write("pytest.ini", "[pytest]\nasyncio_mode = auto\n");
    write(
        "conftest.py",
        """
        import asyncio

        import pytest


        @pytest.fixture
        def slept(event_loop, request):
            def wake():
                event_loop.run_until_complete(asyncio.sleep(0))

            event_loop.run_until_complete(asyncio.sleep(0))
            request.addfinalizer(wake)
            return "slept"
        """);
    write(
        "test_jobs.py",
        "def test_slept(event_loop, slept):\n    assert event_loop.time() and slept\n");

    Run run = Run.in(project, "check", "--unsafe-fixes");

    assertThat(run.out()).contains("nothing found");
    assertThat(project.resolve("conftest.py"))
        .hasContent(
            """
            import asyncio

            import pytest


            @pytest.fixture
            async def slept(request):
                async def wake():
                    await asyncio.sleep(0)

                await asyncio.sleep(0)
                yield "slept"
                await wake()
            """);
    assertThat(project.resolve("test_jobs.py"))
        .hasContent(
            """
            import asyncio


            async def test_slept(slept):
                event_loop = asyncio.get_running_loop()
                assert event_loop.time() and slept
            """);
  }

  @Test
  void whatCannotBeRepairedDoesNotKeepTheRestFromIt() throws IOException {
    write("requirements.txt", "pytest-asyncio>=0.24\n");
    write(
        "conftest.py",
        """
        import asyncio

        import pytest


        @pytest.fixture
        def tasks(event_loop):
            return asyncio.all_tasks(event_loop)


        @pytest.fixture
        def time(event_loop):
            return event_loop.time
        """);
    write("test_jobs.py", "def test_it(tasks, time):\n    assert time() and not tasks\n");

    Run run = Run.in(project, "check");

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "It ends 1 finding; 1 remains, so this alone",
            "- conftest.py:12: make `time` async, on the `function` loop",
            "- conftest.py:7: LS012: `tasks` looks at the loop's tasks, and would be one of them as"
                + " an async function");
    assertThat(Run.in(project, "check", "--json").out().replaceAll("\\s+", " "))
        .contains("\"remaining\": [ { \"rule\": \"LS012\"");
    Run.in(project, "check", "--unsafe-fixes");
    assertThat(Files.readString(project.resolve("conftest.py")))
        .contains("def tasks(event_loop):", "async def time():");
  }

  @Test
  void marksThatRequestTheLoopForAsyncTestsGo() throws IOException {
    write("conftest.py", "");
    write(
        "test_jobs.py",
        """
        import pytest


        @pytest.mark.usefixtures("event_loop", "tmp_path")
        @pytest.mark.asyncio
        async def test_it():
            assert True
        """);

    Run.in(project, "check", "--unsafe-fixes");

    assertThat(Files.readString(project.resolve("test_jobs.py")))
        .contains("@pytest.mark.usefixtures(\"tmp_path\")\n");
  }

  @Test
  void projectOfAnyioAloneHearsNothingOfPytestAsyncio() throws IOException {
    write("requirements.txt", "pytest>=9\nanyio[trio]>=4.15\n");
    write(
        "conftest.py",
        """
        import anyio
        import pytest


        @pytest.fixture
        async def jobs():
            return anyio.Event()
        """);
    write("test_jobs.py", "def test_is_there(jobs):\n    assert hasattr(jobs, 'wait')\n");

    Run run = Run.in(project, "check");

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("make `test_is_there` async, and mark it with `@pytest.mark.anyio`")
        .doesNotContain("pytest_asyncio");
  }
}
