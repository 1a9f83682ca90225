package dev.loopscope.scaffold.check.rules.loopscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LS001, LS002 and LS003: which loops do not fit, and which only look as if they did not. */
class LoopMismatchTest {
  private static final String PROCESS =
      """
      @pytest_asyncio.fixture(scope="session", loop_scope="session")
      async def process():
          yield await asyncio.create_subprocess_exec("cat")

      """;

  private JudgedSuite suite = new JudgedSuite(Path.of(""));

  @BeforeEach
  void writeNothingYet(@TempDir Path directory) {
    suite = new JudgedSuite(directory).on(">=1.3");
  }

  @Test
  void testsOfOneModuleAreOneFindingAtTheFirstThatWaits() {
    suite.test(
        PROCESS
            + """
            @pytest.mark.asyncio
            async def test_looks(process):
                assert process.pid

            @pytest.mark.asyncio
            async def test_waits(process):
                await process.wait()

            class TestMore:
                @pytest.mark.asyncio
                async def test_waits_too(self, process):
                    await process.wait()
            """);
    assertThat(suite.places("LS002")).containsExactly("test_it.py:13 error");
    assertThat(suite.messages("LS002"))
        .containsExactly(
            "`test_waits` and 1 other test of this module run on the `function` loop (the default)"
                + " with `process` of the `session` loop (its `loop_scope`), which fails there");
  }

  @Test
  void testThatWaitsForNothingIsLeftAlone() {
    suite.test(
        PROCESS
            + """
            @pytest.mark.asyncio
            async def test_looks(process):
                assert process.pid
            """);
    assertThat(suite.places("LS002")).isEmpty();
  }

  @Test
  void testThatHasToFailIsLeftAlone() {
    suite.test(
        PROCESS
            + """
            @pytest.mark.xfail(strict=True)
            @pytest.mark.asyncio
            async def test_waits(process):
                await process.wait()
            """);
    assertThat(suite.places("LS002")).isEmpty();
  }

  @Test
  void testThatMayFailIsNot() {
    suite.test(
        PROCESS
            + """
            @pytest.mark.xfail
            @pytest.mark.asyncio
            async def test_waits(process):
                await process.wait()
            """);
    assertThat(suite.places("LS002")).containsExactly("test_it.py:10 error");
  }

  @Test
  void markOfAHookCounts() {
    suite
        .with(
            "conftest.py",
            """
            import pytest
            from pytest_asyncio import is_async_test

            def pytest_collection_modifyitems(items):
                for item in items:
                    if is_async_test(item):
                        item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            """)
        .test(
            PROCESS
                + """
                @pytest.mark.asyncio
                async def test_waits(process):
                    await process.wait()
                """);
    assertThat(suite.places("LS002")).isEmpty();
  }

  @Test
  void loopScopeThatIsComputedIsNotGuessed() {
    suite.test(
        PROCESS
            + """
            @pytest.mark.asyncio(loop_scope=choose())
            async def test_waits(process):
                await process.wait()
            """);
    assertThat(suite.places("LS002")).isEmpty();
  }

  @Test
  void resourceReachesATestThroughASynchronousFixture() {
    suite.test(
        PROCESS
            + """
            @pytest.fixture
            def cat(process):
                return Cat(process)

            @pytest.mark.asyncio
            async def test_waits(cat):
                await cat.wait()
            """);
    assertThat(suite.places("LS002")).containsExactly("test_it.py:13 error");
  }

  @Test
  void textMadeFromAResourceIsNoResource() {
    suite.test(
        PROCESS
            + """
            @pytest.fixture
            def label(process):
                return f"cat {process.pid}"

            @pytest.mark.asyncio
            async def test_waits(label):
                await asyncio.sleep(0)
                assert label
            """);
    assertThat(suite.places("LS002")).isEmpty();
  }

  @Test
  void fixtureThatGivesNothingHandsNothingOver() {
    suite.test(
        """
        @pytest_asyncio.fixture(scope="session", loop_scope="session")
        async def tables():
            await create_tables()
            yield
            await drop_tables()

        @pytest.mark.asyncio
        async def test_waits(tables):
            await asyncio.sleep(0)
        """);
    assertThat(suite.places("LS002")).isEmpty();
  }

  @Test
  void narrowerFixtureIsToldToWiden() {
    suite.test(
        """
        @pytest_asyncio.fixture(loop_scope="function")
        async def process():
            yield await asyncio.create_subprocess_exec("cat")

        @pytest.mark.asyncio(loop_scope="module")
        async def test_waits(process):
            await process.wait()
        """);
    assertThat(suite.findings())
        .filteredOn(finding -> finding.rule().id().equals("LS002"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.remedy()).isEqualTo("set `loop_scope=\"module\"` on `process`"));
  }

  @Test
  void fixtureThatOnlyPassesAnotherOnIsAWarning() {
    suite.test(
        PROCESS
            + """
            @pytest_asyncio.fixture
            async def cat(process):
                return Cat(process)

            @pytest.mark.asyncio(loop_scope="session")
            async def test_waits(cat):
                await cat.wait()
            """);
    assertThat(suite.places("LS003")).containsExactly("test_it.py:9 warning");
  }

  @Test
  void overriddenDefaultOfFixturesIsNamed() {
    suite
        .on(">=1.3", "asyncio_mode = auto", "asyncio_default_fixture_loop_scope = function")
        .test(
            """
            @pytest.fixture(scope="module")
            async def queue():
                return asyncio.Queue()

            async def test_one(queue):
                pass

            async def test_two(queue):
                pass
            """);
    assertThat(suite.places("LS001")).containsExactly("test_it.py:4 error");
    assertThat(suite.messages("LS001"))
        .containsExactly(
            "`queue` is kept for the module, but its loop, by `asyncio_default_fixture_loop_scope`,"
                + " only for the function: `test_one` and 1 other test fail with ScopeMismatch;"
                + " what `asyncio.Queue` makes, held by its value, belongs to that loop");
  }

  @Test
  void versionsWithoutLoopScopesAreLeftAlone() {
    suite
        .on("==0.21.2", "asyncio_mode = auto")
        .test(
            """
            @pytest.fixture(scope="module")
            async def queue():
                return asyncio.Queue()

            async def test_one(queue):
                await queue.put(1)
            """);
    assertThat(suite.places("LS001")).isEmpty();
  }
}
