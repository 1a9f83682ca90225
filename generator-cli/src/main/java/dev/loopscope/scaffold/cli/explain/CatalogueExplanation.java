package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.suite.resource.CallArgument;
import dev.loopscope.scaffold.suite.resource.CatalogueLine;
import dev.loopscope.scaffold.suite.resource.Outcomes;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.text.JsonWriter;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects that libraries bind to a loop, as {@code scaffold explain redis.asyncio.Redis} shows. */
final class CatalogueExplanation {
  private static final int LABEL = 12;

  private final int width;

  CatalogueExplanation(int width) {
    this.width = width;
  }

  /** One object: every line of it. */
  String object(List<CatalogueLine> lines) {
    CatalogueLine first = lines.get(0);
    StringBuilder text = new StringBuilder(first.name()).append('\n');
    if (first.names().size() > 1) {
      List<String> others = first.names().subList(1, first.names().size());
      text.append(labelled("also", String.join(", ", others)));
    }
    if (!first.holds().isEmpty()) {
      List<String> arguments = first.holds().stream().map(CallArgument::name).toList();
      text.append(
          labelled("given", "with " + String.join(" or ", arguments) + ", as harmless as that"));
    }
    for (CatalogueLine line : lines) {
      text.append('\n').append(line(line));
    }
    return text.toString();
  }

  private String line(CatalogueLine line) {
    Outcomes seen = line.outcomes();
    StringBuilder text = new StringBuilder();
    text.append(
        Paragraph.of(
            CatalogueWords.circumstance(line)
                + ", a test on another loop: "
                + CatalogueWords.onAnotherLoop(line.onAnotherLoop()),
            "  ",
            "  ",
            width));
    text.append(labelled("made", String.join(" or ", line.made())));
    text.append(labelled("bound", CatalogueWords.bound(line.bound())));
    text.append(
        labelled(
            "seen",
            "its loop open: %s; closed: %s; made outside any: %s; closed elsewhere: %s"
                .formatted(seen.open(), seen.closed(), seen.outside(), seen.closing())));
    if (!line.error().isEmpty()) {
      text.append(labelled("error", line.error()));
    }
    if (!line.note().isEmpty()) {
      text.append(labelled("note", line.note()));
    }
    text.append(
        labelled("with", line.library() + " " + line.version() + " (" + line.evidence() + ")"));
    return text.toString();
  }

  private String labelled(String label, String text) {
    String first = "    " + label + " ".repeat(LABEL - label.length() - 4);
    return Paragraph.of(text, first, " ".repeat(LABEL), width);
  }

  /** The objects of a library, one a line, each as it is in the usual case. */
  String library(List<CatalogueLine> lines) {
    Map<String, CatalogueLine> usual = new LinkedHashMap<>();
    lines.forEach(line -> usual.putIfAbsent(line.name(), line));
    int widest = usual.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder("On another loop than its own:\n\n");
    usual.forEach(
        (name, line) -> {
          String special = line.circumstance().isEmpty() ? "" : " (" + line.circumstance() + ")";
          text.append("  ")
              .append(name)
              .append(" ".repeat(widest - name.length() + 2))
              .append(CatalogueWords.onAnotherLoop(line.onAnotherLoop()))
              .append(special)
              .append('\n');
        });
    return text.append("\n`scaffold explain NAME` says more of one of them.\n").toString();
  }

  /** For programs: every column of every line. */
  static String json(List<CatalogueLine> lines) {
    JsonWriter json = new JsonWriter();
    json.open("{");
    json.key("schema").number(1);
    json.key("scaffold").string(ScaffoldVersion.current());
    json.key("command").string("explain");
    json.key("objects").open("[");
    for (CatalogueLine line : lines) {
      json.open("{");
      json.key("library").string(line.library());
      json.key("version").string(line.version());
      strings(json, "names", line.names());
      strings(json, "made", line.made());
      json.key("bound").string(line.bound().phrase());
      json.key("circumstance").string(line.circumstance());
      json.key("onAnotherLoop").string(line.onAnotherLoop().name());
      json.key("loopOpen").string(line.outcomes().open());
      json.key("loopClosed").string(line.outcomes().closed());
      json.key("madeOutside").string(line.outcomes().outside());
      json.key("closing").string(line.outcomes().closing());
      json.key("error").string(line.error());
      strings(json, "asHarmlessAs", line.holds().stream().map(CallArgument::name).toList());
      json.key("note").string(line.note());
      json.key("evidence").string(line.evidence());
      json.close("}");
    }
    json.close("]");
    return json.close("}").text();
  }

  private static void strings(JsonWriter json, String key, List<String> values) {
    json.key(key).open("[");
    values.forEach(json::string);
    json.close("]");
  }
}
