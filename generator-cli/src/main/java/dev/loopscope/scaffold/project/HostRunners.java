package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;

/**
 * What a project's async tests run on, by what its tests, configuration and requirements say. What
 * happens to be installed is no evidence.
 *
 * @param asyncTests how many async tests there are
 * @param pytestAsyncio what says that tests are run by pytest-asyncio, the most telling first
 * @param anyio the same of anyio
 * @param trio what says that trio is used
 * @param testsSayAsyncio whether tests or configuration do, and not requirements alone
 * @param testsSayAnyio whether tests or configuration do, and not requirements alone
 * @param pytestTrio where pytest-trio is required
 */
public record HostRunners(
    int asyncTests,
    List<Location> pytestAsyncio,
    List<Location> anyio,
    List<Location> trio,
    boolean testsSayAsyncio,
    boolean testsSayAnyio,
    Optional<Location> pytestTrio) {
  /** Keeps unmodifiable copies. */
  public HostRunners {
    pytestAsyncio = List.copyOf(pytestAsyncio);
    anyio = List.copyOf(anyio);
    trio = List.copyOf(trio);
  }

  /** Whether nothing says what tests run on. */
  public boolean none() {
    return pytestAsyncio.isEmpty() && anyio.isEmpty() && trio.isEmpty();
  }
}
