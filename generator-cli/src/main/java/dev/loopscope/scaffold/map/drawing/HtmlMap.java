package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.CrossingLine;
import dev.loopscope.scaffold.map.LieFlag;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapPanel;
import java.util.List;

/**
 * A map as a page of its own: nothing is loaded from elsewhere. Its first lines say that it is one
 * of ours, so that nothing else is ever replaced by one.
 */
public final class HtmlMap {
  /** What a page begins with. */
  public static final String BEGINNING =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="generator" content="scaffold map">
      """;

  private static final int COLUMNS = 60;
  private static final int SHOWN = 5;

  private final StringBuilder html = new StringBuilder();

  private HtmlMap() {}

  /** The page. */
  public static String of(LoopMap map) {
    return new HtmlMap().page(map);
  }

  private String page(LoopMap map) {
    String title = Markup.text(map.title());
    html.append(BEGINNING)
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        .append("<title>Loops of ")
        .append(title)
        .append("</title>\n<style>\n")
        .append(DrawingFile.COLOURS.text())
        .append(DrawingFile.SHAPES.text())
        .append(DrawingFile.PAGE.text())
        .append("</style>\n</head>\n<body>\n<header>\n<h1>Loops of ")
        .append(title)
        .append("</h1>\n");
    paragraph(map.origin().words());
    html.append("<ul class=\"facts\">\n");
    counts(map).forEach(this::item);
    map.facts().forEach(this::item);
    html.append("</ul>\n</header>\n<main>\n<div id=\"map\"></div>\n");
    for (int panel = 0; panel < map.panels().size(); panel++) {
      crossings(panel, map.panels().get(panel));
      lies(panel, map.panels().get(panel));
    }
    html.append("</main>\n<script type=\"application/json\" id=\"drawn\">\n")
        .append(MapJson.of(map, COLUMNS))
        .append("\n</script>\n<script>\n")
        .append(DrawingFile.SCRIPT.text())
        .append("</script>\n</body>\n</html>\n");
    return html.toString();
  }

  private static List<String> counts(LoopMap map) {
    int loops = map.panels().stream().mapToInt(it -> it.lanes().size()).sum();
    return List.of(
        counted(map.tests(), "test", "tests"),
        counted(loops, "loop", "loops"),
        counted(map.crossings(), "crossing", "crossings"),
        counted(map.lies(), "lie", "lies"));
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private void crossings(int number, MapPanel panel) {
    if (panel.crossings().isEmpty()) {
      return;
    }
    heading("Crossings", panel);
    html.append("<ol class=\"crossings\">\n");
    for (int i = 0; i < panel.crossings().size(); i++) {
      CrossingLine it = panel.crossings().get(i);
      html.append("<li id=\"crossing-").append(number).append('-').append(i).append("\">\n");
      paragraph(it.sentence());
      html.append("<ul>\n");
      it.details().forEach(this::item);
      remedy(it.rule(), it.remedy());
      html.append("</ul>\n");
      tests(it.tests(), panel);
      html.append("<button type=\"button\" data-crossing=\"")
          .append(number + " " + i)
          .append("\" hidden>Show on the map</button>\n</li>\n");
    }
    html.append("</ol>\n");
  }

  private void lies(int number, MapPanel panel) {
    if (panel.lies().isEmpty()) {
      return;
    }
    heading("Lies", panel);
    html.append("<ol class=\"lies\">\n");
    for (int i = 0; i < panel.lies().size(); i++) {
      LieFlag it = panel.lies().get(i);
      html.append("<li id=\"lie-").append(number).append('-').append(i).append("\">\n");
      paragraph(it.sentence());
      html.append("<ul>\n");
      remedy(it.rule(), it.remedy());
      html.append("</ul>\n");
      tests(it.tests(), panel);
      html.append("</li>\n");
    }
    html.append("</ol>\n");
  }

  private void heading(String words, MapPanel panel) {
    String of = panel.name().isEmpty() ? "" : ", " + panel.name();
    html.append("<h2>").append(words).append(Markup.text(of)).append("</h2>\n");
  }

  private void remedy(String rule, String remedy) {
    if (!remedy.isEmpty()) {
      item("next" + (rule.isEmpty() ? "" : " (" + rule + ")") + ": " + remedy + ".");
    }
  }

  private void tests(List<Integer> tests, MapPanel panel) {
    if (tests.isEmpty()) {
      return;
    }
    boolean folded = tests.size() > SHOWN;
    html.append(
        folded ? "<details><summary>" + tests.size() + " tests</summary>\n<ul>\n" : "<ul>\n");
    tests.forEach(it -> item(panel.tests().get(it).id(), "<code>", "</code>"));
    html.append(folded ? "</ul></details>\n" : "</ul>\n");
  }

  private void paragraph(String words) {
    html.append("<p>").append(Markup.text(words)).append("</p>\n");
  }

  private void item(String words) {
    item(words, "", "");
  }

  private void item(String words, String open, String close) {
    html.append("<li>").append(open).append(Markup.text(words)).append(close).append("</li>\n");
  }
}
