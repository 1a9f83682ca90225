package dev.loopscope.scaffold.cli.picture;

import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is different between a suite before and after a change, in words. */
final class MapDifference {
  private static final String NOWHERE = "no loop";

  private final MapPanel before;
  private final MapPanel after;
  private final List<String> words = new ArrayList<>();

  private MapDifference(MapPanel before, MapPanel after) {
    this.before = before;
    this.after = after;
  }

  /** From one kind of loop to another. */
  private record Move(String from, String to) {}

  /**
   * The differences: tests, fixtures, crossings and lies; none where nothing is drawn otherwise.
   */
  static List<String> between(MapPanel before, MapPanel after) {
    MapDifference difference = new MapDifference(before, after);
    difference.ofTests();
    difference.ofFixtures();
    difference.count("crossing", before.crossings().size(), after.crossings().size());
    difference.count("lie", before.lies().size(), after.lies().size());
    return difference.words;
  }

  private void ofTests() {
    Map<String, String> kinds = new LinkedHashMap<>();
    after.tests().forEach(it -> kinds.put(it.id(), kind(it, after)));
    Map<Move, Integer> moves = new LinkedHashMap<>();
    for (TestMark test : before.tests()) {
      Move move = new Move(kind(test, before), kinds.getOrDefault(test.id(), ""));
      if (!move.to().isEmpty() && !move.from().equals(move.to())) {
        moves.merge(move, 1, Integer::sum);
      }
    }
    moves.forEach(
        (move, count) ->
            words.add(
                count
                    + (count == 1 ? " test moves from " : " tests move from ")
                    + move.from()
                    + " to "
                    + move.to()));
    count("test", before.tests().size(), after.tests().size());
  }

  private void ofFixtures() {
    Map<String, String> kinds = kinds(after);
    kinds(before)
        .forEach(
            (name, from) -> {
              String to = kinds.getOrDefault(name, from);
              if (!from.equals(to)) {
                words.add("`" + name + "` moves from " + from + " to " + to);
              }
            });
  }

  private static Map<String, String> kinds(MapPanel panel) {
    Map<String, String> kinds = new TreeMap<>();
    for (FixtureBar bar : panel.fixtures()) {
      String kind =
          bar.lane().isPresent() ? panel.lanes().get(bar.lane().getAsInt()).kind() : NOWHERE;
      kinds.putIfAbsent(bar.name(), kind);
    }
    return kinds;
  }

  private static String kind(TestMark test, MapPanel panel) {
    return test.lanes().isEmpty() ? NOWHERE : panel.lanes().get(test.lanes().get(0)).kind();
  }

  private void count(String what, int earlier, int later) {
    if (earlier != later) {
      words.add(earlier + " " + what + (earlier == 1 ? "" : "s") + " before, " + later + " after");
    }
  }
}
