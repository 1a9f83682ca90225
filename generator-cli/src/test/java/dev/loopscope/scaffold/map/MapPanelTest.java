package dev.loopscope.scaffold.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A panel whose parts do not fit together is none. */
class MapPanelTest {
  private static final Lane SESSION = lane("loop 1", 0, 1);

  private static Lane lane(String name, int from, int to) {
    return new Lane(
        name,
        "session loop of pytest-asyncio",
        "asyncio",
        "pytest-asyncio",
        "session",
        new TestSpan(from, to),
        true,
        List.of());
  }

  private static TestMark test(String id, int lane) {
    return TestMark.of(id, List.of(lane), MapOutcome.PASSED, "");
  }

  private static FixtureBar bar(int lane, int to) {
    return new FixtureBar(
        "db", "session", "", OptionalInt.of(lane), new TestSpan(0, to), List.of(), List.of());
  }

  private static CrossingLine crossing(List<Integer> tests, OptionalInt lane) {
    return new CrossingLine(
        tests, OptionalInt.empty(), OptionalInt.empty(), lane, "used", "", "", List.of(), "");
  }

  private static MapPanel panel(Lane lane, FixtureBar bar, CrossingLine crossing) {
    List<TestMark> tests = List.of(test("a.py::test_a", 0), test("a.py::test_b", 0));
    return new MapPanel("", List.of(lane), List.of(bar), tests, List.of(crossing), List.of());
  }

  @Test
  void whatFitsTogetherIsKept() {
    MapPanel panel = panel(SESSION, bar(0, 1), crossing(List.of(1), OptionalInt.of(0)));
    assertThat(panel.fixtures().get(0).lives().covers(1)).isTrue();
  }

  @Test
  void aLaneThatLivesBeyondTheLastTestIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> panel(lane("loop 1", 0, 2), bar(0, 1), crossing(List.of(1), OptionalInt.of(0))))
        .withMessage("loop 1 lives beyond the last test");
  }

  @Test
  void aFixtureOnALaneThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> panel(SESSION, bar(1, 1), crossing(List.of(1), OptionalInt.of(0))))
        .withMessage("there is no lane of db: 1");
  }

  @Test
  void aCrossingToALaneThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> panel(SESSION, bar(0, 1), crossing(List.of(1), OptionalInt.of(7))))
        .withMessage("there is no lane of a crossing: 7");
  }

  @Test
  void aCrossingThatNobodyMetIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> crossing(List.of(), OptionalInt.of(0)))
        .withMessageStartingWith("a crossing that nobody met");
  }

  @Test
  void aSpanThatEndsBeforeItBeginsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TestSpan(3, 2))
        .withMessage("no span of tests: 3 to 2");
  }

  @Test
  void theModuleAndTheClassesAreReadFromTheId() {
    TestMark mark = test("tests/test_a.py::TestOrders::TestNew::test_it[x::y]", 0);
    assertThat(List.of(mark.module(), mark.className(), mark.name()))
        .containsExactly("tests/test_a.py", "TestOrders::TestNew", "test_it[x::y]");
  }

  @Test
  void aTestOfNoClassHasNone() {
    assertThat(test("a.py::test_a", 0).className()).isEmpty();
  }
}
