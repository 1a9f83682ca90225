package dev.loopscope.scaffold.execution;

import java.nio.file.Path;

/**
 * A CPython that is installed on this machine.
 *
 * @param executable what {@code sys.executable} is there
 * @param minor the 11 of Python 3.11
 */
record Interpreter(Path executable, int minor) {
  /** The oldest Python that any suite claims to run on. */
  static final int OLDEST_MINOR = 10;

  /** As a suite writes it: {@code 3.11}. */
  String version() {
    return "3." + minor;
  }

  @Override
  public String toString() {
    return "Python " + version();
  }
}
