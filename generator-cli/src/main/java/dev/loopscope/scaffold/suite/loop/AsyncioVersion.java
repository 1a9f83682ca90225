package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.suite.config.version.Version;

/**
 * What differs between versions of pytest-asyncio when it chooses a loop.
 *
 * @param version the version
 */
public record AsyncioVersion(Version version) {
  /** The newest version whose rules are known. */
  public static final Version NEWEST = Version.of("1.5.0");

  private static final Version LOOP_PER_SCOPE = Version.of("0.23.0a0");
  private static final Version LOOP_SCOPE = Version.of("0.24.0a0");
  private static final Version TEST_DEFAULT = Version.of("0.26.0a0");
  private static final Version NO_EVENT_LOOP = Version.of("1.0.0a0");
  private static final Version WRAPPER = Version.of("1.1.0a0");
  private static final Version FIXTURE_SCOPE = Version.of("1.5.0a0");

  private boolean since(Version first) {
    return version.compareTo(first) >= 0;
  }

  /** Whether there are loops of other scopes than that of the {@code event_loop} fixture. */
  boolean hasScopedLoops() {
    return since(LOOP_PER_SCOPE);
  }

  /** Whether {@code loop_scope} has a meaning. */
  boolean hasLoopScope() {
    return since(LOOP_SCOPE);
  }

  /** Whether {@code asyncio_default_test_loop_scope} is read. */
  boolean hasTestDefault() {
    return since(TEST_DEFAULT);
  }

  /** Whether {@code asyncio_default_fixture_loop_scope} is read. */
  boolean hasFixtureDefault() {
    return since(LOOP_SCOPE);
  }

  /** Whether that option may be {@code fixture-scope}: the scope of each fixture. */
  boolean hasFixtureScopeDefault() {
    return since(FIXTURE_SCOPE);
  }

  /** Whether function-scoped loops come from the {@code event_loop} fixture. */
  public boolean hasEventLoopFixture() {
    return !since(NO_EVENT_LOOP);
  }

  /** Whether a test is only taken if it has its mark when it is collected. */
  boolean takesTestsWhenCollected() {
    return since(LOOP_PER_SCOPE);
  }

  /** Whether a fixture is taken when it is set up; before, when it was collected. */
  boolean wrapsFixturesWhenSetUp() {
    return since(WRAPPER);
  }
}
