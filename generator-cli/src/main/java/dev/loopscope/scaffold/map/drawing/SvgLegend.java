package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapOutcome;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import java.util.List;

/** What the shapes of a picture mean, as far as it has them. */
final class SvgLegend {
  private static final double LETTER = 6.8;
  private static final double GAP = 16;

  private final Elements drawn;
  private final double y;
  private double x = 14;

  private SvgLegend(double y, Elements drawn) {
    this.y = y;
    this.drawn = drawn;
  }

  static void draw(LoopMap map, double y, Elements drawn) {
    SvgLegend legend = new SvgLegend(y, drawn);
    drawn.rectangle("lane", legend.x, y - 2, 26, 16, 6);
    legend.said(32, "loop");
    drawn.rectangle("bar", legend.x, y - 1, 26, 14, 4);
    legend.said(32, "fixture");
    List<MapOutcome> outcomes =
        map.panels().stream()
            .map(MapPanel::tests)
            .flatMap(List::stream)
            .map(TestMark::outcome)
            .distinct()
            .sorted()
            .toList();
    for (MapOutcome outcome : outcomes) {
      SvgMarks.draw(outcome, legend.x + 7, y + 6, drawn);
      legend.said(19, "test, " + outcome.word());
    }
    if (map.crossings() > 0) {
      String from = Elements.number(legend.x + 2) + " " + Elements.number(y + 6);
      drawn.path("line", "M" + from + "h26");
      drawn.circle("end", legend.x + 30, y + 6, 4.5);
      legend.said(42, "crossing, to what lives on another loop");
    }
    if (map.lies() > 0) {
      drawn.text("lie-sign", legend.x + 6, y + 11, "≠");
      legend.said(18, "lie");
    }
  }

  private void said(double shape, String words) {
    drawn.text("note", x + shape, y + 10, words);
    x += shape + words.length() * LETTER + GAP;
  }
}
