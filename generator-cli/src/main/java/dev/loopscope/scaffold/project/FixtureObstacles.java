package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.project.Obstacle.Way;
import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.StatedRequirement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fixtures and plugins of a host that reach every test of a suite and that it cannot run under. */
final class FixtureObstacles {
  private static final String EVENT_LOOP = "event_loop";

  /** Plugins that run async fixtures and tests on a loop of their own: measured with anyio. */
  private static final Set<String> RUNNERS = Set.of("pytest-jupyter", "pytest-tornasync");

  private final Host host;
  private final Guest guest;

  FixtureObstacles(Host host, Guest guest) {
    this.host = host;
    this.guest = guest;
  }

  List<Obstacle> find(boolean isolated) {
    List<Obstacle> found = new ArrayList<>();
    if (!isolated) {
      eventLoop().ifPresent(found::add);
    }
    if (guest.anyio()) {
      runner(host.lists()).map(FixtureObstacles::runs).ifPresent(found::add);
    }
    return found;
  }

  /** The requirement of a plugin that runs async tests by itself. */
  static Optional<Location> runner(List<RequirementList> lists) {
    return lists.stream()
        .flatMap(it -> it.stated().stream())
        .filter(it -> RUNNERS.contains(it.distribution()))
        .map(StatedRequirement::location)
        .findFirst();
  }

  private static Obstacle runs(Location place) {
    return new Obstacle(
        "a plugin of theirs runs async fixtures and tests on a loop of its own",
        List.of(place),
        place.text().text().substring(place.start(), place.end()),
        "no other runner of async tests than anyio",
        "fixtures of the suite would run on another loop than its tests",
        Set.of(Way.OTHER_ARCHETYPE));
  }

  /** pytest-asyncio 1.0 has taken the fixture away. */
  private Optional<Obstacle> eventLoop() {
    List<Fixture> all =
        host.models().stream().map(SuiteModel::fixtures).flatMap(List::stream).toList();
    boolean defined = all.stream().anyMatch(it -> it.name().equals(EVENT_LOOP));
    boolean gone =
        !guest.anyio()
            || host.versions()
                .allowed("pytest-asyncio")
                .expects(Feature.NO_EVENT_LOOP_FIXTURE.range());
    return all.stream()
        .filter(it -> it.isAutouse() && it.requested().contains(EVENT_LOOP) && !defined && gone)
        .filter(it -> it.file().path().endsWith("conftest.py") && reaches(it.file().directory()))
        .findFirst()
        .map(FixtureObstacles::asks);
  }

  private boolean reaches(String directory) {
    return directory.isEmpty() || (guest.path() + "/").startsWith(directory + "/");
  }

  private static Obstacle asks(Fixture fixture) {
    return new Obstacle(
        "`" + fixture.name() + "` asks for `event_loop` in every test, the suite's as well",
        List.of(fixture.location()),
        EVENT_LOOP,
        "pytest-asyncio 1.0 or newer, which has no such fixture",
        "every test would end in an error, those of the repository as well",
        Set.of(Way.ISOLATED));
  }
}
