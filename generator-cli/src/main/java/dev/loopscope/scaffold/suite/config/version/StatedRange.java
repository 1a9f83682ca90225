package dev.loopscope.scaffold.suite.config.version;

import dev.loopscope.scaffold.suite.module.Location;

/**
 * One place that says which versions of a distribution there may be.
 *
 * @param range what it allows
 * @param lock whether it is an entry of a lock file
 */
public record StatedRange(Location location, VersionRange range, boolean lock) {
  /** Whether it lets this version in. */
  public boolean allows(Version version) {
    return range.contains(version);
  }
}
