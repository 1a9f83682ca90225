package dev.loopscope.scaffold.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.map.CrossingLine;
import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.Lane;
import dev.loopscope.scaffold.map.LieFlag;
import dev.loopscope.scaffold.map.MapOutcome;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import dev.loopscope.scaffold.map.TestSpan;
import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionTest {
  private static final String STRICT =
      "[pytest]\nasyncio_mode = strict\nasyncio_default_fixture_loop_scope = function\n";

  @TempDir Path directory;

  private MapPanel panel(String... pathsAndTexts) {
    return new Prediction(RuleSet.all())
        .panel(WrittenSuite.in(directory, pathsAndTexts).model(), "");
  }

  /** Each lane as {@code kind from-to}. */
  private static List<String> lanes(MapPanel panel) {
    return panel.lanes().stream().map(it -> it.kind() + " " + shown(it.lives())).toList();
  }

  /** Each test with the names of its lanes. */
  private static List<String> tests(MapPanel panel) {
    return panel.tests().stream()
        .map(
            it ->
                it.name()
                    + " "
                    + it.lanes().stream().map(panel.lanes()::get).map(Lane::name).toList())
        .toList();
  }

  /** Each fixture as {@code name from-to lane}. */
  private static List<String> bars(MapPanel panel) {
    return panel.fixtures().stream()
        .map(it -> it.name() + " " + shown(it.lives()) + " " + lane(panel, it.lane()))
        .toList();
  }

  private static String lane(MapPanel panel, OptionalInt lane) {
    return lane.isPresent() ? panel.lanes().get(lane.getAsInt()).name() : "-";
  }

  private static String shown(TestSpan span) {
    return span.from() + "-" + span.to();
  }

  @Test
  void eachTestOfFunctionScopeRunsOnALoopOfItsOwn() {
    MapPanel panel =
        panel(
            "pytest.ini",
            STRICT,
            "test_it.py",
            """
            import pytest

            @pytest.mark.asyncio
            async def test_one(): pass

            def test_sync(): pass

            @pytest.mark.asyncio
            async def test_two(): pass
            """);
    assertThat(lanes(panel))
        .containsExactly(
            "function loop of pytest-asyncio 0-0", "function loop of pytest-asyncio 2-2");
    assertThat(tests(panel))
        .containsExactly("test_one [loop 1]", "test_sync []", "test_two [loop 2]");
    assertThat(panel.tests()).extracting(TestMark::outcome).containsOnly(MapOutcome.NOT_RUN);
  }

  @Test
  void loopOfAScopeLivesAsLongAsItsNodeAndAFixtureAsLongAsItsOwn() {
    MapPanel panel =
        panel(
            "pytest.ini",
            STRICT,
            "conftest.py",
            """
            import pytest_asyncio

            @pytest_asyncio.fixture(scope="session", loop_scope="session")
            async def pool(): yield

            @pytest_asyncio.fixture(scope="class", loop_scope="module")
            async def rows(pool): yield

            @pytest_asyncio.fixture(loop_scope="module")
            async def row(rows): yield
            """,
            "test_a.py",
            """
            import pytest

            pytestmark = pytest.mark.asyncio(loop_scope="module")

            class TestFirst:
                async def test_one(self, row): pass
                async def test_two(self, row): pass

            class TestSecond:
                async def test_three(self, row): pass
            """,
            "test_b.py",
            """
            import pytest

            @pytest.mark.asyncio(loop_scope="session")
            async def test_four(pool): pass
            """);
    assertThat(lanes(panel))
        .containsExactly("session loop of pytest-asyncio 0-3", "module loop of pytest-asyncio 0-2");
    assertThat(tests(panel))
        .containsExactly(
            "test_one [loop 2]", "test_two [loop 2]", "test_three [loop 2]", "test_four [loop 1]");
    assertThat(bars(panel))
        .containsExactly(
            "pool 0-3 loop 1",
            "rows 0-1 loop 2",
            "row 0-0 loop 2",
            "row 1-1 loop 2",
            "rows 2-2 loop 2",
            "row 2-2 loop 2");
  }

  @Test
  void fixtureIsSetUpAnewForEachValueAndSoIsWhatRequestsIt() {
    MapPanel panel =
        panel(
            "test_a.py",
            """
            import pytest

            @pytest.fixture(scope="module", params=["x", "y"])
            def table(request): return request.param

            @pytest.fixture(scope="module")
            def rows(table): return table

            @pytest.fixture(scope="module")
            def apart(): return 1

            def test_one(rows, apart): pass
            def test_two(rows): pass
            """);
    assertThat(tests(panel))
        .containsExactly("test_one[x] []", "test_two[x] []", "test_one[y] []", "test_two[y] []");
    assertThat(bars(panel))
        .containsExactly("table 0-1 -", "rows 0-1 -", "apart 0-3 -", "table 2-3 -", "rows 2-3 -");
  }

  @Test
  void testOfAnotherLoopThanItsFixtureIsACrossingWithTheRemedy() {
    MapPanel panel =
        panel(
            "pytest.ini",
            STRICT,
            "test_echo.py",
            """
            import asyncio

            import pytest
            import pytest_asyncio

            @pytest_asyncio.fixture(scope="module", loop_scope="module")
            async def server():
                reader, writer = await asyncio.open_connection("localhost", 1)
                yield reader
                writer.close()

            @pytest.mark.asyncio(loop_scope="module")
            async def test_together(server): await server.readline()

            @pytest.mark.asyncio
            @pytest.mark.parametrize("n", [1, 2])
            async def test_apart(server, n): await server.readline()
            """);
    assertThat(panel.crossings()).hasSize(1);
    CrossingLine crossing = panel.crossings().get(0);
    assertThat(crossing.rule()).isEqualTo("LS002");
    assertThat(crossing.evidence()).isEqualTo("certain");
    assertThat(crossing.tests()).containsExactly(1, 2);
    assertThat(panel.fixtures().get(crossing.fixture().getAsInt()).name()).isEqualTo("server");
    assertThat(lane(panel, crossing.lane())).isEqualTo("loop 1");
    assertThat(crossing.sentence()).contains("`test_apart` runs on the `function` loop");
    assertThat(crossing.remedy()).contains("pytest.mark.asyncio(loop_scope=\"module\")");
    assertThat(crossing.details()).containsExactly("told at test_echo.py:17");
  }

  @Test
  void fixtureThatOutlivesItsLoopIsNotSetUpAndNothingBehindItIs() {
    MapPanel panel =
        panel(
            "pytest.ini",
            STRICT,
            "test_it.py",
            """
            import pytest
            import pytest_asyncio

            @pytest_asyncio.fixture(scope="session", loop_scope="function")
            async def pool(): yield

            @pytest_asyncio.fixture
            async def row(pool): yield

            @pytest.mark.asyncio
            async def test_fails(row): pass

            @pytest.mark.asyncio
            async def test_fails_again(row): pass
            """);
    assertThat(bars(panel)).containsExactly("pool 0-0 -");
    assertThat(panel.fixtures().get(0).notes()).containsExactly("its set-up fails");
    assertThat(panel.tests()).extracting(TestMark::outcome).containsOnly(MapOutcome.ERROR);
    assertThat(panel.tests().get(0).lanes()).isEmpty();
    assertThat(panel.crossings()).extracting(CrossingLine::rule).containsExactly("LS001");
  }

  @Test
  void runnerThatAFixtureHoldsIsThatOfAllTestsWhateverTheyAskFor() {
    MapPanel panel =
        panel(
            "test_orders.py",
            """
            import pytest

            pytestmark = pytest.mark.anyio

            @pytest.fixture(scope="module")
            async def orders(): yield ["tea"]

            async def test_with(orders): pass
            async def test_without(): pass
            """);
    assertThat(tests(panel))
        .containsExactly(
            "test_with[asyncio] [loop 1]",
            "test_without[asyncio] [loop 1]",
            "test_with[trio] [loop 1]",
            "test_without[trio] [loop 1]");
    assertThat(lanes(panel)).containsExactly("loop of anyio 0-3");
    assertThat(panel.lies()).hasSize(1);
    LieFlag lie = panel.lies().get(0);
    assertThat(lie.rule()).isEqualTo("LS030");
    assertThat(lie.tests()).containsExactly(2, 3);
    assertThat(lie.fixtures()).containsExactly(0);
    assertThat(lie.remedy()).isEqualTo("take `anyio_backend` as a parameter of `orders`");
  }

  @Test
  void fixtureThatTakesTheBackendIsSetUpForEach() {
    MapPanel panel =
        panel(
            "test_orders.py",
            """
            import pytest

            pytestmark = pytest.mark.anyio

            @pytest.fixture(scope="module")
            async def orders(anyio_backend): yield ["tea"]

            async def test_with(orders): pass
            async def test_without(): pass
            """);
    assertThat(bars(panel)).containsExactly("orders 0-1 loop 1", "orders 2-3 loop 2");
    assertThat(lanes(panel)).containsExactly("loop of anyio 0-1", "run of trio of anyio 2-3");
    assertThat(panel.lies()).isEmpty();
  }

  @Test
  void packageLoopIsOneForTheSessionSince10AndOnePerPackageBefore() {
    String[] suite = {
      "pytest.ini",
      STRICT,
      "one/__init__.py",
      "",
      "one/test_one.py",
      """
      import pytest

      @pytest.mark.asyncio(loop_scope="package")
      async def test_one(): pass
      """,
      "two/__init__.py",
      "",
      "two/test_two.py",
      """
      import pytest

      @pytest.mark.asyncio(loop_scope="package")
      async def test_two(): pass
      """,
      "requirements.txt",
      "pytest-asyncio==1.2.0\n"
    };
    assertThat(lanes(panel(suite))).containsExactly("package loop of pytest-asyncio 0-1");
    suite[suite.length - 1] = "pytest-asyncio==0.24.0\n";
    assertThat(lanes(panel(suite)))
        .containsExactly(
            "package loop of pytest-asyncio 0-0", "package loop of pytest-asyncio 1-1");
  }

  @Test
  void loopThatIsNotKnownIsDrawnAsSuchWithTheReason() {
    MapPanel panel =
        panel(
            "pytest.ini",
            STRICT,
            "test_it.py",
            """
            import os

            import pytest

            @pytest.mark.asyncio(loop_scope=os.environ["LOOP"])
            async def test_somewhere(): pass
            """);
    assertThat(lanes(panel)).containsExactly("loop that is not known 0-0");
    assertThat(panel.tests().get(0).notes()).hasSize(1);
    assertThat(panel.tests().get(0).notes().get(0)).startsWith("its loop is not known: ");
  }

  @Test
  void testsThatAreSkippedInEveryRunHaveNoLoopAndSetNothingUp() {
    MapPanel panel =
        panel(
            "pytest.ini",
            STRICT,
            "test_it.py",
            """
            import pytest

            @pytest.fixture
            def table(): return 1

            @pytest.mark.skip
            @pytest.mark.asyncio
            async def test_skipped(table): pass
            """);
    assertThat(panel.tests()).extracting(TestMark::outcome).containsExactly(MapOutcome.SKIPPED);
    assertThat(panel.lanes()).isEmpty();
    assertThat(panel.fixtures()).extracting(FixtureBar::name).isEmpty();
  }

  @Test
  void asyncFixtureThatNobodyRunsIsRefusedSincePytest9AndGivesACoroutineBefore() {
    String suite =
        """
        import pytest

        @pytest.fixture
        async def user(): return "Ada"

        @pytest.mark.asyncio
        async def test_user(user): pass
        """;
    MapPanel refused =
        panel("requirements.txt", "pytest==9.0.1\npytest-asyncio==1.3.0\n", "test_it.py", suite);
    assertThat(bars(refused)).containsExactly("user 0-0 -");
    assertThat(refused.fixtures().get(0).notes()).containsExactly("its set-up fails");
    assertThat(refused.tests()).extracting(TestMark::outcome).containsExactly(MapOutcome.ERROR);
    assertThat(tests(refused)).containsExactly("test_user []");
    MapPanel coroutine =
        panel("requirements.txt", "pytest==8.4.2\npytest-asyncio==1.3.0\n", "test_it.py", suite);
    assertThat(coroutine.tests()).extracting(TestMark::outcome).containsExactly(MapOutcome.NOT_RUN);
    assertThat(tests(coroutine)).containsExactly("test_user [loop 1]");
  }

  @Test
  void syncTestThatRunsALoopByHandStandsOnIt() {
    MapPanel panel =
        panel(
            "test_it.py",
            """
            import asyncio

            async def answer(): return 42

            def test_answer(): assert asyncio.run(answer()) == 42

            def test_without(): assert answer
            """);
    assertThat(tests(panel)).containsExactly("test_answer [loop 1]", "test_without []");
    assertThat(lanes(panel)).containsExactly("loop run by hand in the test `test_answer` 0-0");
  }

  @Test
  void objectOfAModuleIsMetByTestsOnOtherLoopsThanThatOnWhichItFirstWaited() {
    MapPanel panel =
        panel(
            "test_jobs.py",
            """
            import asyncio

            import pytest

            jobs = asyncio.Queue()

            async def take():
                asyncio.get_running_loop().call_soon(jobs.put_nowait, "job")
                return await jobs.get()

            @pytest.mark.asyncio
            async def test_first(): assert await take()

            @pytest.mark.asyncio
            async def test_second(): assert await take()

            @pytest.mark.asyncio
            async def test_third(): assert await take()
            """);
    assertThat(panel.crossings()).extracting(CrossingLine::rule).containsExactly("LS026");
    assertThat(panel.crossings().get(0).tests()).containsExactly(1, 2);
  }
}
