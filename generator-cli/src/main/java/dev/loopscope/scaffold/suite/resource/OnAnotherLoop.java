package dev.loopscope.scaffold.suite.resource;

/** What becomes of a resource that is used on another event loop than the one it was opened on. */
public enum OnAnotherLoop {
  /** Every use fails, such as that of an {@code aiohttp.ClientSession}. */
  BREAKS,
  /** The first use fails and later ones recover, which looks flaky: {@code redis.asyncio}. */
  BREAKS_ONCE,
  /** It works until it must wait on a second loop: {@code asyncio.Queue}. */
  BREAKS_LATER,
  /** It has no tie to a loop, or makes a new one in time: {@code httpx.ASGITransport}. */
  TOLERATES,
  /** There is no resource: the fixture gives a constant, or nothing. */
  NOTHING,
  /** What the fixture holds could not be read. */
  UNKNOWN
}
