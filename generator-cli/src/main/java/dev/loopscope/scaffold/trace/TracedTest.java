package dev.loopscope.scaffold.trace;

import java.util.List;

/**
 * A test that was run.
 *
 * @param worker the process that ran it
 * @param id as pytest names it
 * @param at where it is defined
 * @param async whether it is an async function
 * @param declared the backend in the brackets of its id; empty if there is none
 * @param on the loops that ran in its call
 * @param outcome {@code passed}, {@code failed}, {@code skipped}, or {@code error} if it is its
 *     set-up or teardown that failed
 * @param fixtures what it asked for, and what that asked for
 * @param said the error that it failed of, its class first; empty if it failed of none
 * @param when it was over, counted in events of its process
 */
public record TracedTest(
    String worker,
    String id,
    TracedPlace at,
    boolean async,
    String declared,
    List<Integer> on,
    String outcome,
    List<Integer> fixtures,
    String said,
    int when) {
  /** Keeps unmodifiable copies. */
  public TracedTest {
    on = List.copyOf(on);
    fixtures = List.copyOf(fixtures);
  }
}
