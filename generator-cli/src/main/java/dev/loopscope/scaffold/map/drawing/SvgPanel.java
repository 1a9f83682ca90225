package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.CrossingEnd;
import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.Lane;
import dev.loopscope.scaffold.map.LieFlag;
import dev.loopscope.scaffold.map.MapOutcome;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import dev.loopscope.scaffold.map.TestSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One panel of a picture that stands still: the same layout as the page has when it is opened. */
final class SvgPanel {
  static final double LABELS = 216;
  private static final int COLUMNS = 36;
  private static final double NARROWEST = 18;
  private static final double WIDEST = 230;
  static final double LETTER = 7;
  private static final int LONGEST_LABEL = 24;
  private static final int NO_LANE = -1;

  private final MapPanel panel;
  private final Elements drawn;
  private final TestColumns columns;
  private final List<RowPlace> rows = new ArrayList<>();
  private final Map<Integer, RowPlace> rowOf = new LinkedHashMap<>();
  private final double head;

  SvgPanel(MapPanel panel, double top, double width, Elements drawn) {
    this.panel = panel;
    this.drawn = drawn;
    List<FoldNode> nodes = FoldNode.of(panel.tests()).columns(COLUMNS);
    boolean level = isLevel(nodes, widthOf(nodes, width - LABELS - 24));
    double room = width - LABELS - (level ? 24 : 120);
    this.columns = new TestColumns(nodes, LABELS + 10, widthOf(nodes, room));
    this.head = top + (level ? 28 : 108);
    double y = head;
    for (MapRow row : MapRow.of(panel)) {
      RowPlace place = RowPlace.of(row, panel, columns, y);
      rows.add(place);
      row.lanes().forEach(it -> rowOf.put(it, place));
      if (row.lanes().isEmpty()) {
        rowOf.put(NO_LANE, place);
      }
      y = place.bottom();
    }
  }

  private static double widthOf(List<FoldNode> nodes, double room) {
    return Math.min(WIDEST, Math.max(NARROWEST, room / nodes.size()));
  }

  private boolean isLevel(List<FoldNode> nodes, double width) {
    return nodes.stream().allMatch(it -> label(it).length() * LETTER < width);
  }

  private static String label(FoldNode node) {
    return node.isTest() ? node.label() : node.label() + " (" + node.size() + ")";
  }

  double bottom() {
    return rows.isEmpty() ? head : rows.get(rows.size() - 1).bottom();
  }

  /** How far to the right it reaches. */
  double right() {
    return columns.right();
  }

  void draw() {
    drawLabels();
    rows.forEach(this::drawLanes);
    rows.forEach(this::drawBars);
    for (int column = 0; column < columns.nodes().size(); column++) {
      drawTests(column);
    }
    new SvgCrossings(panel, columns, rowOf, drawn).draw();
  }

