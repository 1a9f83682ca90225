package dev.loopscope.scaffold.check.testimony;

import dev.loopscope.scaffold.suite.collect.UnknownPart;
import java.util.List;
import java.util.Optional;

/**
 * Something that a run did and that no rule told of.
 *
 * @param rule the id of the rule that tells of its kind; empty if there is none
 * @param kind {@code crossing} or {@code lie}
 * @param evidence how it was seen: {@code raised}, {@code used} or {@code stands-still}, or which
 *     lie it is
 * @param path where it shows
 * @param line in that file, from 1; 0 if it is not known
 * @param sentence what was seen, without its full stop
 * @param remedy what to do, without a full stop; empty if that is not known
 * @param tests pytest's names of the tests
 * @param answers what check could not resolve, and this is what comes of it
 */
public record Sighting(
    String rule,
    String kind,
    String evidence,
    String path,
    int line,
    String sentence,
    String remedy,
    List<String> tests,
    Optional<UnknownPart> answers) {
  /** Keeps an unmodifiable copy. */
  public Sighting {
    tests = List.copyOf(tests);
  }

  /**
   * Whether it is something to mend: a task that a fixture left asleep on its loop harms no test
   * that touches only the fixture's plain value, so that alone is told and does not count.
   */
  public boolean counts() {
    return !evidence.equals("stands-still");
  }
}
