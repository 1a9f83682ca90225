package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.CrossingLine;
import dev.loopscope.scaffold.map.LieFlag;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.ArrayList;
import java.util.List;

/**
 * A map as a picture that stands still and needs nothing else: with its legend and the words of its
 * crossings, and light or dark as its reader's screen is.
 */
public final class SvgMap {
  /** What a picture begins with. */
  public static final String BEGINNING =
      """
      <!-- scaffold map -->
      <svg xmlns="http://www.w3.org/2000/svg"\
      """;

  private static final double WIDTH = 980;
  private static final int MOST_TOLD = 8;
  private static final double LINE = 18;
  private static final int LETTERS = 140;

  private final Elements drawn = new Elements();
  private double y = 34;
  private double right;

  private SvgMap() {}

  /** The picture. */
  public static String of(LoopMap map) {
    return new SvgMap().picture(map);
  }

  private String picture(LoopMap map) {
    drawn.text("title", 12, 28, "Loops of " + map.title());
    String facts = String.join(" · ", map.facts());
    drawn.text("note", 12, 48, map.origin().words() + (facts.isEmpty() ? "" : " · " + facts));
    y = 58;
    List<SvgPanel> panels = new ArrayList<>();
    for (MapPanel it : map.panels()) {
      if (!it.name().isEmpty()) {
        y += 26;
        drawn.text("row", 12, y, it.name());
      }
      SvgPanel panel = new SvgPanel(it, y, WIDTH, drawn);
      panel.draw();
      y = panel.bottom();
      panels.add(panel);
    }
    y += 14;
    SvgLegend.draw(map, y, drawn);
    y += 26;
    map.panels().forEach(this::words);
    right = panels.stream().mapToDouble(SvgPanel::right).max().orElse(0) + 110;
    String size = Elements.number(Math.max(WIDTH, right)) + " " + Elements.number(y + 8);
    String[] sides = size.split(" ", -1);
    return BEGINNING
        + " width=\"%s\" height=\"%s\" viewBox=\"0 0 %s\" role=\"img\""
            .formatted(sides[0], sides[1], size)
        + " aria-labelledby=\"title words\">\n<title id=\"title\">Loops of "
        + Markup.text(map.title())
        + "</title>\n<desc id=\"words\">"
        + Markup.text(description(map))
        + "</desc>\n<style>\n"
        + DrawingFile.COLOURS.text()
        + DrawingFile.SHAPES.text()
        + "</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\" rx=\"10\"/>\n"
        + drawn.text()
        + "</svg>\n";
  }

  private static String description(LoopMap map) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        map.tests() + " tests, " + map.crossings() + " crossings, " + map.lies() + " lies");
    map.panels().stream()
        .flatMap(it -> it.crossings().stream())
        .map(CrossingLine::sentence)
        .forEach(sentences::add);
    map.panels().stream()
        .flatMap(it -> it.lies().stream())
        .map(LieFlag::sentence)
        .forEach(sentences::add);
    return String.join(". ", sentences) + ".";
  }

  private void words(MapPanel panel) {
    int told = Math.min(MOST_TOLD, panel.crossings().size());
    for (int i = 0; i < told; i++) {
      CrossingLine it = panel.crossings().get(i);
      drawn.circle("badge", 22, y + 8, 9);
      drawn.text("badge-number", 22, y + 12, String.valueOf(i + 1));
      paragraph("told", it.sentence() + ".");
      if (!it.remedy().isEmpty()) {
        String rule = it.rule().isEmpty() ? "" : " (" + it.rule() + ")";
        paragraph("note", "next" + rule + ": " + it.remedy() + ".");
      }
      y += 6;
    }
    if (panel.crossings().size() > told) {
      paragraph("note", "and " + (panel.crossings().size() - told) + " crossings more.");
    }
    for (LieFlag it : panel.lies()) {
      drawn.text("lie-sign", 22, y + 12, "≠");
      paragraph("told", it.sentence() + ".");
      y += 6;
    }
  }

  private void paragraph(String kind, String words) {
    for (String line : Paragraph.of(words, "", "", LETTERS).split("\n", -1)) {
      if (!line.isBlank()) {
        drawn.text(kind, 40, y + 12, line.strip());
        y += LINE;
      }
    }
  }
}
