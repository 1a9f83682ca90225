package dev.loopscope.scaffold.trace;

import java.util.List;
import java.util.OptionalInt;

/**
 * An event loop, or a run of trio.
 *
 * @param id which one
 * @param backend {@code asyncio} or {@code trio}
 * @param type the class of the loop
 * @param by who made it: a plugin's distribution, or the module of the code that did
 * @param at the line that made it, if that is no plugin's
 * @param fixture the fixture in whose set-up it was made; empty if it was in none
 * @param scope the scope of that fixture; empty if there is none
 * @param test the test that was being run
 * @param thread the thread's name if it is not the main one
 * @param made when, counted in events of its process
 * @param closed the same of its end; empty if it was open when pytest ended
 * @param pending the tasks that were pending when it was closed
 * @param cancelled the tasks that were cancelled before it was closed
 */
public record TracedLoop(
    Numbered id,
    String backend,
    String type,
    String by,
    TracedPlace at,
    String fixture,
    String scope,
    String test,
    String thread,
    int made,
    OptionalInt closed,
    List<String> pending,
    List<String> cancelled) {
  private static final String RUNNER = "_scoped_runner";

  /** Keeps unmodifiable copies. */
  public TracedLoop {
    pending = List.copyOf(pending);
    cancelled = List.copyOf(cancelled);
  }

  /** Whether it is one of pytest-asyncio's for all tests of a scope. */
  public boolean isOfScope() {
    return by.equals("pytest-asyncio") && !scope.isEmpty();
  }

  /** What it is called, without the article: {@code session loop of pytest-asyncio (uvloop)}. */
  public String kind() {
    return kindOfAnyType() + (type.startsWith("uvloop.") ? " (uvloop)" : "");
  }

  private String kindOfAnyType() {
    String what = backend.equals("trio") ? "run of trio" : "loop";
    if (isOfScope()) {
      return scope + " " + what + " of " + by;
    }
    boolean ofFixture = !fixture.isEmpty() && !fixture.endsWith(RUNNER) && at.isKnown();
    String made =
        at.isKnown() ? "made at " + at.text() : "of " + (by.isEmpty() ? "nobody known" : by);
    String place = ofFixture ? made + " by the fixture `" + fixture + "`" : made;
    return what + " " + place + (thread.isEmpty() ? "" : " in the thread " + thread);
  }
}
