package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.Optional;

/**
 * A test that has to do with what a fixture of another loop leaves bound to that loop.
 *
 * @param test the test
 * @param loop the test's loop scope
 * @param fixture the fixture that leaves it
 * @param itsLoop the fixture's loop scope; empty if it is synchronous
 * @param parameter the test's parameter that it comes through; empty if it is held elsewhere
 * @param foreign what is to be expected
 * @param waits whether the test waits for it
 * @param first whether the test binds it if no other one did before
 * @param what what is used, as a noun with its holder: {@code `held`}; empty for the fixture's
 *     value
 */
public record ForeignUse(
    Test test,
    Scope loop,
    Fixture fixture,
    Optional<Scope> itsLoop,
    Optional<String> parameter,
    ForeignLoop foreign,
    boolean waits,
    boolean first,
    Optional<String> what) {
  /** The same, as the test waits for it. */
  ForeignUse waiting() {
    return new ForeignUse(test, loop, fixture, itsLoop, parameter, foreign, true, first, what);
  }

  /** The same, as it is known that the test has to wait. */
  ForeignUse failing() {
    return new ForeignUse(
        test, loop, fixture, itsLoop, parameter, ForeignLoop.FAILS, true, first, what);
  }

  /** Whether the test fails, or lies, for sure, unless it is the one that binds it. */
  public boolean certain() {
    return waits && foreign.isCertain();
  }
}
