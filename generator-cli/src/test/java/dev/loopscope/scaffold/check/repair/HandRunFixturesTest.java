package dev.loopscope.scaffold.check.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.FixedExample;
import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A synchronous fixture that opens something on a loop of its own becomes async. */
class HandRunFixturesTest {
  private static final String HEAD =
      """
      import asyncio

      import pytest


      class Line:
          async def open(self):
              self.reader, self.writer = await asyncio.open_connection("127.0.0.1", 80)
              return self

          async def ask(self):
              return await self.reader.readline()

          async def close(self):
              self.writer.close()


      """;
  private static final String TEST =
      """


      @pytest.mark.asyncio
      async def test_asks(line):
          assert await line.ask()
      """;

  private static String repaired(String fixture, String options) {
    PageCase suite =
        new PageCase(
            "",
            List.of(
                PageFile.of("requirements.txt", "pytest-asyncio>=1.2\n"),
                PageFile.of("pytest.ini", "[pytest]\n" + options),
                PageFile.of("test_line.py", HEAD + fixture + TEST)),
            List.of());
    FixedExample fixed = FixedExample.of("", suite);
    String text =
        fixed.suite().files().stream()
            .filter(it -> it.path().equals("test_line.py"))
            .findFirst()
            .orElseThrow()
            .text();
    return text.substring(text.indexOf("writer.close()") + 17, text.indexOf(TEST));
  }

  private static void assertStays(String fixture) {
    assertThat(repaired(fixture, "")).isEqualTo(fixture);
  }

  @Test
  void whatMakesAndClosesTheLoopGoesAndWhatItRanIsAwaited() {
    assertThat(
            repaired(
                """
                @pytest.fixture(scope="module")
                def line():
                    loop = asyncio.new_event_loop()
                    asyncio.set_event_loop(loop)
                    line = loop.run_until_complete(Line().open())
                    try:
                        yield line
                    finally:
                        loop.run_until_complete(line.close())
                        loop.run_until_complete(loop.shutdown_asyncgens())
                        loop.close()
                """,
                ""))
        .isEqualTo(
            """
            @pytest_asyncio.fixture(scope="module")
            async def line():
                line = await Line().open()
                try:
                    yield line
                finally:
                    await line.close()
            """);
  }

  @Test
  void blockThatOnlyClosedTheLoopIsNotLeftEmpty() {
    assertThat(
            repaired(
                """
                @pytest.fixture
                def line():
                    loop = asyncio.get_event_loop_policy().new_event_loop()
                    try:
                        yield loop.run_until_complete(Line().open())
                    finally:
                        loop.close()
                """,
                "asyncio_mode = auto\n"))
        .isEqualTo(
            """
            @pytest.fixture
            async def line():
                try:
                    yield (await Line().open())
                finally:
                    pass
            """);
  }

  @Test
  void runOfAsyncioIsAwaited() {
    assertThat(
            repaired(
                """
                @pytest.fixture(scope="session", params=[1, 2])
                def line(request):
                    return asyncio.run(Line().open())
                """,
                ""))
        .isEqualTo(
            """
            @pytest_asyncio.fixture(scope="session", params=[1, 2])
            async def line(request):
                return await Line().open()
            """);
  }

  @Test
  void loopThatIsUsedForMoreStays() {
    assertStays(
        """
        @pytest.fixture(scope="session")
        def line():
            loop = asyncio.new_event_loop()
            line = loop.run_until_complete(Line().open())
            line.loop = loop
            return line
        """);
  }

  @Test
  void loopThatAnInnerFunctionRunsStays() {
    assertStays(
        """
        @pytest.fixture(scope="session")
        def line(request):
            loop = asyncio.new_event_loop()
            request.addfinalizer(lambda: loop.run_until_complete(asyncio.sleep(0)))
            return loop.run_until_complete(Line().open())
        """);
  }

  @Test
  void fixtureThatCallsWhatRunsALoopStays() {
    assertStays(
        """
        def opened():
            return asyncio.run(Line().open())


        @pytest.fixture(scope="session")
        def line():
            opened()
            return asyncio.run(Line().open())
        """);
  }
}
