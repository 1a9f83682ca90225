package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.MapPanel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a row of a picture stands.
 *
 * @param row which one
 * @param top where it begins
 * @param stacks where each of its stacks begins
 * @param heights of its stacks
 * @param bars the middle of each fixture that is seen, by its index
 * @param bottom where it ends
 */
record RowPlace(
    MapRow row,
    double top,
    List<Double> stacks,
    List<Double> heights,
    Map<Integer, Double> bars,
    double bottom) {
  static final double BAR = 16;
  private static final double SHELF = 20;
  private static final double MARKS = 30;
  private static final double ABOVE = 7;
  private static final double SMALLEST = 56;

  RowPlace {
    stacks = List.copyOf(stacks);
    heights = List.copyOf(heights);
    bars = Map.copyOf(bars);
  }

  /** The row, with room for the fixtures that are seen. */
  static RowPlace of(MapRow row, MapPanel panel, TestColumns columns, double top) {
    int height = row.stacks().stream().mapToInt(it -> it + 1).max().orElse(1);
    int[] shelves = new int[height];
    Map<Integer, Integer> stackOf = new HashMap<>();
    for (int i = 0; i < row.bars().size(); i++) {
      FixtureBar bar = panel.fixtures().get(row.bars().get(i));
      if (columns.shows(bar.lives())) {
        int stack = bar.lane().isPresent() ? row.stackOf(bar.lane().getAsInt()) : 0;
        stackOf.put(row.bars().get(i), stack);
        shelves[stack] = Math.max(shelves[stack], row.shelves().get(i) + 1);
      }
    }
    List<Double> stacks = new ArrayList<>();
    List<Double> heights = new ArrayList<>();
    double y = top + 9;
    for (int shelf : shelves) {
      stacks.add(y);
      heights.add(ABOVE + shelf * SHELF + MARKS);
      y += ABOVE + shelf * SHELF + MARKS + 5;
    }
    Map<Integer, Double> bars = new HashMap<>();
    for (int i = 0; i < row.bars().size(); i++) {
      Integer stack = stackOf.get(row.bars().get(i));
      if (stack != null) {
        bars.put(
            row.bars().get(i), stacks.get(stack) + ABOVE + row.shelves().get(i) * SHELF + BAR / 2);
      }
    }
    return new RowPlace(row, top, stacks, heights, bars, Math.max(y + 5, top + SMALLEST));
  }

  /** Where the marks of tests on a lane stand. */
  double marks(int stack) {
    return stacks.get(stack) + heights.get(stack) - MARKS / 2;
  }
}
