package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.project.requirement.RequirementList;
import dev.loopscope.scaffold.project.requirement.RequirementList.Kind;
import dev.loopscope.scaffold.project.requirement.StatedRequirement;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for what a project's async tests run on. */
final class RunnerEvidence {
  private final List<SuiteModel> models;
  private final PytestConfig config;
  private final List<RequirementList> lists;
  private final String tests;

  /**
   * Of a project.
   *
   * @param tests its test directory: what stands elsewhere, such as the tests of a template or an
   *     example, tells only where nothing in there does
   */
  RunnerEvidence(
      List<SuiteModel> models, PytestConfig config, List<RequirementList> lists, String tests) {
    this.models = models;
    this.config = config;
    this.lists = lists;
    this.tests = tests;
  }

  HostRunners find() {
    List<Test> async = asyncTests();
    List<Location> asyncio = new ArrayList<>(marks(async, "asyncio"));
    Optional<Setting> auto =
        config.asyncioModeSetting().filter(it -> it.value().equals("auto") && !async.isEmpty());
    auto.ifPresent(it -> asyncio.add(it.location()));
    List<Location> anyio = new ArrayList<>(marks(async, "anyio"));
    if (!async.isEmpty()) {
      anyio.addAll(backendFixtures());
    }
    config
        .setting("anyio_mode")
        .filter(it -> it.value().equals("auto"))
        .ifPresent(it -> anyio.add(it.location()));
    boolean testsSayAsyncio = !asyncio.isEmpty();
    boolean testsSayAnyio = !anyio.isEmpty();
    asyncio.addAll(required("pytest-asyncio", true));
    // What another plugin runs says nothing of anyio, which is then required for other reasons.
    if (testsSayAnyio || FixtureObstacles.runner(lists).isEmpty()) {
      anyio.addAll(required("anyio", true));
    }
    List<Location> trio = new ArrayList<>(marks(async, "trio"));
    trio.addAll(trioBackends());
    trio.addAll(required("trio", true));
    trio.addAll(extra("anyio", "trio"));
    List<Location> pytestTrio = required("pytest-trio", false);
    trio.addAll(pytestTrio);
    return new HostRunners(
        async.size(),
        asyncio,
        anyio,
        trio,
        testsSayAsyncio,
        testsSayAnyio,
        pytestTrio.stream().findFirst());
  }

  private List<Test> asyncTests() {
    List<Test> all =
        models.stream()
            .flatMap(it -> it.collected().stream())
            .filter(it -> it.isAsync() && !it.collectedIn().path().contains("{{"))
            .toList();
    List<Test> there = all.stream().filter(it -> isInside(it.collectedIn().path())).toList();
    return there.isEmpty() ? all : there;
  }

  private boolean isInside(String path) {
    return tests.isEmpty() || path.startsWith(tests + "/");
  }

  private static List<Location> marks(List<Test> async, String name) {
    return async.stream()
        .flatMap(it -> it.closestMark(name).stream())
        .map(Mark::location)
        .limit(1)
        .toList();
  }

  private List<Location> backendFixtures() {
    return fixtures().map(Fixture::location).limit(1).toList();
  }

  private Stream<Fixture> fixtures() {
    return models.stream()
        .flatMap(it -> it.fixtures().stream())
        .filter(it -> it.name().equals("anyio_backend") && !it.location().isInstalled())
        .filter(it -> reaches(it.file()));
  }

  /** Whether a fixture in a file is seen by tests in the test directory. */
  private boolean reaches(SourceFile file) {
    return isInside(file.path())
        || !file.path().endsWith("conftest.py")
        || (tests + "/").startsWith(file.directory() + "/")
        || file.directory().isEmpty();
  }

  /** Fixtures called {@code anyio_backend} that speak of trio. */
  private List<Location> trioBackends() {
    return fixtures()
        .filter(
            it -> it.file().text(it.function()).contains("trio") || decorators(it).contains("trio"))
        .map(Fixture::location)
        .limit(1)
        .toList();
  }

  private static String decorators(Fixture fixture) {
    Location place = fixture.decoratorLocation();
    return place.text().text().substring(place.start(), place.end());
  }

  /**
   * Requirements of a distribution.
   *
   * @param developmentFirst whether what tests need tells more than what the project needs
   */
  private List<Location> required(String distribution, boolean developmentFirst) {
    List<Location> development = new ArrayList<>();
    List<Location> always = new ArrayList<>();
    for (RequirementList list : lists) {
      Optional<StatedRequirement> found = list.find(distribution);
      found.ifPresent(
          it ->
              (developmentFirst && list.kind() == Kind.PROJECT ? always : development)
                  .add(it.location()));
    }
    development.addAll(always);
    return development;
  }

  private List<Location> extra(String distribution, String extra) {
    return lists.stream()
        .flatMap(it -> it.find(distribution).stream())
        .filter(it -> it.extras().contains(extra))
        .map(StatedRequirement::location)
        .toList();
  }
}
