package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementPlace;
import dev.loopscope.scaffold.project.requirement.WrittenRequirement;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.StatedRange;
import dev.loopscope.scaffold.suite.config.version.Version;
import dev.loopscope.scaffold.suite.config.version.VersionRange;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Pins and floors of a host that leave out what a suite needs. */
final class VersionObstacles {
  /** What the suite is written for. */
  private static final Version OLDEST_PYTHON = Version.of("3.10");

  private final Host host;
  private final Guest guest;

  VersionObstacles(Host host, Guest guest) {
    this.host = host;
    this.guest = guest;
  }

  List<Obstacle> find() {
    List<Obstacle> found = new ArrayList<>();
    python().ifPresent(found::add);
    for (WrittenRequirement requirement : guest.requirements()) {
      pin(requirement).ifPresent(found::add);
    }
    return found;
  }

  /** The oldest Python that a host promises, if it is older than the suite's. */
  static Optional<Version> olderPython(Host host) {
    return host.versions().python().range().floor().filter(it -> it.compareTo(OLDEST_PYTHON) < 0);
  }

  private Optional<Obstacle> python() {
    Allowed python = host.versions().python();
    Optional<Version> floor = olderPython(host);
    if (guest.pythonAsked() || floor.isEmpty()) {
      return Optional.empty();
    }
    List<Location> places =
        python.statements().stream()
            .filter(it -> it.range().floor().equals(floor))
            .map(StatedRange::location)
            .toList();
    return Optional.of(
        new Obstacle(
            "the project promises Python " + floor.orElseThrow(),
            places,
            "Python " + floor.orElseThrow(),
            "Python " + OLDEST_PYTHON,
            "the suite and the plugins that run it cannot be imported there",
            Set.of(Way.PYTHON)));
  }

  private Optional<Obstacle> pin(WrittenRequirement requirement) {
    String distribution = requirement.requirement().distribution();
    Allowed allowed = host.versions().allowed(distribution);
    VersionRange needed = requirement.range();
    boolean fits = allowed.expected().filter(needed::contains).isPresent();
    List<StatedRange> against =
        allowed.statements().stream()
            .filter(it -> it.kind() != StatedRange.Kind.ENVIRONMENT)
            .filter(it -> !it.range().overlaps(needed))
            .filter(it -> !fits || isInstalledFrom(it.location()))
            .toList();
    // One line for each group of Pythons: what holds for the newer ones counts.
    boolean otherwise =
        fits
            && allowed.statements().stream()
                .anyMatch(it -> it.range().overlaps(needed) && isInstalledFrom(it.location()));
    if (!allowed.stated() || against.isEmpty() || otherwise) {
      return Optional.empty();
    }
    boolean locked = against.stream().allMatch(it -> it.kind() == StatedRange.Kind.LOCK);
    String range = against.get(0).range().toString();
    return Optional.of(
        new Obstacle(
            "the repository holds " + distribution + " at " + range,
            against.stream().map(StatedRange::location).toList(),
            distribution + " " + range,
            requirement.text(),
            locked
                ? "the suite needs what that release does not have, and the lock file holds it"
                : "the suite needs what that release does not have",
            Set.of(Way.ACCEPT_PIN)));
  }

  /** Whether a statement is one of those that the suite is going to be installed with. */
  private boolean isInstalledFrom(Location place) {
    Stream<RequirementList> lists =
        guest
            .place()
            .map(it -> RequirementPlace.installedWith(it, host.lists()).stream())
            .orElse(Stream.empty());
    return lists
        .flatMap(it -> it.stated().stream())
        .anyMatch(
            it ->
                it.location().path().equals(place.path()) && it.location().line() == place.line());
  }
}
