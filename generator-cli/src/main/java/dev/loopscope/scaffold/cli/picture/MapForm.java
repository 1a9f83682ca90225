package dev.loopscope.scaffold.cli.picture;

import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.drawing.HtmlMap;
import dev.loopscope.scaffold.map.drawing.SvgMap;
import java.util.List;
import java.util.function.Function;

/**
 * What a map is written as.
 *
 * @param option that asks for it
 * @param beginning of each file of its kind, and of no other
 * @param drawing the text of its file
 */
public record MapForm(Option option, String beginning, Function<LoopMap, String> drawing) {
  /** A page that can be opened, folded and walked through. */
  public static final MapForm PAGE =
      new MapForm(
          new Option(
              "--map",
              "FILE",
              "writes a page that draws the loops, what lives on them, and what crosses",
              "off",
              ""),
          HtmlMap.BEGINNING,
          HtmlMap::of);

  /** A picture that stands still. */
  public static final MapForm PICTURE =
      new MapForm(
          new Option("--svg", "FILE", "writes the same as a picture, for a README", "off", ""),
          SvgMap.BEGINNING,
          SvgMap::of);

  /** All of them. */
  public static final List<MapForm> ALL = List.of(PAGE, PICTURE);

  /** Whether a file's text is one that was written before. */
  boolean isOne(String text) {
    return text.startsWith(beginning);
  }
}
