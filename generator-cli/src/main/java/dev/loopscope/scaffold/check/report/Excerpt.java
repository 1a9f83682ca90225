package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.SourceLine;

/**
 * A source line and the range of it that is meant, as a terminal shows them: tabs as blanks up to
 * the next multiple of four, control characters spelt, and of a very long line the part around the
 * range.
 *
 * @param line the characters to print
 * @param before how many columns are in front of the range
 * @param width how many columns the range takes; at least 1
 */
record Excerpt(String line, int before, int width) {
  /**
   * The line that is meant.
   *
   * @param room how many columns may be shown
   */
  static Excerpt of(SourceLine source, int room) {
    return new ShownLine(source.text()).excerpt(source.from(), source.to(), room);
  }
}
