package dev.loopscope.scaffold.suite.config.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The releases of the plugins that rules speak about and of what they stand on, oldest first, as of
 * the release of this product. A range between two of them holds no version that could be
 * installed; above the last of them anything may be released. {@code releases.tsv} holds them, and
 * says what writes it.
 */
public final class KnownReleases {
  private static final String TABLE = "releases.tsv";
  private static final SortedMap<String, List<Release>> BY_DISTRIBUTION = read();

  private KnownReleases() {}

  private static SortedMap<String, List<Release>> read() {
    SortedMap<String, List<Release>> releases = new TreeMap<>();
    try (InputStream in = KnownReleases.class.getResourceAsStream(TABLE)) {
      String text =
          new String(
              Optional.ofNullable(in).orElseThrow(() -> new IOException(TABLE)).readAllBytes(),
              StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, releases));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    releases.replaceAll((name, those) -> List.copyOf(those));
    return releases;
  }

  /** Distribution, Pythons, requirements and releases, a tab between each and the next. */
  private static void add(String line, Map<String, List<Release>> releases) {
    String[] cells = line.split("\t", -1);
    VersionRange pythons = VersionRange.of(cells[1]);
    SortedMap<String, VersionRange> requires = new TreeMap<>();
    for (String text : cells[2].isEmpty() ? new String[0] : cells[2].split(" ", -1)) {
      Requirement requirement = Requirement.parse(text).orElseThrow();
      requires.put(requirement.distribution(), requirement.range().orElseThrow());
    }
    List<Release> those = releases.computeIfAbsent(cells[0], name -> new ArrayList<>());
    for (String version : cells[3].split(" ", -1)) {
      those.add(new Release(Version.of(version), pythons, requires));
    }
  }

  /** The distributions of which releases are known, in order. */
  public static Set<String> distributions() {
    return BY_DISTRIBUTION.keySet();
  }

  /** The known versions of a distribution, oldest first; none if it is not in the table. */
  public static List<Version> versions(String distribution) {
    return releases(distribution).stream().map(Release::version).toList();
  }

  static List<Release> releases(String distribution) {
    return BY_DISTRIBUTION.getOrDefault(distribution, List.of());
  }

  /** The highest known release in a range. */
  public static Optional<Version> newest(String distribution, VersionRange range) {
    return releases(distribution).stream()
        .map(Release::version)
        .filter(range::contains)
        .reduce((lower, higher) -> higher);
  }

  /** Whether a release of the distribution is known to be in a range, or may be. */
  static boolean mayHold(String distribution, VersionRange range) {
    List<Release> releases = releases(distribution);
    if (releases.isEmpty()) {
      return !range.isEmpty();
    }
    return range.overlaps(below(releases))
        || range.overlaps(above(releases))
        || releases.stream().map(Release::version).anyMatch(range::contains);
  }

  /** A release of the table. */
  static Optional<Release> release(String distribution, Version version) {
    return releases(distribution).stream().filter(it -> it.version().equals(version)).findFirst();
  }

  /** What is older than the table. */
  static VersionRange below(List<Release> releases) {
    return VersionRange.between(Cut.LOWEST, Cut.below(releases.get(0).version()));
  }

  /** What may be released after the last release of the table. */
  static VersionRange above(List<Release> releases) {
    return VersionRange.between(
        Cut.above(releases.get(releases.size() - 1).version()), Cut.HIGHEST);
  }
}
