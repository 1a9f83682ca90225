package dev.loopscope.scaffold.witness;

import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.trace.TracedFixture;
import dev.loopscope.scaffold.trace.TracedTest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Whether tests ran on the loops that fixtures of theirs were set up on.
 *
 * @param same how many times they did
 * @param other how many times on another one
 */
record TwoLoops(int same, int other) {
  static TwoLoops of(Subject subject, List<TracedTest> runs, Runs all) {
    int same = 0;
    int other = 0;
    for (TracedTest run : runs) {
      for (int number : run.fixtures()) {
        Optional<TracedFixture> traced = all.fixture(run, number);
        if (traced.isPresent() && isMeant(traced.get(), subject, all) && !run.on().isEmpty()) {
          boolean apart = Collections.disjoint(traced.get().on(), run.on());
          other += apart ? 1 : 0;
          same += apart ? 0 : 1;
        }
      }
    }
    return new TwoLoops(same, other);
  }

  private static boolean isMeant(TracedFixture traced, Subject subject, Runs all) {
    return !traced.on().isEmpty()
        && subject.fixtures().stream().anyMatch((Fixture it) -> all.isOf(traced, it));
  }
}
