package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.config.version.Version;

/**
 * What differs between versions of pytest-asyncio when it chooses a loop.
 *
 * @param version the version
 */
public record AsyncioVersion(Version version) {
  /** The newest version whose rules are known. */
  public static final Version NEWEST = Version.of(Feature.FIXTURE_SCOPE_DEFAULT.since());

  /** Whether every async fixture is taken as it is set up, whatever the configuration says. */
  boolean hasNoModes() {
    return !Feature.MODES.isIn(version);
  }

  /** Whether there are loops of other scopes than that of the {@code event_loop} fixture. */
  boolean hasScopedLoops() {
    return Feature.SCOPED_LOOPS.isIn(version);
  }

  /** Whether {@code loop_scope} has a meaning. */
  boolean hasLoopScope() {
    return Feature.LOOP_SCOPE.isIn(version);
  }

  /** Whether {@code asyncio_default_test_loop_scope} is read. */
  boolean hasTestDefault() {
    return Feature.TEST_DEFAULT.isIn(version);
  }

  /** Whether {@code asyncio_default_fixture_loop_scope} is read. */
  boolean hasFixtureDefault() {
    return Feature.LOOP_SCOPE.isIn(version);
  }

  /** Whether that option may be {@code fixture-scope}: the scope of each fixture. */
  boolean hasFixtureScopeDefault() {
    return Feature.FIXTURE_SCOPE_DEFAULT.isIn(version);
  }

  /** Whether function-scoped loops come from the {@code event_loop} fixture. */
  public boolean hasEventLoopFixture() {
    return !Feature.NO_EVENT_LOOP_FIXTURE.isIn(version);
  }

  /** Whether a test is only taken if it has its mark when it is collected. */
  boolean takesTestsWhenCollected() {
    return Feature.SCOPED_LOOPS.isIn(version);
  }

  /** Whether a fixture is taken when it is set up; before, when it was collected. */
  boolean wrapsFixturesWhenSetUp() {
    return Feature.FIXTURES_TAKEN_LATE.isIn(version);
  }
}
