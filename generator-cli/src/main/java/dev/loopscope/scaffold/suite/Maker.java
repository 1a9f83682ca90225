package dev.loopscope.scaffold.suite;

/** The decorator that made a function a fixture. */
public enum Maker {
  /** {@code pytest.fixture}, or its old spelling {@code pytest.yield_fixture}. */
  PYTEST,
  /**
   * {@code pytest_asyncio.fixture}. pytest-asyncio takes such a fixture onto a loop even if the
   * function is not async.
   */
  PYTEST_ASYNCIO,
  /** The fixture decorator of another plugin, such as {@code pytest_trio.trio_fixture}. */
  OTHER
}
