package dev.loopscope.scaffold.suite.config.version;

import dev.loopscope.scaffold.suite.module.Location;

/**
 * One place that says which versions of a distribution there may be.
 *
 * @param range what it allows
 * @param kind what says so
 */
public record StatedRange(Location location, VersionRange range, Kind kind) {
  /** What says which versions there may be. */
  public enum Kind {
    /** A requirement. */
    REQUIREMENT,
    /** What is installed in an environment. The location is that of its directory. */
    ENVIRONMENT,
    /** An entry of a lock file. */
    LOCK
  }

  /** Whether it lets this version in. */
  public boolean allows(Version version) {
    return range.contains(version);
  }
}
