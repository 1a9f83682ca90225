package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.evidence.ForeignUseGroup;
import dev.loopscope.scaffold.check.evidence.LoopReach;
import dev.loopscope.scaffold.map.CrossingLine;
import dev.loopscope.scaffold.map.LieFlag;
import dev.loopscope.scaffold.map.MapOutcome;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Puts findings of rules where they show in a run: as crossings from one loop to another, or as
 * lies. What is certain and what is only possible is said as the rules say it.
 */
final class DrawnFindings {
  /** The rules whose findings tell of what lives on one loop and is met on another. */
  static final Set<String> CROSSINGS =
      Set.of("LS001", "LS002", "LS003", "LS024", "LS026", "LS036", "LS046", "LS047");

  /** The rules whose findings tell of what passes for something else. */
  static final Set<String> LIES =
      Set.of(
          "LS011", "LS014", "LS015", "LS016", "LS021", "LS022", "LS023", "LS030", "LS032", "LS033",
          "LS035", "LS037", "LS039", "LS040", "LS041", "LS045");

  /** Those of them that tell of tests which run on another backend than they say. */
  private static final Set<String> OF_BACKENDS =
      Set.of("LS030", "LS032", "LS033", "LS035", "LS040");

  private final SuiteModel model;
  private final PredictedRun run;
  private final PlacesOfFixtures written;
  private final PlacesOfFindings places;
  private final Map<Fixture, List<Integer>> bars;
  private final Map<Test, List<Integer>> items = new HashMap<>();
  private final Map<String, ForeignUseGroup> groups = new HashMap<>();

  /**
   * For one run.
   *
   * @param places finds what findings are of
   */
  DrawnFindings(SuiteModel model, PredictedRun run, PlacesOfFindings places) {
    this.model = model;
    this.run = run;
    this.places = places;
    this.bars = run.barsOfFixtures();
    this.written = new PlacesOfFixtures(model);
    for (int i = 0; i < run.items().size(); i++) {
      if (run.tests().get(i).outcome() != MapOutcome.SKIPPED) {
        items.computeIfAbsent(run.items().get(i).test(), it -> new ArrayList<>()).add(i);
      }
    }
  }

  /** The crossings, in the order of the first test of each. */
  List<CrossingLine> crossings(List<Finding> findings) {
    if (findings.stream().anyMatch(it -> it.rule().id().equals("LS002"))) {
      ForeignUseGroup.of(model).forEach(it -> groups.put(key(it.location()), it));
    }
    return findings.stream()
        .filter(it -> CROSSINGS.contains(it.rule().id()))
        .flatMap(it -> crossing(it).stream())
        .sorted(Comparator.comparingInt(DrawnFindings::first))
        .toList();
  }

  private static int first(CrossingLine line) {
    return line.tests().isEmpty() ? -1 : line.tests().get(0);
  }

  private static String key(Location place) {
    return place.path() + ":" + place.start();
  }

  private Optional<CrossingLine> crossing(Finding finding) {
    Optional<ForeignUseGroup> group =
        Optional.ofNullable(groups.get(key(finding.location())))
            .filter(it -> finding.rule().id().equals("LS002"));
    if (group.isPresent()) {
      return Optional.of(ofGroup(finding, group.orElseThrow()));
    }
    Optional<Fixture> fixture = places.fixture(finding.location());
    List<Integer> tests = tests(finding, fixture);
    int first = tests.isEmpty() ? 0 : tests.get(0);
    OptionalInt metBy = fixture.map(it -> bar(it, first)).orElse(OptionalInt.empty());
    OptionalInt other =
        fixture
            .flatMap(it -> requestedAt(it, finding.location()))
            .map(it -> bar(it, first))
            .orElse(OptionalInt.empty());
    return tests.isEmpty() && metBy.isEmpty()
        ? Optional.empty()
        : Optional.of(line(finding, tests, metBy, other));
  }

  private CrossingLine ofGroup(Finding finding, ForeignUseGroup group) {
    Fixture fixture = group.shown().fixture();
    List<Integer> all = new ArrayList<>();
    group.tests().forEach(it -> all.addAll(items.getOrDefault(it, List.of())));
    List<Integer> foreign =
        all.stream()
            .filter(
                it -> {
                  OptionalInt lane = run.lane(bar(fixture, it));
                  return lane.isEmpty() || !run.tests().get(it).lanes().contains(lane.getAsInt());
                })
            .sorted()
            .toList();
    List<Integer> tests = foreign.isEmpty() ? all.stream().sorted().toList() : foreign;
    return line(finding, tests, OptionalInt.empty(), bar(fixture, tests.get(0)));
  }

