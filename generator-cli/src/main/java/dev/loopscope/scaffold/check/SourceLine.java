package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.module.Location;

/**
 * The line that a location starts on.
 *
 * @param number from 1
 * @param text without its line end
 * @param from index in the text of the location's first character
 * @param to index in the text behind its last character; the text's end if the location goes on
 */
public record SourceLine(int number, String text, int from, int to) {
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
    return new SourceLine(number, all.substring(start, end), from, to);
  }
}
