package dev.loopscope.scaffold.cli.map;

import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.picture.MapForm;
import dev.loopscope.scaffold.map.drawing.HtmlMap;
import java.util.List;
import java.util.stream.Stream;

/** The options of {@code scaffold map}. */
public final class MapOptions {
  /** What a map is called if nothing else is said. */
  static final String PAGE_NAME = "loops.html";

  static final Option OUTPUT =
      new Option(
          "--output",
          "FILE",
          "writes the page here; it replaces nothing but such a page",
          PAGE_NAME + ", if nothing else is to be written",
          "");

  private static final MapForm PAGE = new MapForm(OUTPUT, HtmlMap.BEGINNING, HtmlMap::of);

  /** What a map can be written as: the page by an option of its own. */
  static final List<MapForm> FORMS =
      Stream.concat(Stream.of(PAGE), MapForm.ALL.stream().filter(it -> !it.equals(MapForm.PAGE)))
          .toList();

  static final Option ENVIRONMENT =
      new Option(
          "--environment",
          "DIR",
          "reads what this virtual environment holds, without running it",
          "the project's .venv, else $VIRTUAL_ENV",
          "");

  static final Option WITH =
      new Option(
              "--with",
              "NAME==VERSION",
              "draws what would happen if this release were installed; may be given several times",
              "what the project allows",
              "")
          .severalTimes();

  /** All of them, in the order help lists them. */
  public static final List<Option> ALL =
      Stream.concat(FORMS.stream().map(MapForm::option), Stream.of(ENVIRONMENT, WITH)).toList();

  private MapOptions() {}
}
