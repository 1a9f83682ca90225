package dev.loopscope.scaffold.suite.mark;

/** Where a mark on a test comes from. */
public enum MarkLevel {
  /** A decorator of the test function. */
  FUNCTION,
  /** A decorator or {@code pytestmark} of the collecting class or one of its bases. */
  CLASS,
  /** {@code pytestmark} of the module. */
  MODULE,
  /** {@code add_marker} in a {@code pytest_collection_modifyitems} hook. */
  HOOK
}
