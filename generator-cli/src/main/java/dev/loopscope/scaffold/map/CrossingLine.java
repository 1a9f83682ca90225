package dev.loopscope.scaffold.map;

import java.util.List;
import java.util.OptionalInt;

/**
 * Something met what lives on another loop than its own: one for each cause.
 *
 * @param tests the numbers of the tests that met it, in order
 * @param ends what each of these tests met, in the same order: a fixture that is set up more than
 *     once is met at another place each time; none if all met the same
 * @param metBy the index of the fixture that met it, if it was no test itself
 * @param fixture the index of the fixture that what was met comes from; empty if it comes from none
 * @param lane the index of the lane that what was met lives on; empty if that is not known, or none
 * @param evidence how it is known, in a word or two: {@code raised}, {@code used}
 * @param rule the rule that tells of it; empty if none does
 * @param sentence what lives where, and who met it on which other loop
 * @param details further sentences: what was raised, where
 * @param remedy what to do, without its full stop; empty if that is not known
 */
public record CrossingLine(
    List<Integer> tests,
    List<CrossingEnd> ends,
    OptionalInt metBy,
    OptionalInt fixture,
    OptionalInt lane,
    String evidence,
    String rule,
    String sentence,
    List<String> details,
    String remedy) {
  /**
   * Keeps unmodifiable copies.
   *
   * @throws IllegalArgumentException if nobody met it, or if there is not an end for each test
   */
  public CrossingLine {
    tests = List.copyOf(tests);
    ends = List.copyOf(ends);
    details = List.copyOf(details);
    if (!ends.isEmpty() && ends.size() != tests.size()) {
      throw new IllegalArgumentException("not an end for each test: " + sentence);
    }
    if (tests.isEmpty() && metBy.isEmpty()) {
      throw new IllegalArgumentException("a crossing that nobody met: " + sentence);
    }
  }

  /** One whose tests all met the same thing. */
  public CrossingLine(
      List<Integer> tests,
      OptionalInt metBy,
      OptionalInt fixture,
      OptionalInt lane,
      String evidence,
      String rule,
      String sentence,
      List<String> details,
      String remedy) {
    this(tests, List.of(), metBy, fixture, lane, evidence, rule, sentence, details, remedy);
  }

  /**
   * What a test of it met.
   *
   * @param at its place among {@link #tests}
   */
  public CrossingEnd end(int at) {
    return ends.isEmpty() ? new CrossingEnd(fixture, lane) : ends.get(at);
  }
}
