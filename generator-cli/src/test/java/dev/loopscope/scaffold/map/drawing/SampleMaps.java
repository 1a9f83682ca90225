package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.CrossingLine;
import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.Lane;
import dev.loopscope.scaffold.map.LieFlag;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapOrigin;
import dev.loopscope.scaffold.map.MapOutcome;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import dev.loopscope.scaffold.map.TestSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Suites of any size: a session loop with the fixture {@code http}, a loop for each test, and each
 * seventh test meets {@code http} from its own. Of each module's tests, the last ten are a class's.
 */
public final class SampleMaps {
  private static final int OF_A_MODULE = 25;
  private static final List<MapOutcome> OUTCOMES =
      List.of(MapOutcome.PASSED, MapOutcome.PASSED, MapOutcome.PASSED, MapOutcome.FAILED);

  private SampleMaps() {}

  /** A suite of so many tests. */
  public static LoopMap of(int tests) {
    return new LoopMap(
        "shop", MapOrigin.RUN, List.of("Python 3.12.3", "pytest 8.4.2"), List.of(panel("", tests)));
  }

  /** A panel of so many tests. */
  public static MapPanel panel(String name, int tests) {
    List<Lane> lanes = new ArrayList<>();
    lanes.add(lane(1, "session", new TestSpan(0, tests - 1)));
    List<FixtureBar> bars = new ArrayList<>();
    bars.add(
        new FixtureBar(
            "http",
            "session",
            "tests/conftest.py:7",
            OptionalInt.of(0),
            new TestSpan(0, tests - 1),
            List.of("`http` is an aiohttp.ClientSession of loop 1"),
            List.of()));
    List<TestMark> marks = new ArrayList<>();
    for (int test = 0; test < tests; test++) {
      lanes.add(lane(test + 2, "function", new TestSpan(test, test)));
      bars.add(
          new FixtureBar(
              "order",
              "function",
              "tests/conftest.py:12",
              OptionalInt.of(test + 1),
              new TestSpan(test, test),
              List.of(),
              List.of()));
      marks.add(
          TestMark.of(
              id(test), List.of(test + 1), OUTCOMES.get(test % OUTCOMES.size()), "tests/a.py:1"));
    }
    List<Integer> crossing = IntStream.range(0, tests).filter(it -> it % 7 == 1).boxed().toList();
    return new MapPanel(
        name,
        lanes,
        bars,
        marks,
        List.of(
            new CrossingLine(
                crossing,
                OptionalInt.empty(),
                OptionalInt.of(0),
                OptionalInt.of(0),
                "used",
                "LS002",
                "`http` lives on loop 1, and " + crossing.size() + " tests met it elsewhere",
                List.of("used in the test at tests/conftest.py:19"),
                "run both on one loop")),
        List.of(
            new LieFlag(List.of(2), List.of(), "", "test 3 says trio, and ran on asyncio", "")));
  }

  private static String id(int test) {
    int inModule = test % OF_A_MODULE;
    return "tests/orders/test_part_"
        + (test / OF_A_MODULE)
        + ".py::"
        + (inModule >= 15 ? "TestOrders::" : "")
        + "test_"
        + inModule;
  }

  private static Lane lane(int number, String scope, TestSpan lives) {
    return new Lane(
        "loop " + number,
        scope + " loop of pytest-asyncio",
        "asyncio",
        "pytest-asyncio",
        scope,
        lives,
        true,
        List.of());
  }
}
