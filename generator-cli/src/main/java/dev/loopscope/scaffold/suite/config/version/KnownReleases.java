package dev.loopscope.scaffold.suite.config.version;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The releases on PyPI of the plugins that rules speak about, oldest first, as of the release of
 * this product. A range between two of them holds no version that could be installed; above the
 * last of them anything may be released.
 */
final class KnownReleases {
  private static final Map<String, List<Version>> BY_DISTRIBUTION =
      Map.of(
          "pytest-asyncio",
          versions(
              "0.10.0 0.11.0 0.12.0 0.14.0 0.15.0 0.15.1 0.16.0 0.17.0 0.17.1 0.17.2 0.18.0 0.18.1"
                  + " 0.18.2 0.18.3 0.19.0 0.20.0 0.20.1 0.20.2 0.20.3 0.21.0 0.21.1 0.21.2 0.23.0"
                  + " 0.23.1 0.23.2 0.23.3 0.23.4 0.23.5 0.23.5.post1 0.23.6 0.23.7 0.23.8 0.24.0"
                  + " 0.25.0 0.25.1 0.25.2 0.25.3 0.26.0 1.0.0 1.1.0 1.1.1 1.2.0 1.3.0 1.4.0 1.4.1"
                  + " 1.4.1.post1 1.5.0"),
          "anyio",
          versions(
              "3.0.0 3.0.1 3.1.0 3.2.0 3.2.1 3.3.0 3.3.1 3.3.2 3.3.3 3.3.4 3.4.0 3.5.0 3.6.0 3.6.1"
                  + " 3.6.2 3.7.0 3.7.1 4.0.0 4.1.0 4.2.0 4.3.0 4.4.0 4.5.0 4.5.1 4.5.2 4.6.0 4.6.1"
                  + " 4.6.2.post1 4.7.0 4.8.0 4.9.0 4.10.0 4.11.0 4.12.0 4.12.1 4.13.0 4.14.0"
                  + " 4.14.1 4.14.2 4.15.0 4.15.1 4.16.0"),
          "pytest",
          versions(
              "6.0.0 6.0.1 6.0.2 6.1.0 6.1.1 6.1.2 6.2.0 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 7.0.0 7.0.1"
                  + " 7.1.0 7.1.1 7.1.2 7.1.3 7.2.0 7.2.1 7.2.2 7.3.0 7.3.1 7.3.2 7.4.0 7.4.1 7.4.2"
                  + " 7.4.3 7.4.4 8.0.0 8.0.1 8.0.2 8.1.1 8.1.2 8.2.0 8.2.1 8.2.2 8.3.0 8.3.1 8.3.2"
                  + " 8.3.3 8.3.4 8.3.5 8.4.0 8.4.1 8.4.2 9.0.0 9.0.1 9.0.2 9.0.3 9.1.0 9.1.1"
                  + " 9.2.0"));

  private KnownReleases() {}

  private static List<Version> versions(String spaced) {
    return Arrays.stream(spaced.split(" ", -1)).map(Version::of).toList();
  }

  /** The highest known release in a range. */
  static Optional<Version> newest(String distribution, VersionRange range) {
    List<Version> releases = BY_DISTRIBUTION.getOrDefault(distribution, List.of());
    return releases.stream().filter(range::contains).reduce((lower, higher) -> higher);
  }

  /** Whether a release of the distribution is known to be in a range, or may be. */
  static boolean mayHold(String distribution, VersionRange range) {
    List<Version> releases = BY_DISTRIBUTION.getOrDefault(distribution, List.of());
    if (releases.isEmpty()) {
      return !range.isEmpty();
    }
    VersionRange unlisted =
        VersionRange.between(Cut.LOWEST, Cut.below(releases.get(0)))
            .union(VersionRange.between(Cut.above(releases.get(releases.size() - 1)), Cut.HIGHEST));
    return range.overlaps(unlisted) || releases.stream().anyMatch(range::contains);
  }
}
