package dev.loopscope.scaffold.map;

import java.util.List;

/**
 * Something passes for what it is not: one for each sentence.
 *
 * @param tests the numbers of the tests, in order; empty if it is a fixture's
 * @param fixtures the indexes of the fixtures
 * @param rule the rule that tells of it; empty if none does
 * @param sentence what it says, and what it is
 * @param remedy what to do, without its full stop; empty if that is not known
 */
public record LieFlag(
    List<Integer> tests, List<Integer> fixtures, String rule, String sentence, String remedy) {
  /** Keeps unmodifiable copies. */
  public LieFlag {
    tests = List.copyOf(tests);
    fixtures = List.copyOf(fixtures);
  }
}
