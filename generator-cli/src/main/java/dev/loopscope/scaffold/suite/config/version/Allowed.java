package dev.loopscope.scaffold.suite.config.version;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one distribution that a project may be run with.
 *
 * @param distribution its normal name (PEP 503), such as {@code pytest-asyncio}; {@code python} for
 *     the interpreter
 * @param stated whether the project names it at all; if not, every version is allowed
 * @param range what its requirements allow: the union over the groups, extras and files that name
 *     it
 * @param locked the highest version that lock files hold, else the one that requirements files pin
 *     or that the range allows
 * @param statedAt the requirements and lock entries that this was read from, in the order read
 */
public record Allowed(
    String distribution,
    boolean stated,
    VersionRange range,
    Optional<Version> locked,
    List<Location> statedAt) {
  /** Keeps an unmodifiable copy. */
  public Allowed {
    statedAt = List.copyOf(statedAt);
  }

  /** What a project allows that does not name the distribution: every version. */
  public static Allowed any(String distribution) {
    return new Allowed(distribution, false, VersionRange.all(), Optional.empty(), List.of());
  }

  /**
   * How many of the allowed versions have a hazard; {@link #expects} says whether the locked one
   * has. Known releases are told apart: {@code >0.23.8} and {@code >=0.24} allow the same.
   */
  public Overlap overlap(VersionRange hazard) {
    if (!KnownReleases.mayHold(distribution, range.intersect(hazard))) {
      return Overlap.NONE;
    }
    return KnownReleases.mayHold(distribution, range.minus(hazard)) ? Overlap.SOME : Overlap.ALL;
  }

  /**
   * The version that a fresh install gets: the locked one, else the newest known release that is
   * allowed, else where the range starts. Absent if nothing of that is known.
   */
  public Optional<Version> expected() {
    if (locked.isPresent()) {
      return locked;
    }
    Optional<Version> newest = KnownReleases.newest(distribution, range);
    return newest.isPresent() ? newest : range.floor();
  }

  /** Whether the version that a fresh install gets has a hazard. */
  public boolean expects(VersionRange hazard) {
    return expected().map(hazard::contains).orElse(hazard.isAll());
  }
}
