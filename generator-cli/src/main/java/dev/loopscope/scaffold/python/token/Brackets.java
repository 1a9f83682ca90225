package dev.loopscope.scaffold.python.token;

import java.util.Arrays;

/** The brackets that are open: for each the index of its token. */
final class Brackets {
  private int[] openers = new int[16];
  private int depth;

  int depth() {
    return depth;
  }

  boolean areOpen() {
    return depth > 0;
  }

  void open(int token) {
    if (depth == openers.length) {
      openers = Arrays.copyOf(openers, depth * 2);
    }
    openers[depth++] = token;
  }

  /** Closes the innermost one. A closing bracket of nothing closes nothing. */
  void close() {
    depth = Math.max(0, depth - 1);
  }

  /** The token of the innermost open one. */
  int innermost() {
    return openers[depth - 1];
  }

  /** Forgets all that were opened when {@code kept} were open already. */
  void backTo(int kept) {
    depth = kept;
  }
}
