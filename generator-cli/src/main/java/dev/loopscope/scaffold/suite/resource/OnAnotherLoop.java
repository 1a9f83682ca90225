package dev.loopscope.scaffold.suite.resource;

/** What becomes of a resource that is used on another event loop than the one it was opened on. */
public enum OnAnotherLoop {
  /** Every use fails, such as that of an {@code aiohttp.ClientSession}. */
  BREAKS,
  /**
   * The first use on each loop fails and later ones recover: of tests with loops of their own every
   * second one fails, such as with {@code redis.asyncio.Redis}.
   */
  BREAKS_EVERY_SECOND,
  /** It works until it must wait on a second loop: {@code asyncio.Queue}. */
  BREAKS_LATER,
  /** There is no answer: {@code asyncio.start_server}. */
  HANGS,
  /** There is no error, and the effect never happens: {@code asyncio.TaskGroup}. */
  SILENTLY_WRONG,
  /** It works, but to be closed it needs its own loop: {@code psycopg_pool}. */
  TOLERATES,
  /** It has no tie to a loop, or makes a new one in time: {@code aiosqlite.connect}. */
  SAFE,
  /** There is no resource: the fixture gives a constant, or nothing. */
  NOTHING,
  /** What the fixture holds could not be read. */
  UNKNOWN;

  /** Whether a test that uses it fails or is wrong, whatever else it does. */
  public boolean isCertain() {
    return this == BREAKS || this == BREAKS_EVERY_SECOND || this == HANGS || this == SILENTLY_WRONG;
  }

  /** Whether it belongs to a loop in a way that a test can notice. */
  public boolean isBound() {
    return isCertain() || this == BREAKS_LATER;
  }
}
