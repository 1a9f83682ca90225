package dev.loopscope.scaffold.suite.config;

/** What anyio's plugin takes for its own: its option {@code anyio_mode}, known since 4.11. */
public enum AnyioMode {
  /** Only what is marked, or uses {@code anyio_backend}; the default. */
  STRICT,
  /** Every async test and fixture. */
  AUTO
}
