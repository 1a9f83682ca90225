package dev.loopscope.scaffold.map;

import java.util.List;
import java.util.OptionalInt;

/**
 * A fixture from its set-up to its teardown. One that is set up for each test is a bar each time.
 *
 * @param name as tests ask for it
 * @param scope how long it is kept: {@code function}, {@code class}, ...
 * @param place where it is defined, {@code tests/conftest.py:7}; empty if that is not known
 * @param lane the index of the lane that it was set up on; empty if that was no loop
 * @param lives from its set-up to its teardown
 * @param holds what of its value lives on a loop, in words: {@code `http._connector` is an
 *     aiohttp.TCPConnector of loop 1}
 * @param notes other sentences about it
 */
public record FixtureBar(
    String name,
    String scope,
    String place,
    OptionalInt lane,
    TestSpan lives,
    List<String> holds,
    List<String> notes) {
  /** Keeps unmodifiable copies. */
  public FixtureBar {
    holds = List.copyOf(holds);
    notes = List.copyOf(notes);
  }
}