  /** The index of a fixture's bar that is there for an item, or else of its first one. */
  private OptionalInt bar(Fixture fixture, int item) {
    List<Integer> all = bars.getOrDefault(fixture, List.of());
    return all.stream()
        .filter(it -> run.bars().get(it).lives().covers(item))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** The fixture that stands for the parameter at a place. */
  private Optional<Fixture> requestedAt(Fixture fixture, Location place) {
    return fixture.requested().stream()
        .filter(
            it ->
                LoopReach.parameter(fixture.function(), it)
                    .filter(parameter -> parameter.start() == place.start())
                    .isPresent())
        .findFirst()
        .flatMap(it -> model.closure(fixture).fixture(it));
  }

  private CrossingLine line(
      Finding finding, List<Integer> tests, OptionalInt metBy, OptionalInt fixture) {
    return new CrossingLine(
        tests,
        metBy,
        fixture,
        run.lane(fixture),
        finding.severity() == Severity.ERROR ? "certain" : "possible",
        finding.rule().id(),
        finding.message(),
        List.of("told at " + written.text(finding.location())),
        finding.remedy());
  }

  /** The lies, in the order of the findings. */
  List<LieFlag> lies(List<Finding> findings) {
    return findings.stream().filter(it -> LIES.contains(it.rule().id())).map(this::lie).toList();
  }

  private LieFlag lie(Finding finding) {
    Optional<Fixture> fixture = places.fixture(finding.location());
    List<Integer> tests = tests(finding, fixture);
    if (OF_BACKENDS.contains(finding.rule().id())) {
      tests = onAnotherBackend(finding, fixture, tests);
    }
    int first = tests.isEmpty() ? 0 : tests.get(0);
    OptionalInt bar = fixture.map(it -> bar(it, first)).orElse(OptionalInt.empty());
    return new LieFlag(
        tests,
        bar.isPresent() ? List.of(bar.getAsInt()) : List.of(),
        finding.rule().id(),
        finding.message(),
        finding.remedy());
  }

  /** Of the tests, or of all on the loop that a fixture holds, those that run elsewhere. */
  private List<Integer> onAnotherBackend(
      Finding finding, Optional<Fixture> fixture, List<Integer> tests) {
    Set<Integer> held = new LinkedHashSet<>();
    fixture.map(it -> bars.getOrDefault(it, List.of())).stream()
        .flatMap(List::stream)
        .forEach(it -> run.bars().get(it).lane().ifPresent(held::add));
    List<Integer> elsewhere = new ArrayList<>();
    for (int i = 0; i < run.items().size(); i++) {
      boolean meant =
          finding.rule().id().equals("LS030")
              ? run.tests().get(i).lanes().stream().anyMatch(held::contains)
              : tests.isEmpty() || tests.contains(i);
      if (meant && run.isOnAnotherBackend(i)) {
        elsewhere.add(i);
      }
    }
    return elsewhere.isEmpty() ? tests : elsewhere;
  }

  private List<Integer> tests(Finding finding, Optional<Fixture> fixture) {
    List<Integer> all = numbers(named(finding, fixture));
    if (finding.rule().id().equals("LS026")) {
      return behindTheFirstLoop(all);
    }
    if (!finding.rule().id().equals("LS036")) {
      return all;
    }
    List<Integer> onTrio =
        all.stream()
            .filter(
                it ->
                    run.tests().get(it).lanes().stream()
                        .anyMatch(on -> run.lanes().get(on).backend().equals(AnyioBackend.TRIO)))
            .toList();
    return onTrio.isEmpty() ? all : onTrio;
  }

  /** Without those on the loop of the first one: there it waits first, and that is its own. */
  private List<Integer> behindTheFirstLoop(List<Integer> all) {
    List<Integer> elsewhere =
        all.stream()
            .filter(it -> !run.tests().get(it).lanes().equals(run.tests().get(all.get(0)).lanes()))
            .toList();
    return elsewhere.isEmpty() ? all : elsewhere;
  }

  private List<Test> named(Finding finding, Optional<Fixture> fixture) {
    List<Test> used =
        finding.uses().stream().flatMap(it -> places.tests(it.location()).stream()).toList();
    if (!used.isEmpty()) {
      return used;
    }
    if (fixture.isPresent()) {
      return model.testsUsing(fixture.orElseThrow());
    }
    List<Test> there = places.tests(finding.location());
    return there.isEmpty() ? places.around(finding.location()) : there;
  }

  private List<Integer> numbers(List<Test> tests) {
    return tests.stream()
        .distinct()
        .flatMap(it -> items.getOrDefault(it, List.of()).stream())
        .sorted()
        .toList();
  }
}
