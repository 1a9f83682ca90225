package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.module.Location;

/**
 * The line that a location starts on.
 *
 * @param place which line it is, the same for all locations that start on it
 * @param start the offset of the line's first character
 * @param end the offset behind its last character, in front of its line end
 * @param from index in the line of the location's first character
 * @param to index in the line behind its last character; the line's end if the location goes on
 */
public record SourceLine(Place place, int start, int end, int from, int to) {
  /**
   * A line of a text. A line may be long and hold many findings, so what is made of its text is
   * best made once for each of these.
   *
   * @param number from 1
   */
  public record Place(SourceText source, int number) {}

  /** The first line of a location. */
  public static SourceLine of(Location location) {
    SourceText source = location.text();
    String all = source.text();
    int number = source.lineAt(location.start());
    int start = source.lineStart(number);
    int end = number == source.lines() ? all.length() : source.lineStart(number + 1);
    while (end > start && (all.charAt(end - 1) == '\n' || all.charAt(end - 1) == '\r')) {
      end--;
    }
    int from = Math.min(location.start(), end) - start;
    int to = Math.min(Math.max(location.end(), location.start()), end) - start;
    return new SourceLine(new Place(source, number), start, end, from, to);
  }

  /** Its number, from 1. */
  public int number() {
    return place.number();
  }

  /** Its text without its line end. */
  public String text() {
    return place.source().text().substring(start, end);
  }
}