  private void drawLabels() {
    boolean level = isLevel(columns.nodes(), columns.width());
    for (int column = 0; column < columns.nodes().size(); column++) {
      String label = cut(label(columns.nodes().get(column)), LONGEST_LABEL);
      if (level) {
        drawn.text("label", columns.middle(column), head - 9, label);
      } else {
        drawn.slanted(columns.middle(column) - 2, head - 9, label);
      }
    }
    for (RowPlace place : rows) {
      drawn.path(
          "edge",
          "M0 " + Elements.number(place.top()) + "H" + Elements.number(columns.right() + 10));
      drawn.text("row", 12, place.top() + 22, place.row().label());
      drawn.text("note", 12, place.top() + 38, cut(place.row().note(), 32));
    }
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most - 1) + "…" : text;
  }

  private void drawLanes(RowPlace place) {
    if (place.row().lanes().isEmpty()) {
      double x = columns.start(0) + 2;
      drawn.rectangle(
          "lane bare",
          x,
          place.stacks().get(0),
          columns.right() - x - 2,
          place.heights().get(0),
          9);
      return;
    }
    Set<TestSpan> folded = new HashSet<>();
    for (int i = 0; i < place.row().lanes().size(); i++) {
      int number = place.row().lanes().get(i);
      Lane lane = panel.lanes().get(number);
      int column = columns.of(lane.lives().from());
      FoldNode node = columns.nodes().get(column);
      // Those that live in one folded column are one box.
      if (columns.shows(lane.lives()) || folded.add(new TestSpan(node.from(), node.to()))) {
        double x = columns.from(lane.lives()) + 2;
        drawn.begin("of-lane", lane.name() + ": " + lane.kind());
        drawn.rectangle(
            kind(lane, number),
            x,
            place.stacks().get(place.row().stacks().get(i)),
            columns.to(lane.lives()) - 2 - x,
            place.heights().get(place.row().stacks().get(i)),
            Math.min(9, columns.width() / 3));
        drawn.end();
      }
    }
  }

  private static String kind(Lane lane, int number) {
    boolean trio = lane.backend().equals("trio");
    return "lane"
        + (trio ? " trio" : "")
        + (!trio && number % 2 == 1 ? " odd" : "")
        + (lane.closed() ? "" : " open");
  }

  private void drawBars(RowPlace place) {
    for (int number : place.row().bars()) {
      Double middle = place.bars().get(number);
      if (middle != null) {
        FixtureBar bar = panel.fixtures().get(number);
        double x = columns.from(bar.lives()) + 6;
        double width = columns.to(bar.lives()) - 6 - x;
        boolean met = met().anyMatch(it -> it == number);
        drawn.begin("of-bar", bar.name() + " (" + bar.scope() + " fixture) " + bar.place());
        drawn.rectangle(
            met ? "bar met" : "bar", x, middle - RowPlace.BAR / 2, width, RowPlace.BAR, 4);
        int letters = (int) ((width - 10) / LETTER);
        if (letters > 2) {
          drawn.text("bar-name", x + 6, middle + 4, cut(bar.name(), letters));
        }
        drawn.end();
      }
    }
  }

  /** The fixtures at which a crossing ends. */
  private IntStream met() {
    return panel.crossings().stream()
        .flatMap(
            it ->
                Stream.concat(
                    Stream.of(it.fixture()), it.ends().stream().map(CrossingEnd::fixture)))
        .flatMapToInt(OptionalInt::stream);
  }

  private void drawTests(int column) {
    FoldNode node = columns.nodes().get(column);
    Map<List<Integer>, List<Integer>> byStack = new LinkedHashMap<>();
    Map<List<Integer>, Integer> laneOf = new LinkedHashMap<>();
    for (int test = node.from(); test <= node.to(); test++) {
      for (int lane : lanes(panel.tests().get(test))) {
        RowPlace place = Objects.requireNonNull(rowOf.get(lane));
        List<Integer> key = List.of(rows.indexOf(place), stack(place, lane));
        laneOf.putIfAbsent(key, lane);
        byStack.computeIfAbsent(key, it -> new ArrayList<>()).add(test);
      }
    }
    byStack.forEach(
        (key, tests) -> {
          double y = rows.get(key.get(0)).marks(key.get(1));
          if (node.isTest()) {
            drawMark(panel.tests().get(node.from()), node.from(), columns.middle(column), y);
          } else {
            drawGroup(node, tests, columns.middle(column), y);
          }
        });
  }

  static List<Integer> lanes(TestMark test) {
    return test.lanes().isEmpty() ? List.of(NO_LANE) : test.lanes();
  }

  static int stack(RowPlace place, int lane) {
    return lane == NO_LANE ? 0 : place.row().stackOf(lane);
  }

  private void drawMark(TestMark test, int number, double x, double y) {
    List<String> words = new ArrayList<>(List.of(test.id(), test.outcome().word()));
    List<String> lies =
        panel.lies().stream()
            .filter(it -> it.tests().contains(number))
            .map(LieFlag::sentence)
            .toList();
    words.addAll(lies);
    drawn.begin("of-test", String.join("; ", words));
    SvgMarks.draw(test.outcome(), x, y, drawn);
    if (!lies.isEmpty()) {
      drawn.circle("liar", x, y, 10);
      boolean roomy = columns.width() > 40;
      drawn.text("lie-sign", roomy ? x + 18 : x, roomy ? y + 5 : y - 12, "≠");
    }
    if (panel.crossings().stream().anyMatch(it -> it.tests().contains(number))) {
      drawn.circle("met-ring", x, y, 10);
    }
    drawn.end();
  }

  private void drawGroup(FoldNode node, List<Integer> tests, double x, double y) {
    double width = Math.min(columns.width() - 4, 64);
    List<MapOutcome> outcomes =
        tests.stream().map(it -> panel.tests().get(it).outcome()).sorted().toList();
    drawn.begin("of-group", node.label() + ": " + tests.size() + " tests");
    drawn.rectangle("group", x - width / 2, y - 11, width, 22, 6);
    drawn.text(width < 30 ? "count small" : "count", x, y + 2, String.valueOf(tests.size()));
    double at = x - width / 2 + 3;
    for (MapOutcome outcome : outcomes.stream().distinct().toList()) {
      double part = (width - 6) * Collections.frequency(outcomes, outcome) / outcomes.size();
      drawn.rectangle("part " + outcome.word().replace(' ', '-'), at, y + 5, part, 3, 1);
      at += part;
    }
    drawn.end();
  }
}
