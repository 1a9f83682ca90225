package dev.loopscope.scaffold.trace;

import java.util.List;
import java.util.OptionalInt;

/**
 * A fixture that was set up.
 *
 * @param id which one
 * @param name as tests ask for it
 * @param scope how long it is kept
 * @param async whether it is an async function
 * @param at where it is defined; unknown if that is not in the project
 * @param failed whether its set-up raised
 * @param on the loops that ran in its set-up
 * @param until the loops that ran in its teardown
 * @param holds what of its value lives on a loop
 * @param running the tasks that it left running
 * @param test the test that it was first set up for
 * @param begun when, counted in events of its process
 * @param over the same of its teardown; empty if it had none
 */
public record TracedFixture(
    Numbered id,
    String name,
    String scope,
    boolean async,
    TracedPlace at,
    boolean failed,
    List<Integer> on,
    List<Integer> until,
    List<Held> holds,
    List<String> running,
    String test,
    int begun,
    OptionalInt over) {
  /** Keeps unmodifiable copies. */
  public TracedFixture {
    on = List.copyOf(on);
    until = List.copyOf(until);
    holds = List.copyOf(holds);
    running = List.copyOf(running);
  }
}
