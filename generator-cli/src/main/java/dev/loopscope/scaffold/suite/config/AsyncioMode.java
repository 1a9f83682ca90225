package dev.loopscope.scaffold.suite.config;

/** What pytest-asyncio takes for its own: its option {@code asyncio_mode}. */
public enum AsyncioMode {
  /** Only what is marked; the default since 0.19. */
  STRICT,
  /** Every async test and fixture. */
  AUTO,
  /** As auto for fixtures, with warnings; gone since 0.19. */
  LEGACY
}
