package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import dev.loopscope.scaffold.map.TestSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A row of the picture: a lane, or many of a kind that live one after the other, or what is on no
 * loop.
 *
 * @param label what is written beside it
 * @param note said below the label
 * @param lanes the indexes of its lanes; none for what is on no loop
 * @param stacks for each of these the stack that it lies in: lanes that overlap lie in different
 *     ones
 * @param bars the indexes of the fixtures on these lanes
 * @param shelves for each of these the shelf of its stack that it lies on: the widest scopes lie on
 *     the first ones
 */
record MapRow(
    String label,
    String note,
    List<Integer> lanes,
    List<Integer> stacks,
    List<Integer> bars,
    List<Integer> shelves) {
  private static final int NO_LANE = -1;
  private static final int MOST_ROWS_OF_A_KIND = 3;
  private static final Pattern KIND = Pattern.compile("((?:\\w+ )?(?:loop|run))( of trio)?(.*)");
  private static final List<String> SCOPES =
      List.of("session", "package", "module", "class", "function");

  MapRow {
    lanes = List.copyOf(lanes);
    stacks = List.copyOf(stacks);
    bars = List.copyOf(bars);
    shelves = List.copyOf(shelves);
  }

  /** The rows of a panel, in the order in which their first lanes were made. */
  static List<MapRow> of(MapPanel panel) {
    Map<String, List<Integer>> byKind = new LinkedHashMap<>();
    for (int lane = 0; lane < panel.lanes().size(); lane++) {
      String kind = panel.lanes().get(lane).kind();
      byKind.computeIfAbsent(kind, it -> new ArrayList<>()).add(lane);
    }
    List<MapRow> rows = new ArrayList<>();
    byKind.forEach(
        (kind, lanes) -> {
          if (lanes.size() > MOST_ROWS_OF_A_KIND) {
            rows.add(together(kind, lanes, panel));
          } else {
            lanes.forEach(it -> rows.add(row(panel.lanes().get(it).name(), kind, it, panel)));
          }
        });
    rows.sort(Comparator.comparing(it -> it.lanes().get(0)));
    boolean bare =
        panel.tests().stream().map(TestMark::lanes).anyMatch(List::isEmpty)
            || panel.fixtures().stream().map(FixtureBar::lane).anyMatch(OptionalInt::isEmpty);
    if (bare) {
      rows.add(row("no loop", "", List.of(), panel));
    }
    return rows;
  }

  /** Many of a kind: {@code 7 function loops}, and below that {@code of pytest-asyncio}. */
  private static MapRow together(String kind, List<Integer> lanes, MapPanel panel) {
    Matcher words = KIND.matcher(kind);
    return words.matches()
        ? row(
            lanes.size()
                + " "
                + words.group(1)
                + "s"
                + Objects.requireNonNullElse(words.group(2), ""),
            words.group(3).strip(),
            lanes,
            panel)
        : row(lanes.size() + " of them", kind, lanes, panel);
  }

  private static MapRow row(String label, String note, int lane, MapPanel panel) {
    return row(label, note, List.of(lane), panel);
  }

  private static MapRow row(String label, String note, List<Integer> lanes, MapPanel panel) {
    Map<Integer, Integer> stackOf = new LinkedHashMap<>();
    Shelving stacking = new Shelving();
    lanes.forEach(it -> stackOf.put(it, stacking.place(panel.lanes().get(it).lives())));
    List<Integer> bars =
        IntStream.range(0, panel.fixtures().size())
            .filter(it -> isOn(lanes, stackOf, panel.fixtures().get(it).lane()))
            .boxed()
            .sorted(Comparator.comparing(it -> width(panel.fixtures().get(it))))
            .toList();
    Map<Integer, Shelving> shelving = new TreeMap<>();
    List<Integer> shelves = new ArrayList<>();
    for (int bar : bars) {
      FixtureBar fixture = panel.fixtures().get(bar);
      int stack = stackOf.getOrDefault(fixture.lane().orElse(NO_LANE), 0);
      shelves.add(shelving.computeIfAbsent(stack, it -> new Shelving()).place(fixture.lives()));
    }
    return new MapRow(label, note, lanes, List.copyOf(stackOf.values()), bars, shelves);
  }

  private static boolean isOn(
      List<Integer> lanes, Map<Integer, Integer> stackOf, OptionalInt lane) {
    return lane.isPresent() ? stackOf.containsKey(lane.getAsInt()) : lanes.isEmpty();
  }

  private static int width(FixtureBar fixture) {
    int scope = SCOPES.indexOf(fixture.scope());
    return scope < 0 ? SCOPES.size() : scope;
  }

  /** Which stack a lane of this row lies in. */
  int stackOf(int lane) {
    return stacks.get(lanes.indexOf(lane));
  }

  /** Spans that overlap lie on different shelves, each on the first that has room. */
  private static final class Shelving {
    private final List<TreeMap<Integer, Integer>> shelves = new ArrayList<>();

    int place(TestSpan span) {
      for (int shelf = 0; shelf < shelves.size(); shelf++) {
        Map.Entry<Integer, Integer> before = shelves.get(shelf).floorEntry(span.to());
        if (before == null || before.getValue() < span.from()) {
          shelves.get(shelf).put(span.from(), span.to());
          return shelf;
        }
      }
      shelves.add(new TreeMap<>(Map.of(span.from(), span.to())));
      return shelves.size() - 1;
    }
  }
}
