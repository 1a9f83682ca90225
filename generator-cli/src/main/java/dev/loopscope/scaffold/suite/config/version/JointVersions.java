package dev.loopscope.scaffold.suite.config.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Solves what a project allows together with what releases require of each other and of Python: a
 * version that goes into no install with the others is taken away. What contradicts itself stays as
 * it was stated.
 */
final class JointVersions {
  private static final VersionRange ALL = VersionRange.all();

  private final SortedMap<String, VersionRange> left = new TreeMap<>();
  private final VersionRange pythons;

  private JointVersions(SortedMap<String, Allowed> stated) {
    this.pythons = Optional.ofNullable(stated.get("python")).map(Allowed::range).orElse(ALL);
    for (String name : KnownReleases.distributions()) {
      Optional.ofNullable(stated.get(name)).ifPresent(it -> left.put(name, it.range()));
    }
  }

  /**
   * The same, with what can be installed of each; and what is said nowhere, but required by what is
   * said.
   */
  static SortedMap<String, Allowed> of(SortedMap<String, Allowed> stated) {
    JointVersions joint = new JointVersions(stated);
    SortedMap<String, Allowed> all = new TreeMap<>(stated);
    if (joint.solve()) {
      joint.left.forEach(
          (name, range) ->
              all.put(name, all.getOrDefault(name, Allowed.any(name)).installable(range)));
      joint.expect(all);
    }
    return all;
  }

  /** Whether what is stated contradicts nothing. */
  static boolean solvable(SortedMap<String, Allowed> stated) {
    return new JointVersions(stated).solve();
  }

  /** Whether something is left of each. */
  private boolean solve() {
    boolean changed = true;
    while (changed) {
      SortedMap<String, VersionRange> before = new TreeMap<>(left);
      for (String name : before.keySet()) {
        if (!narrow(name)) {
          return false;
        }
      }
      changed = !left.equals(before);
    }
    return true;
  }

  /** Takes away the releases that go with nothing, and from the others what goes with none. */
  private boolean narrow(String name) {
    List<Release> releases = KnownReleases.releases(name);
    VersionRange range = left.getOrDefault(name, ALL);
    List<Release> possible = new ArrayList<>();
    for (Release release : releases) {
      if (range.contains(release.version())) {
        if (goes(release)) {
          possible.add(release);
        } else {
          range = range.minus(Specifiers.equal(release.version(), false));
        }
      }
    }
    if (!goes(releases.get(releases.size() - 1))) {
      // What comes after the newest release is no easier to install than that.
      range = range.minus(KnownReleases.above(releases));
    }
    if (!KnownReleases.mayHold(name, range)) {
      return false;
    }
    left.put(name, range);
    if (!possible.isEmpty() && !range.overlaps(KnownReleases.below(releases))) {
      require(possible);
    }
    return true;
  }

  private boolean goes(Release release) {
    return release.pythons().overlaps(pythons)
        && release.requires().entrySet().stream()
            .allMatch(
                it ->
                    KnownReleases.mayHold(
                        it.getKey(), left.getOrDefault(it.getKey(), ALL).intersect(it.getValue())));
  }

  /** What all of some releases require is required, of any version that one of them takes. */
  private void require(List<Release> releases) {
    SortedMap<String, VersionRange> required = new TreeMap<>();
    for (String name : releases.get(0).requires().keySet()) {
      required.put(
          name,
          releases.stream()
              .map(it -> it.requires().getOrDefault(name, ALL))
              .reduce(VersionRange.none(), VersionRange::union));
    }
    required.forEach(
        (name, range) -> left.put(name, left.getOrDefault(name, ALL).intersect(range)));
  }

  /** An installer takes the newest release of a plugin, and then what that one requires. */
  private void expect(Map<String, Allowed> all) {
    SortedMap<String, VersionRange> narrowed = new TreeMap<>();
    Set<String> open = new TreeSet<>(left.keySet());
    while (!open.isEmpty()) {
      String name =
          open.stream()
              .filter(it -> open.stream().noneMatch(other -> requires(other, it)))
              .findFirst()
              .orElseThrow();
      open.remove(name);
      Allowed here = all.getOrDefault(name, Allowed.any(name));
      VersionRange both = here.installable().intersect(narrowed.getOrDefault(name, ALL));
      Allowed expecting = KnownReleases.newest(name, both).map(here::expecting).orElse(here);
      all.put(name, expecting);
      expecting
          .expected()
          .flatMap(it -> KnownReleases.release(name, it))
          .ifPresent(
              it ->
                  it.requires()
                      .forEach((of, range) -> narrowed.merge(of, range, VersionRange::intersect)));
    }
  }

  private static boolean requires(String distribution, String other) {
    return KnownReleases.releases(distribution).stream()
        .anyMatch(it -> it.requires().containsKey(other));
  }
}
