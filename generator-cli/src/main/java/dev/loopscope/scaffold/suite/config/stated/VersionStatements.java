package dev.loopscope.scaffold.suite.config.stated;

import dev.loopscope.scaffold.suite.config.document.UnreadableConfig;
import dev.loopscope.scaffold.suite.config.version.Requirement;
import dev.loopscope.scaffold.suite.config.version.Specifiers;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what the files of a project say. */
final class VersionStatements {
  /** The distributions that extras bring, of those that rules speak about; from PyPI's metadata. */
  private static final Map<String, String> BROUGHT = Map.of("anyio[trio]", "trio");

  private final List<VersionStatement> all = new ArrayList<>();
  private final List<UnreadableConfig> unreadable = new ArrayList<>();

  List<VersionStatement> all() {
    return List.copyOf(all);
  }

  List<UnreadableConfig> unreadable() {
    return List.copyOf(unreadable);
  }

  void unreadable(UnreadableConfig part) {
    unreadable.add(part);
  }

  /** Whether something is said of pytest, a plugin of it, or anyio, which brings one. */
  boolean ofPytest() {
    return all.stream().map(VersionStatement::distribution).anyMatch(VersionStatements::isOfPytest);
  }

  private static boolean isOfPytest(String distribution) {
    return distribution.equals("anyio")
        || distribution.equals("pytest")
        || distribution.startsWith("pytest-");
  }

  /** A requirement as PEP 508 writes it; what does not start with a name is no requirement. */
  void require(String text, VersionStatement.Kind kind, String group, Location location) {
    Requirement.parse(text)
        .ifPresent(
            it -> {
              add(it.distribution(), it.range(), kind, group, it.marker(), location);
              brought(it.distribution(), it.extras(), kind, group, it.marker(), location);
            });
  }

  /** What extras install, in every version. */
  private void brought(
      String distribution,
      List<String> extras,
      VersionStatement.Kind kind,
      String group,
      String marker,
      Location location) {
    for (String extra : extras) {
      Optional.ofNullable(BROUGHT.get(distribution + "[" + extra + "]"))
          .ifPresent(it -> add(it, Optional.of(VersionRange.all()), kind, group, marker, location));
    }
  }

  /** A distribution whose versions were read; absent if they could not be. */
  void require(String name, Optional<VersionRange> range, String group, Location location) {
    require(name, List.of(), range, group, location);
  }

  /** The same, with the extras that are asked for. */
  void require(
      String name,
      List<String> extras,
      Optional<VersionRange> range,
      String group,
      Location location) {
    String distribution = Requirement.normal(name);
    add(distribution, range, VersionStatement.Kind.REQUIRED, group, "", location);
    brought(distribution, extras, VersionStatement.Kind.REQUIRED, group, "", location);
  }

  /** An entry of a lock file. */
  void lock(String name, Version version, Location location) {
    Optional<VersionRange> range = Optional.of(Specifiers.equal(version, false));
    add(Requirement.normal(name), range, VersionStatement.Kind.LOCKED, "", "", location);
  }

  /** What is installed. */
  void install(String name, Version version, boolean chosen, Location location) {
    VersionStatement.Kind kind =
        chosen ? VersionStatement.Kind.CHOSEN : VersionStatement.Kind.INSTALLED;
    Optional<VersionRange> range = Optional.of(Specifiers.equal(version, false));
    add(Requirement.normal(name), range, kind, "", "", location);
  }

  private void add(
      String distribution,
      Optional<VersionRange> range,
      VersionStatement.Kind kind,
      String group,
      String marker,
      Location location) {
    if (range.isEmpty() && isOfPytest(distribution)) {
      String why = "they are not written as version specifiers";
      unreadable.add(new UnreadableConfig(location, "the versions of `" + distribution + "`", why));
    }
    VersionRange versions = range.orElse(VersionRange.all());
    all.add(new VersionStatement(distribution, versions, kind, group, marker, location));
  }
}
