package dev.loopscope.scaffold.suite.config.version;

/** How many of the allowed versions are in a range. */
public enum Overlap {
  /** None of them. */
  NONE,
  /** Some of them, but not all. */
  SOME,
  /** All of them. */
  ALL
}
