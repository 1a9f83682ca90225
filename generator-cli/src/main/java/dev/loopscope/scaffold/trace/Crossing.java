package dev.loopscope.scaffold.trace;

import java.util.List;
import java.util.Optional;

/**
 * A test met what lives elsewhere than where it ran.
 *
 * @param what {@code loop}, {@code backend} (asyncio's on trio) or {@code task} (a cancel scope)
 * @param worker the process
 * @param test pytest's name of the test
 * @param on the loops that it ran on there
 * @param loop the other one; empty if it could not be told, or if there is none
 * @param evidence {@code raised}, {@code used} or {@code stands-still}, the strongest first
 * @param when {@code setup}, {@code call} or {@code teardown}
 * @param fixture what it comes from; empty if that is not known
 * @param module the module whose global it is, with the name; empty if it is none
 * @param name of the global; empty if it is none
 * @param type the class of the object, or the name of the task
 * @param reached how the object is reached
 * @param message of the error that was raised; empty if none was
 * @param at the innermost line of the project
 */
public record Crossing(
    String what,
    String worker,
    String test,
    List<Integer> on,
    Optional<Numbered> loop,
    String evidence,
    String when,
    Optional<Numbered> fixture,
    String module,
    String name,
    String type,
    String reached,
    String message,
    TracedPlace at) {
  /** Keeps an unmodifiable copy. */
  public Crossing {
    on = List.copyOf(on);
  }
}
