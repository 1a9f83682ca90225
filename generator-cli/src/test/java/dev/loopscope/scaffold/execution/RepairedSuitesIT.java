package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Suites of the kinds that people report are red, and green in pytest once they are repaired. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class RepairedSuitesIT {
  private static final String DIFFERENT_LOOP = "attached to a different loop";

  private static final String ECHO =
      """
      import asyncio


      class Echo:
          def __init__(self, process):
              self.process = process

          @classmethod
          async def open(cls):
              pipe = asyncio.subprocess.PIPE
              return cls(await asyncio.create_subprocess_exec("cat", stdin=pipe, stdout=pipe))

          async def ask(self, line):
              self.process.stdin.write(line)
              return await self.process.stdout.readline()

          async def close(self):
              self.process.terminate()
              await self.process.wait()
      """;

  private static final String TWO_TESTS =
      """
      import pytest


      @pytest.mark.asyncio
      async def test_bread(echo):
          assert await echo.ask(b"bread\\n") == b"bread\\n"


      @pytest.mark.asyncio
      async def test_milk(echo):
          assert await echo.ask(b"milk\\n") == b"milk\\n"


      def test_sync(echo):
          assert echo
      """;

  private static String conftest(String decorator) {
    return "import pytest_asyncio\n\nfrom echo import Echo\n\n\n"
        + decorator
        + """

        async def echo():
            echo = await Echo.open()
            yield echo
            await echo.close()
        """;
  }

  @Test
  void sessionFixtureAndTestsOnTheirOwnLoops(Workbench bench) {
    assertRepaired(
        bench,
        "newest",
        "2 failed, 1 passed",
        PageFile.of("pyproject.toml", "[dependency-groups]\ndev = [\"pytest-asyncio>=1.2\"]\n"),
        PageFile.of("echo.py", ECHO),
        PageFile.of("conftest.py", conftest("@pytest_asyncio.fixture(scope=\"session\")")),
        PageFile.of("test_echo.py", TWO_TESTS));
  }

  @Test
  void floorThatKnowsNoDefaultForTests(Workbench bench) {
    assertRepaired(
        bench,
        "pytest-asyncio-0.24",
        "2 failed, 1 passed",
        PageFile.of("requirements.txt", "pytest-asyncio>=0.24\n"),
        PageFile.of("echo.py", ECHO),
        PageFile.of("conftest.py", conftest("@pytest_asyncio.fixture(scope=\"module\")")),
        PageFile.of("test_echo.py", TWO_TESTS));
  }

  @Test
  void pinFromBeforeLoopScope(Workbench bench) {
    assertRepaired(
        bench,
        "pytest-asyncio-0.23",
        "2 failed, 1 passed",
        PageFile.of("requirements.txt", "pytest-asyncio==0.23.8\n"),
        PageFile.of("echo.py", ECHO),
        PageFile.of("conftest.py", conftest("@pytest_asyncio.fixture(scope=\"session\")")),
        PageFile.of("test_echo.py", TWO_TESTS));
  }

  @Test
  void syncFixtureThatFillsAGlobalOnTheOverride(Workbench bench) {
    assertRepaired(
        bench,
        "newest",
        "2 failed, 1 passed",
        PageFile.of("requirements.txt", "pytest-asyncio>=1.2\n"),
        PageFile.of("echo.py", ECHO),
        PageFile.of(
            "conftest.py",
            """
            import asyncio

            import pytest

            from echo import Echo


            @pytest.fixture(scope="session")
            def event_loop():
                loop = asyncio.new_event_loop()
                yield loop
                loop.close()


            @pytest.fixture(scope="session")
            def echo(event_loop):
                echo = event_loop.run_until_complete(Echo.open())
                yield echo
                event_loop.run_until_complete(echo.close())
            """),
        PageFile.of("test_echo.py", TWO_TESTS));
  }

  @Test
  void syncFixturesThatOpenOnLoopsOfTheirOwn(Workbench bench) {
    assertRepaired(
        bench,
        "newest",
        "3 failed, 1 passed",
        PageFile.of("requirements.txt", "pytest-asyncio>=1.2\n"),
        PageFile.of("echo.py", ECHO),
        PageFile.of(
            "conftest.py",
            """
            import asyncio

            import pytest

            from echo import Echo


            @pytest.fixture(scope="session")
            def echo():
                loop = asyncio.new_event_loop()
                asyncio.set_event_loop(loop)
                echo = loop.run_until_complete(Echo.open())
                try:
                    yield echo
                finally:
                    loop.run_until_complete(echo.close())
                    loop.close()
            """),
        PageFile.of("test_echo.py", TWO_TESTS),
        PageFile.of(
            "test_own.py",
            """
            import asyncio

            import pytest

            from echo import Echo


            class TestOwn:
                @pytest.fixture(scope="class", params=[b"own\\n"])
                def own(self, request):
                    own = asyncio.run(Echo.open())
                    own.line = request.param
                    return own

                @pytest.mark.asyncio
                async def test_asks(self, own):
                    assert await own.ask(own.line) == own.line
                    await own.close()
            """));
  }

  @Test
  void testsAndFixturesThatUseTheValueOfTheLoop(Workbench bench) {
    assertRepaired(
        bench,
        "newest",
        "4 errors",
        "fixture 'event_loop' not found",
        PageFile.of("requirements.txt", "pytest-asyncio>=1.2\n"),
        PageFile.of(
            "conftest.py",
            """
            import asyncio

            import pytest


            class Clock:
                def __init__(self, loop):
                    self.loop = loop

                async def tick(self):
                    assert self.loop is asyncio.get_running_loop()
                    return self.loop.time()


            @pytest.fixture
            def clock(event_loop, request):
                clock = Clock(event_loop)
                event_loop.run_until_complete(clock.tick())
                request.addfinalizer(lambda: event_loop.run_until_complete(clock.tick()))
                return clock
            """),
        PageFile.of(
            "test_clock.py",
            """
            import asyncio

            import pytest


            @pytest.mark.asyncio
            async def test_ticks(clock):
                assert await clock.tick()


            @pytest.mark.asyncio
            async def test_is_of_this_loop(event_loop, clock):
                assert clock.loop is event_loop


            def test_sync(event_loop, clock):
                assert event_loop.run_until_complete(clock.tick())


            def test_calls_soon(event_loop):
                called = []

                async def call():
                    asyncio.get_running_loop().call_soon(called.append, 1)

                event_loop.run_until_complete(call())
                assert called == [1]
            """));
  }

  @Test
  void fixtureThatDrivesTheLoopAndTheTestsBesideIt(Workbench bench) {
    assertRepaired(
        bench,
        "newest",
        "3 errors",
        "fixture 'event_loop' not found",
        PageFile.of("requirements.txt", "pytest-asyncio>=1.2\n"),
        PageFile.of(
            "conftest.py",
            """
            import asyncio

            import pytest


            @pytest.fixture
            def settled(event_loop):
                before = asyncio.all_tasks(event_loop)
                yield event_loop
                event_loop.call_soon(event_loop.stop)
                event_loop.run_forever()
                assert asyncio.all_tasks(event_loop) == before
            """),
        PageFile.of(
            "test_loop.py",
            """
            import asyncio

            import pytest


            @pytest.mark.asyncio
            async def test_runs_on_it(settled):
                assert settled is asyncio.get_running_loop()


            @pytest.mark.asyncio
            async def test_gets_it(settled, event_loop):
                assert settled is event_loop


            def test_sync(settled, event_loop):
                assert event_loop.run_until_complete(asyncio.sleep(0, 1)) == 1
            """));
  }

  private static void assertRepaired(
      Workbench bench, String environment, String counts, PageFile... files) {
    assertRepaired(bench, environment, counts, DIFFERENT_LOOP, files);
  }

  private static void assertRepaired(
      Workbench bench, String environment, String counts, String failure, PageFile... files) {
    PageCase broken = new PageCase("", List.of(files), List.of());
    new PageTrial("", broken, environment, List.of(), List.of(failure, counts)).assertHolds(bench);
    FixedExample fixed = FixedExample.of("", broken);
    assertThat(fixed.left()).isEmpty();
    assertThat(fixed.suite().files()).isNotEqualTo(broken.files());
    new PageTrial("", fixed.suite(), environment, List.of(), List.of()).assertHolds(bench);
  }
}
