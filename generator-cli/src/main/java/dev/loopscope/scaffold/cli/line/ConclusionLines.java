package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.text.JsonWriter;
import dev.loopscope.scaffold.text.Printable;
import java.util.List;

/** What was concluded, each with the lines it was drawn from and the option that overrules it. */
public final class ConclusionLines {
  private static final int TOPIC = 14;

  private ConclusionLines() {}

  /** For people. */
  public static String text(List<Conclusion> conclusions) {
    StringBuilder text = new StringBuilder("concluded (the option in brackets overrules it):\n");
    for (Conclusion it : conclusions) {
      text.append("  ").append(it.topic());
      text.append(" ".repeat(Math.max(1, TOPIC - it.topic().length())));
      text.append(it.value());
      String why = why(it);
      text.append(why.isEmpty() ? "" : "  " + why);
      it.option().ifPresent(option -> text.append("  [").append(option).append(']'));
      text.append('\n');
      it.open()
          .ifPresent(
              open ->
                  text.append("  ".repeat(1 + TOPIC / 2))
                      .append("not decided: ")
                      .append(open)
                      .append('\n'));
    }
    return shown(text.toString());
  }

  /** The same lines as a terminal may show them. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.lines().forEach(line -> shown.append(Printable.escaped(line)).append('\n'));
    return shown.toString();
  }

  private static String why(Conclusion it) {
    String places =
        String.join(", ", it.places().stream().limit(3).map(ConclusionLines::place).toList());
    if (places.isEmpty() || it.reason().isEmpty()) {
      return places + it.reason();
    }
    return places + ": " + it.reason();
  }

  /** A place as it is told: path and line. */
  public static String place(Location it) {
    return it.path() + ":" + it.line();
  }

  /**
   * For programs: a member {@code concluded}, of objects of topic, value, reason, places (path and
   * line), option and open.
   */
  public static void write(List<Conclusion> conclusions, JsonWriter json) {
    json.key("concluded").open("[");
    for (Conclusion it : conclusions) {
      json.open("{").key("topic").string(it.topic()).key("value").string(it.value());
      json.key("reason").string(it.reason());
      places(it.places(), json);
      it.option().ifPresent(option -> json.key("option").string(option));
      it.open().ifPresent(open -> json.key("open").string(open));
      json.close("}");
    }
    json.close("]");
  }

  /** A member {@code places}, of objects of path and line. */
  public static void places(List<Location> places, JsonWriter json) {
    json.key("places").open("[");
    for (Location it : places) {
      json.open("{").key("path").string(it.path()).key("line").number(it.line()).close("}");
    }
    json.close("]");
  }
}
