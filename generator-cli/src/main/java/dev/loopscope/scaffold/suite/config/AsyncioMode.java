package dev.loopscope.scaffold.suite.config;

/** What pytest-asyncio takes for its own: its option {@code asyncio_mode}. */
public enum AsyncioMode {
  /** Only what is marked; the default of the versions that have no legacy default. */
  STRICT,
  /** Every async test and fixture. */
  AUTO,
  /** Tests that are marked and every async fixture; all that there was before there were modes. */
  LEGACY
}
