package dev.loopscope.scaffold.suite.config.version;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a project allows, solved together with what releases require of each other and of Python: a
 * version that goes into no install with the others is taken away. It is not changed once it is
 * made.
 */
final class JointVersions {
  /** Whose versions restrict those of others, or are restricted. */
  static final Set<String> CONCERNED = concerned();

  private static final VersionRange ALL = VersionRange.all();

  private final SortedMap<String, VersionRange> left = new TreeMap<>();
  private final SortedMap<String, Version> newest = new TreeMap<>();
  private final VersionRange pythons;

  private JointVersions(SortedMap<String, Allowed> stated) {
    this.pythons = Optional.ofNullable(stated.get("python")).map(Allowed::range).orElse(ALL);
    for (String name : KnownReleases.distributions()) {
      Optional.ofNullable(stated.get(name)).ifPresent(it -> left.put(name, it.range()));
    }
  }

  private static Set<String> concerned() {
    Set<String> names = new TreeSet<>(KnownReleases.distributions());
    names.add("python");
    return Collections.unmodifiableSet(names);
  }

  /** The solution; absent if what is stated contradicts itself. */
  static Optional<JointVersions> of(SortedMap<String, Allowed> stated) {
    JointVersions joint = new JointVersions(stated);
    if (!joint.solve()) {
      return Optional.empty();
    }
    joint.expect(stated);
    return Optional.of(joint);
  }

  /** Adds what it found to what was stated. */
  void apply(SortedMap<String, Allowed> stated) {
    left.forEach(
        (name, range) ->
            stated.put(
                name,
                stated
                    .getOrDefault(name, Allowed.any(name))
                    .solved(range, Optional.ofNullable(newest.get(name)))));
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
  private void expect(SortedMap<String, Allowed> stated) {
    SortedMap<String, VersionRange> narrowed = new TreeMap<>();
    Set<String> open = new TreeSet<>(left.keySet());
    while (!open.isEmpty()) {
      String name =
          open.stream()
              .filter(it -> open.stream().noneMatch(other -> requires(other, it)))
              .findFirst()
              .orElseThrow();
      open.remove(name);
      VersionRange range = left.getOrDefault(name, ALL).intersect(narrowed.getOrDefault(name, ALL));
      KnownReleases.newest(name, range).ifPresent(it -> newest.put(name, it));
      Optional.ofNullable(stated.get(name))
          .flatMap(Allowed::locked)
          .or(() -> Optional.ofNullable(newest.get(name)))
          .flatMap(it -> KnownReleases.release(name, it))
          .ifPresent(
              it ->
                  it.requires()
                      .forEach(
                          (of, required) -> narrowed.merge(of, required, VersionRange::intersect)));
    }
  }

  private static boolean requires(String distribution, String other) {
    return KnownReleases.releases(distribution).stream()
        .anyMatch(it -> it.requires().containsKey(other));
  }
}
