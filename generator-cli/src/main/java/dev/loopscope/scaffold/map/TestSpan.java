package dev.loopscope.scaffold.map;

/**
 * How long something lived, counted in tests.
 *
 * @param from the number of the first test that it was there for, from 0
 * @param to the number of the last one, which is no smaller
 */
public record TestSpan(int from, int to) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if it ends before it begins, or begins before the first test
   */
  public TestSpan {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no span of tests: " + from + " to " + to);
    }
  }

  /** Whether it was there for that test. */
  public boolean covers(int test) {
    return from <= test && test <= to;
  }
}
