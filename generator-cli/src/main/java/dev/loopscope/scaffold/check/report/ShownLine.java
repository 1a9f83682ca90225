package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.text.DisplayWidth;
import dev.loopscope.scaffold.text.Printable;

/**
 * A source line as a terminal shows it, with the column of each character, so that the parts of a
 * long line around many findings are cut from it without going through all of it again.
 */
final class ShownLine {
  private static final int TAB = 4;
  private static final String CUT = "…";

  /** In less room than this the widest character in front of a part would not fit. */
  private static final int LEAST_ROOM = 4;

  private final String shown;

  /** By index of the source line, up to its length, the column it is shown at. */
  private final int[] columns;

  /** By index of {@link #shown}, up to its length, the column; the same for both of a pair. */
  private final int[] shownColumns;

  ShownLine(String source) {
    StringBuilder cells = new StringBuilder();
    this.columns = new int[source.length() + 1];
    int column = 0;
    for (int at = 0; at < source.length(); ) {
      int codePoint = source.codePointAt(at);
      String cell = cell(codePoint, column);
      int next = at + Character.charCount(codePoint);
      for (; at < next; at++) {
        columns[at] = column;
      }
      cells.append(cell);
      column += DisplayWidth.of(cell);
    }
    columns[source.length()] = column;
    this.shown = cells.toString();
    this.shownColumns = new int[shown.length() + 1];
    column = 0;
    for (int at = 0; at < shown.length(); ) {
      int codePoint = shown.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      for (; at < next; at++) {
        shownColumns[at] = column;
      }
      column += DisplayWidth.of(codePoint);
    }
    shownColumns[shown.length()] = column;
  }

  private static String cell(int codePoint, int column) {
    return codePoint == '\t'
        ? " ".repeat(TAB - column % TAB)
        : Printable.escaped(Character.toString(codePoint));
  }

  /**
   * The line, or the part around the range if the whole is too long to read.
   *
   * @param from index in the source line of the first character that is meant
   * @param to index behind the last one
   * @param room how many columns may be shown
   */
  Excerpt excerpt(int from, int to, int room) {
    int before = columns[from];
    int width = Math.max(1, columns[to] - before);
    return shownColumns[shown.length()] <= room
        ? new Excerpt(shown, before, width)
        : cut(before, width, room);
  }

  private Excerpt cut(int before, int width, int room) {
    int marks = 2 * CUT.length();
    int first = before + width <= room - marks ? 0 : Math.max(0, before - room / 3);
    StringBuilder kept = new StringBuilder(first > 0 ? CUT : "");
    int at = room < LEAST_ROOM ? 0 : indexAt(first);
    int column = shownColumns[at];
    int start = -1;
    while (at < shown.length()) {
      int codePoint = shown.codePointAt(at);
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
    String rest = at < shown.length() ? CUT : "";
    return new Excerpt(kept + rest, newBefore, Math.max(1, newWidth));
  }

  /** The first index that is shown at a column, or behind it. */
  private int indexAt(int column) {
    int low = 0;
    int high = shown.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (shownColumns[middle] < column) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
