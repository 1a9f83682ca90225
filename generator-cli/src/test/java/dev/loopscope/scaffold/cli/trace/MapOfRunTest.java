package dev.loopscope.scaffold.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.map.CrossingEnd;
import dev.loopscope.scaffold.map.CrossingLine;
import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.Lane;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import dev.loopscope.scaffold.map.TestSpan;
import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TraceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * What a recorded run is drawn as: two modules, each with its loop and its {@code db} of the
 * module, and a test that meets it from a loop of its own.
 */
class MapOfRunTest {
  private static final String MODULES =
      """
      {"kind": "session", "worker": "WORKER", "root": "/srv/shop", "plugins": {"anyio": "4.12.0"}}
      {"kind": "loop", "id": 1, "backend": "asyncio", "by": "pytest-asyncio", "scope": "module", "at": 1}
      {"kind": "fixture", "id": 1, "name": "db", "scope": "module", "path": "conftest.py", "line": 3, "on": [1], "at": 2}
      {"kind": "loop", "id": 2, "backend": "asyncio", "by": "pytest-asyncio", "scope": "function", "at": 3}
      {"kind": "crossing", "what": "loop", "test": "a.py::test_a", "loop": 1, "on": [2], "evidence": "used", "fixture": 1}
      {"kind": "closed", "id": 2, "at": 4}
      {"kind": "torn-down", "fixture": 1, "on": [1], "at": 5}
      {"kind": "closed", "id": 1, "at": 6}
      {"kind": "test", "id": "a.py::test_a", "on": [2], "outcome": "failed", "at": 7}
      {"kind": "loop", "id": 3, "backend": "asyncio", "by": "pytest-asyncio", "scope": "module", "at": 8}
      {"kind": "fixture", "id": 2, "name": "db", "scope": "module", "path": "conftest.py", "line": 3, "on": [3], "at": 9}
      {"kind": "loop", "id": 4, "backend": "asyncio", "by": "pytest-asyncio", "scope": "function", "at": 10}
      {"kind": "crossing", "what": "loop", "test": "b.py::test_b", "loop": 3, "on": [4], "evidence": "used", "fixture": 2}
      {"kind": "closed", "id": 4, "at": 11}
      {"kind": "test", "id": "b.py::test_b", "on": [4], "outcome": "passed", "at": 12}
      {"kind": "end", "at": 13}
      """;

  private static LoopMap map(String... workers) {
    return map(
        List.of(workers).stream().flatMap(it -> MODULES.replace("WORKER", it).lines()).toList());
  }

  private static LoopMap map(List<String> lines) {
    Trace trace = TraceReader.read(lines);
    return MapOfRun.of(
        new TracedRun(
            ".",
            new ChosenPython("python3", "of the PATH"),
            "3.12.3",
            "8.4.2",
            1,
            trace,
            CrossingCause.of(trace),
            new Advice(List.of(), Path.of("/srv/shop"), Path.of("/srv/shop"))));
  }

  private static MapPanel panel() {
    return map("main").panels().get(0);
  }

  @Test
  void aLoopLivesFromTheTestThatItWasMadeForToThatInWhichItWasClosed() {
    assertThat(panel().lanes())
        .extracting(Lane::lives)
        .containsExactly(
            new TestSpan(0, 0), new TestSpan(0, 0), new TestSpan(1, 1), new TestSpan(1, 1));
    assertThat(panel().lanes()).extracting(Lane::closed).containsExactly(true, true, false, true);
  }

  @Test
  void aTestStandsOnTheLoopThatItRanOn() {
    assertThat(panel().tests()).extracting(TestMark::lanes).containsExactly(List.of(1), List.of(3));
  }

  @Test
  void aFixtureIsABarForEachSetUp() {
    assertThat(panel().fixtures())
        .extracting(FixtureBar::lane)
        .containsExactly(OptionalInt.of(0), OptionalInt.of(2));
  }

  @Test
  void whatAnotherValueTearsDownWasThereForTheTestsBeforeItAlone() {
    List<FixtureBar> bars =
        map("""
                {"kind": "session", "worker": "main", "root": "/srv/shop", "plugins": {}}
                {"kind": "fixture", "id": 1, "name": "table", "scope": "module", "path": "a.py", "line": 3, "on": [], "at": 1}
                {"kind": "test", "id": "a.py::test_a[x]", "on": [], "outcome": "passed", "at": 2}
                {"kind": "torn-down", "fixture": 1, "on": [], "at": 3}
                {"kind": "fixture", "id": 2, "name": "table", "scope": "module", "path": "a.py", "line": 3, "on": [], "at": 4}
                {"kind": "torn-down", "fixture": 2, "on": [], "at": 5}
                {"kind": "test", "id": "a.py::test_a[y]", "on": [], "outcome": "passed", "at": 6}
                {"kind": "end", "at": 7}
                """
                .lines()
                .toList())
            .panels()
            .get(0)
            .fixtures();
    assertThat(bars)
        .extracting(FixtureBar::lives)
        .containsExactly(new TestSpan(0, 0), new TestSpan(1, 1));
  }

  @Test
  void aFixtureThatFailedIsNotThereForTheTestsBehind() {
    List<FixtureBar> bars =
        map("""
                {"kind": "session", "worker": "main", "root": "/srv/shop", "plugins": {}}
                {"kind": "fixture", "id": 1, "name": "pool", "scope": "session", "path": "a.py", "line": 3, "on": [], "failed": true, "at": 1}
                {"kind": "test", "id": "a.py::test_a", "on": [], "outcome": "error", "at": 2}
                {"kind": "test", "id": "a.py::test_b", "on": [], "outcome": "error", "at": 3}
                {"kind": "end", "at": 4}
                """
                .lines()
                .toList())
            .panels()
            .get(0)
            .fixtures();
    assertThat(bars).extracting(FixtureBar::lives).containsExactly(new TestSpan(0, 0));
  }

  @Test
  void eachTestOfACauseMeetsWhatItsOwnSetUpGave() {
    assertThat(panel().crossings())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.tests()).containsExactly(0, 1);
              assertThat(it.ends())
                  .containsExactly(
                      new CrossingEnd(OptionalInt.of(0), OptionalInt.of(0)),
                      new CrossingEnd(OptionalInt.of(1), OptionalInt.of(2)));
            });
  }

  @Test
  void eachWorkerHasAPanelWithCrossingsOfItsOwn() {
    LoopMap map = map("gw0", "gw1");
    assertThat(map.panels()).extracting(MapPanel::name).containsExactly("worker gw0", "worker gw1");
    assertThat(map.panels())
        .allSatisfy(
            panel ->
                assertThat(panel.crossings())
                    .extracting(CrossingLine::tests)
                    .containsExactly(List.of(0, 1)));
  }

  @Test
  void aMapIsCalledAfterThePlaceOfTheSuite() {
    assertThat(map("main").title()).isEqualTo("shop");
    assertThat(map("main").facts())
        .containsExactly("Python 3.12.3", "pytest 8.4.2", "anyio 4.12.0");
  }
}
