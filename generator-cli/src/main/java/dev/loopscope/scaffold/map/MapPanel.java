package dev.loopscope.scaffold.map;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Tests that ran one after the other, with what lived meanwhile: one process, or one of the states
 * that are compared.
 *
 * @param name of the worker, or {@code before}; empty where there is one panel alone
 * @param lanes in the order in which they were made
 * @param fixtures in the order in which they were set up
 * @param tests in the order in which they ran
 * @param crossings in the order of the first test of each
 * @param lies in the order in which they were seen
 */
public record MapPanel(
    String name,
    List<Lane> lanes,
    List<FixtureBar> fixtures,
    List<TestMark> tests,
    List<CrossingLine> crossings,
    List<LieFlag> lies) {
  /**
   * Keeps unmodifiable copies.
   *
   * @throws IllegalArgumentException if an index leads nowhere, a span goes beyond the last test,
   *     or two lanes have one name
   */
  public MapPanel {
    lanes = List.copyOf(lanes);
    fixtures = List.copyOf(fixtures);
    tests = List.copyOf(tests);
    crossings = List.copyOf(crossings);
    lies = List.copyOf(lies);
    int end = tests.size();
    Set<String> names = new HashSet<>();
    for (Lane lane : lanes) {
      require(names.add(lane.name()), "two lanes are called " + lane.name());
      require(lane.lives().to() < end, lane.name() + " lives beyond the last test");
    }
    for (FixtureBar bar : fixtures) {
      require(bar.lives().to() < end, bar.name() + " lives beyond the last test");
      bar.lane().ifPresent(within(lanes, "lane of " + bar.name()));
    }
    for (TestMark mark : tests) {
      mark.lanes().forEach(within(lanes, "lane of " + mark.id())::accept);
    }
    for (CrossingLine crossing : crossings) {
      crossing.tests().forEach(within(tests, "test of a crossing")::accept);
      crossing.metBy().ifPresent(within(fixtures, "fixture that met one"));
      crossing.fixture().ifPresent(within(fixtures, "fixture of a crossing"));
      crossing.lane().ifPresent(within(lanes, "lane of a crossing"));
      for (CrossingEnd it : crossing.ends()) {
        it.fixture().ifPresent(within(fixtures, "fixture of a crossing"));
        it.lane().ifPresent(within(lanes, "lane of a crossing"));
      }
    }
    for (LieFlag lie : lies) {
      lie.tests().forEach(within(tests, "test of a lie")::accept);
      lie.fixtures().forEach(within(fixtures, "fixture of a lie")::accept);
    }
  }

  private static IntConsumer within(Collection<?> all, String what) {
    return index -> require(0 <= index && index < all.size(), "there is no " + what + ": " + index);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
