package dev.loopscope.scaffold.suite.resource.primitive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through the tests that share primitives, one after the other, as pytest runs them. */
public final class Contention {
  private Contention() {}

  /**
   * A test.
   *
   * @param loop tests with the same text here run on the same loop
   * @param steps what it does to primitives
   */
  public record Run(String loop, List<Step> steps) {
    /** Keeps an unmodifiable copy. */
    public Run {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A test that fails.
   *
   * @param run its place among the tests
   * @param primitive what it waits for, which another loop is bound to
   */
  public record Failure(int run, Primitive primitive) {}

  /**
   * The tests that fail on every release of Python, as they wait for what an earlier one has bound
   * to another loop. What a failed test leaves behind is not known.
   */
  public static List<Failure> of(List<Run> runs) {
    List<Failure> before = failures(runs, true);
    before.retainAll(failures(runs, false));
    return List.copyOf(before);
  }

  private static List<Failure> failures(List<Run> runs, boolean limitedInTasks) {
    States states = new States();
    List<Failure> found = new ArrayList<>();
    for (int at = 0; at < runs.size(); at++) {
      Run run = runs.get(at);
      Optional<Primitive> failure =
          new Schedule(states, run.loop(), limitedInTasks).run(run.steps());
      if (failure.isPresent()) {
        found.add(new Failure(at, failure.orElseThrow()));
        states.lose();
      }
    }
    return found;
  }
}
