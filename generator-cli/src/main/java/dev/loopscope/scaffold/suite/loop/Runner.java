package dev.loopscope.scaffold.suite.loop;

/** Who calls a test or a fixture. */
public enum Runner {
  /** pytest-asyncio, on a loop of its own making. */
  PYTEST_ASYNCIO,
  /** anyio's pytest plugin, on the backend that {@code anyio_backend} names. */
  ANYIO,
  /** Nobody: an async function that no plugin takes. Its coroutine is never awaited. */
  NONE,
  /** pytest itself: the function is not async. */
  SYNC,
  /** {@code unittest}: a method of a {@code TestCase}. */
  UNITTEST
}
