package dev.loopscope.scaffold.python.token;

import java.util.Arrays;

/**
 * The columns that open blocks start in. A tab goes to the next multiple of eight; each column is
 * kept a second time with tabs as one, and where the two disagree the blocks are told apart by the
 * width of a tab alone, which Python refuses.
 */
final class Indentation {
  /** CPython's limit. */
  private static final int DEEPEST = 100;

  private int[] columns = new int[16];
  private int[] narrowColumns = new int[16];
  private int depth;

  /** What a line's indentation means for the blocks around it. */
  enum Step {
    SAME,
    DEEPER,
    /** {@link Indentation#closeOne} tells how often. */
    SHALLOWER,
    /** Deeper than Python allows, or mixed from tabs and blanks in a way it refuses. */
    REFUSED
  }

  /** Compares a line's column with the block it is in, and opens a block if it is deeper. */
  Step step(int column, int narrowColumn) {
    if (column == columns[depth]) {
      return narrowColumn == narrowColumns[depth] ? Step.SAME : Step.REFUSED;
    }
    if (column < columns[depth]) {
      return Step.SHALLOWER;
    }
    if (narrowColumn <= narrowColumns[depth] || depth + 1 >= DEEPEST) {
      return Step.REFUSED;
    }
    depth++;
    if (depth == columns.length) {
      columns = Arrays.copyOf(columns, depth * 2);
      narrowColumns = Arrays.copyOf(narrowColumns, depth * 2);
    }
    columns[depth] = column;
    narrowColumns[depth] = narrowColumn;
    return Step.DEEPER;
  }

  /** Closes the innermost block if it starts behind {@code column}. */
  boolean closeOne(int column) {
    if (depth == 0 || columns[depth] <= column) {
      return false;
    }
    depth--;
    return true;
  }

  /** Whether the innermost block starts exactly here, as it must once deeper ones are closed. */
  boolean isAt(int column, int narrowColumn) {
    return columns[depth] == column && narrowColumns[depth] == narrowColumn;
  }
}
