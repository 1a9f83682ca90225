package dev.loopscope.scaffold.suite.config.version;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.Comparator;
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
 * @param installable what is left of that beside what the others require; see {@link JointVersions}
 * @param locked the highest version that lock files hold, else the one that requirements files pin
 *     or that the range allows
 * @param newest the newest release that goes with what an installer takes of the others
 * @param statements the requirements and lock entries that this was read from, in the order read
 * @param asked whether the command asked for the one version
 */
public record Allowed(
    String distribution,
    boolean stated,
    VersionRange range,
    VersionRange installable,
    Optional<Version> locked,
    Optional<Version> newest,
    List<StatedRange> statements,
    boolean asked) {
  /** Keeps an unmodifiable copy. */
  public Allowed {
    statements = List.copyOf(statements);
  }

  /** What is stated of one distribution, before it is solved together with the others. */
  public Allowed(
      String distribution,
      boolean stated,
      VersionRange range,
      Optional<Version> locked,
      List<StatedRange> statements) {
    this(distribution, stated, range, range, locked, Optional.empty(), statements, false);
  }

  /** The same, where only these go with the others, and an installer takes the newest of them. */
  Allowed solved(VersionRange those, Optional<Version> itsNewest) {
    return new Allowed(distribution, stated, range, those, locked, itsNewest, statements, asked);
  }

  /** The same, as if every version were allowed. */
  Allowed freed() {
    return new Allowed(distribution, stated, VersionRange.all(), Optional.empty(), statements);
  }

  /** The same, as if this version alone were allowed. */
  Allowed asked(Version version) {
    VersionRange only = Specifiers.equal(version, false);
    return new Allowed(
        distribution, stated, only, only, Optional.of(version), Optional.empty(), statements, true);
  }

  /** The same, as if the project named it. */
  Allowed named() {
    return new Allowed(distribution, true, range, locked, statements);
  }

  /** Where the requirements and lock entries stand that this was read from, in the order read. */
  public List<Location> statedAt() {
    return statements.stream()
        .filter(it -> it.kind() != StatedRange.Kind.ENVIRONMENT)
        .map(StatedRange::location)
        .distinct()
        .toList();
  }

  /** The version that the project is judged with, and why that one. */
  public Optional<Assumption> assumption() {
    return expected()
        .map(
            version -> {
              Optional<StatedRange> decides =
                  statements.stream()
                      .filter(it -> it.range().only().filter(version::equals).isPresent())
                      .max(Comparator.comparing(StatedRange::kind));
              Optional<StatedRange> any =
                  statements.stream().filter(it -> it.allows(version)).findFirst();
              return new Assumption(
                  distribution,
                  version,
                  decides.or(() -> any).map(StatedRange::location),
                  decides.isEmpty(),
                  asked);
            });
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
    if (!KnownReleases.mayHold(distribution, installable.intersect(hazard))) {
      return Overlap.NONE;
    }
    return KnownReleases.mayHold(distribution, installable.minus(hazard))
        ? Overlap.SOME
        : Overlap.ALL;
  }

  /**
   * The version that a fresh install gets: the locked one, else the newest known release that is
   * installable, else where those start. Absent if nothing of that is known.
   */
  public Optional<Version> expected() {
    if (locked.isPresent()) {
      return locked;
    }
    return newest.or(() -> KnownReleases.newest(distribution, installable)).or(installable::floor);
  }

  /** Whether the version that a fresh install gets has a hazard. */
  public boolean expects(VersionRange hazard) {
    return expected().map(hazard::contains).orElse(hazard.isAll());
  }
}
