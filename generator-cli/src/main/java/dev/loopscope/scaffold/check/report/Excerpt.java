package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.SourceLine;
import dev.loopscope.scaffold.text.DisplayWidth;
import dev.loopscope.scaffold.text.Printable;

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
  private static final int TAB = 4;
  private static final String CUT = "…";

  /**
   * The line that is meant.
   *
   * @param room how many columns may be shown
   */
  static Excerpt of(SourceLine source, int room) {
    StringBuilder shown = new StringBuilder();
    int column = 0;
    int from = 0;
    int to = 0;
    for (int at = 0; at < source.text().length(); ) {
      if (at == source.from()) {
        from = column;
      }
      int codePoint = source.text().codePointAt(at);
      String cell = cell(codePoint, column);
      shown.append(cell);
      column += DisplayWidth.of(cell);
      at += Character.charCount(codePoint);
      if (at <= source.to()) {
        to = column;
      }
    }
    from = source.from() >= source.text().length() ? column : from;
    return new Excerpt(shown.toString(), from, Math.max(1, to - from)).cut(room);
  }

  private static String cell(int codePoint, int column) {
    return codePoint == '\t'
        ? " ".repeat(TAB - column % TAB)
        : Printable.escaped(Character.toString(codePoint));
  }

  /** The part around the range, if the whole is too long to read. */
  private Excerpt cut(int room) {
    if (DisplayWidth.of(line) <= room) {
      return this;
    }
    int marks = 2 * CUT.length();
    int first = before + width <= room - marks ? 0 : Math.max(0, before - room / 3);
    StringBuilder kept = new StringBuilder(first > 0 ? CUT : "");
    int column = 0;
    int start = -1;
    int at = 0;
    while (at < line.length()) {
      int codePoint = line.codePointAt(at);
      int wide = DisplayWidth.of(codePoint);
      if (column + wide > first + room - marks) {
        break;
      }
      if (column >= first) {
        start = start < 0 ? column : start;
        kept.appendCodePoint(codePoint);
      }
      column += wide;
      at += Character.charCount(codePoint);
    }
    int newBefore = before - Math.max(0, start) + (first > 0 ? CUT.length() : 0);
    int newWidth = Math.min(width, column - before);
    String rest = at < line.length() ? CUT : "";
    return new Excerpt(kept + rest, newBefore, Math.max(1, newWidth));
  }
}
