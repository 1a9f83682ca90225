package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.suite.fixture.Fixture;
import java.util.List;
import java.util.Optional;

/**
 * A fixture that is set up, until it is torn down.
 *
 * @param key what finds it again
 * @param fixture the project's; empty for anyio's own backend
 * @param index of the value of its parameter; empty if it has none
 * @param node with which it is torn down
 * @param requested the fixtures with which it is torn down, too
 * @param bar the index of its bar; empty if none is drawn
 * @param lane the index of the lane that it was set up on; empty if that was no loop
 * @param holds what else ends with it
 */
record FixtureLife(
    Key key,
    Optional<Fixture> fixture,
    Optional<Integer> index,
    ScopeNode node,
    List<Key> requested,
    Optional<Integer> bar,
    Optional<Integer> lane,
    Holds holds) {
  FixtureLife {
    requested = List.copyOf(requested);
  }

  /** What a fixture keeps alive. */
  enum Holds {
    /** Nothing: its loop is that of others, too. */
    NOTHING,
    /** anyio's runner, together with others that hold it. */
    RUNNER,
    /** A loop that it runs by hand. */
    LOOP
  }

  /**
   * What is one fixture for pytest: a definition, at the place where it is registered.
   *
   * @param fixture the project's; empty for anyio's own backend
   * @param place the module or class that has it as its own; empty if all share one
   */
  record Key(Optional<Fixture> fixture, String place) {}
}
