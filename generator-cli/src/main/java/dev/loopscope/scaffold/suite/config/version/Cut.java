package dev.loopscope.scaffold.suite.config.version;

import java.util.Optional;

/**
 * A place between versions: just below or just above one, or below or above all of them.
 *
 * @param version absent for the two ends
 * @param side -1 for below, 1 for above
 */
record Cut(Optional<Version> version, int side) implements Comparable<Cut> {
  static final Cut LOWEST = new Cut(Optional.empty(), -1);
  static final Cut HIGHEST = new Cut(Optional.empty(), 1);

  static Cut below(Version version) {
    return new Cut(Optional.of(version), -1);
  }

  static Cut above(Version version) {
    return new Cut(Optional.of(version), 1);
  }

  /** Below a version and its pre-releases. */
  static Cut belowAll(Version version) {
    return version.preRelease() ? below(version) : below(Version.of(version + ".dev0"));
  }

  @Override
  public int compareTo(Cut other) {
    if (version.isEmpty() || other.version.isEmpty()) {
      return Integer.compare(end(), other.end());
    }
    int order = version.orElseThrow().compareTo(other.version.orElseThrow());
    return order != 0 ? order : Integer.compare(side, other.side);
  }

  private int end() {
    return version.isPresent() ? 0 : side;
  }
}
