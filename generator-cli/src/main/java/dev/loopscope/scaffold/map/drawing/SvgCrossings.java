package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.CrossingEnd;
import dev.loopscope.scaffold.map.CrossingLine;
import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestSpan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The crossings of a panel: from who met it to what it met, once for each column. */
final class SvgCrossings {
  private static final double FROM_A_BAR = 2;

  private final MapPanel panel;
  private final TestColumns columns;
  private final Map<Integer, RowPlace> rowOf;
  private final Elements drawn;
  private final Map<Integer, Integer> inColumn = new HashMap<>();

  SvgCrossings(MapPanel panel, TestColumns columns, Map<Integer, RowPlace> rowOf, Elements drawn) {
    this.panel = panel;
    this.columns = columns;
    this.rowOf = Map.copyOf(rowOf);
    this.drawn = drawn;
  }

  /** A point of the picture. */
  private record Point(double x, double y) {
    String text() {
      return Elements.number(x) + " " + Elements.number(y);
    }
  }

  /**
   * Where a line begins and what it leads to.
   *
   * @param alone the number of the crossing; none out of a folded column, where what leads to one
   *     thing is one line
   */
  private record Way(int column, CrossingEnd end, OptionalInt alone) {}

  /** The first test of a line, and the numbers of its crossings. */
  private record Bundle(int test, Set<Integer> numbers) {}

  void draw() {
    Map<Way, Bundle> bundles = new LinkedHashMap<>();
    for (int number = 0; number < panel.crossings().size(); number++) {
      CrossingLine crossing = panel.crossings().get(number);
      for (int i = 0; i < crossing.tests().size(); i++) {
        add(crossing.tests().get(i), crossing.end(i), number, bundles);
      }
      if (crossing.tests().isEmpty()) {
        int test = panel.fixtures().get(crossing.metBy().orElseThrow()).lives().from();
        add(test, new CrossingEnd(crossing.fixture(), crossing.lane()), number, bundles);
      }
    }
    bundles.forEach(this::draw);
  }

  private void add(int test, CrossingEnd end, int number, Map<Way, Bundle> bundles) {
    int column = columns.of(test);
    boolean folded = !columns.nodes().get(column).isTest();
    Way way = new Way(column, end, folded ? OptionalInt.empty() : OptionalInt.of(number));
    bundles
        .computeIfAbsent(way, it -> new Bundle(test, new LinkedHashSet<>()))
        .numbers()
        .add(number);
  }

  private void draw(Way way, Bundle bundle) {
    int number = bundle.numbers().iterator().next();
    int bundled = bundle.numbers().size();
    CrossingLine crossing = panel.crossings().get(number);
    int place = inColumn.merge(way.column(), 1, Integer::sum) - 1;
    double aside = (place % 2 == 0 ? -1 : 1) * Math.ceil(place / 2.0);
    double x = columns.middle(way.column()) + aside * Math.min(9, columns.width() / 5);
    Point from = new Point(x, beginning(crossing, way.end(), bundle.test()));
    drawn.begin("cross", (number + 1) + ": " + crossing.sentence());
    Point to = target(way.end(), from);
    if (to.equals(from)) {
      drawn.circle("line", from.x(), from.y(), 13);
    } else {
      drawLine(from, to);
    }
    double badge = to.equals(from) ? from.y() - 18 : (from.y() + to.y()) / 2;
    drawn.circle("badge", (from.x() + to.x()) / 2, badge, 9);
    drawn.text(
        "badge-number",
        (from.x() + to.x()) / 2,
        badge + 4,
        bundled > 1 ? bundled + "×" : String.valueOf(number + 1));
    drawn.end();
  }

  private void drawLine(Point from, Point to) {
    double away = to.y() > from.y() ? 11 : -11;
    Point start = new Point(from.x(), from.y() + away);
    double middle = (start.y() + to.y()) / 2;
    String d =
        Math.abs(from.x() - to.x()) < 1
            ? "M" + start.text() + "L" + to.text()
            : "M"
                + start.text()
                + "C"
                + new Point(from.x(), middle).text()
                + " "
                + new Point(to.x(), middle).text()
                + " "
                + to.text();
    drawn.path("halo", d);
    drawn.path("line", d);
    drawn.circle("end", to.x(), to.y(), 4.5);
  }

  /** The fixture that met it, or the mark on a lane that is not the one it lives on. */
  private double beginning(CrossingLine crossing, CrossingEnd end, int test) {
    if (crossing.metBy().isPresent()) {
      Optional<Double> bar = bar(crossing.metBy().getAsInt());
      if (bar.isPresent()) {
        return bar.get();
      }
    }
    List<Integer> lanes = SvgPanel.lanes(panel.tests().get(test));
    int own = end.lane().orElse(-1);
    int lane = lanes.stream().filter(it -> it != own).findFirst().orElse(lanes.get(0));
    RowPlace row = Objects.requireNonNull(rowOf.get(lane));
    return row.marks(SvgPanel.stack(row, lane));
  }

  /** The fixture that it comes from, the lane that it lives on, or nothing but where it begins. */
  private Point target(CrossingEnd end, Point from) {
    if (end.fixture().isPresent()) {
      int fixture = end.fixture().getAsInt();
      Optional<Double> bar = bar(fixture);
      // What a fixture gives may be bound to a loop later: by the first test that waits for it.
      boolean isThere =
          end.lane().isEmpty() || end.lane().equals(panel.fixtures().get(fixture).lane());
      if (bar.isPresent() && isThere) {
        return new Point(beside(panel.fixtures().get(fixture), from.x()), bar.get());
      }
    }
    if (end.lane().isPresent()) {
      int lane = end.lane().getAsInt();
      RowPlace row = Objects.requireNonNull(rowOf.get(lane));
      double top = row.stacks().get(row.row().stackOf(lane));
      return new Point(within(panel.lanes().get(lane).lives(), from.x()), top + FROM_A_BAR);
    }
    return from;
  }

  /** The middle of a fixture; empty if it is not seen. */
  private Optional<Double> bar(int fixture) {
    return Optional.ofNullable(rowOf.get(panel.fixtures().get(fixture).lane().orElse(-1)))
        .map(it -> it.bars().get(fixture));
  }

  /** Where a line ends on a fixture: not on its name, if there is room beside it. */
  private double beside(FixtureBar bar, double x) {
    double named = columns.from(bar.lives()) + 20 + bar.name().length() * (SvgPanel.LETTER + 1);
    boolean roomy = named < columns.to(bar.lives()) - 12;
    return within(bar.lives(), roomy ? Math.max(named, x) : x);
  }

  private double within(TestSpan span, double x) {
    double from = columns.from(span) + 12;
    double to = columns.to(span) - 12;
    return from > to ? (from + to) / 2 : Math.min(Math.max(x, from), to);
  }
}
