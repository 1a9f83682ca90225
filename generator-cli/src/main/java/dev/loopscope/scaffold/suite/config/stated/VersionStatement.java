package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.suite.config.version.StatedRange;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.module.Location;

/**
 * One place that says which versions of a distribution a project is used with.
 *
 * @param distribution its normal name
 * @param range what it allows
 * @param kind how it counts
 * @param group what is installed together; empty for what is always installed
 * @param marker the environment it holds in; empty for all
 * @param location where it is written
 */
record VersionStatement(
    String distribution,
    VersionRange range,
    Kind kind,
    String group,
    String marker,
    Location location) {
  /** How a statement counts. */
  enum Kind {
    /** A requirement of the project. */
    REQUIRED,
    /** A line of a requirements file: an exact version in it is what people install. */
    LISTED,
    /** An entry of a lock file. */
    LOCKED,
    /** What an environment holds that happens to be there. */
    INSTALLED,
    /** What the environment holds that was asked for. */
    CHOSEN
  }

  /** Whether it says what an installer is to choose from. */
  boolean requirement() {
    return kind == Kind.REQUIRED || kind == Kind.LISTED;
  }

  /** Whether it is an exact version in a requirements file. */
  boolean pin() {
    return kind == Kind.LISTED && range.only().isPresent();
  }

  /** What it says, without how it was found. */
  StatedRange statedRange() {
    return new StatedRange(
        location,
        range,
        switch (kind) {
          case REQUIRED, LISTED -> StatedRange.Kind.REQUIREMENT;
          case LOCKED -> StatedRange.Kind.LOCK;
          case INSTALLED, CHOSEN -> StatedRange.Kind.ENVIRONMENT;
        });
  }

  /** Whether it holds in some environments only. */
  boolean conditional() {
    return !marker.isEmpty();
  }
}
