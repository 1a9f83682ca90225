package dev.loopscope.scaffold.trace;

/**
 * A line of a file.
 *
 * @param path relative to the directory that pytest calls its root; empty if it is not known
 * @param line from 1; 0 if it is not known
 */
public record TracedPlace(String path, int line) {
  /** Whether there is one. */
  public boolean isKnown() {
    return !path.isEmpty();
  }

  /** As it is printed: {@code tests/conftest.py:12}. */
  public String text() {
    return line > 0 ? path + ":" + line : path;
  }
}
