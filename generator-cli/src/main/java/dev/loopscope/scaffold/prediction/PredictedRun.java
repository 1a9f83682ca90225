package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.Lane;
import dev.loopscope.scaffold.map.MapOutcome;
import dev.loopscope.scaffold.map.TestMark;
import dev.loopscope.scaffold.prediction.item.ItemOrder;
import dev.loopscope.scaffold.prediction.item.TestItem;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A run of a suite as pytest and its plugins would go about it: what the next item does not need is
 * torn down, what it needs is set up, and it is run on the loop that its plugin gives it.
 *
 * @param items in the order of the run
 * @param declared the backend that each item's name says; empty text if it says none
 * @param tests the mark of each item
 * @param bars in the order of their set-up
 * @param fixtures the fixture of each bar
 * @param lanes in the order in which they were made
 */
record PredictedRun(
    List<TestItem> items,
    List<String> declared,
    List<TestMark> tests,
    List<FixtureBar> bars,
    List<Fixture> fixtures,
    List<Lane> lanes) {
  PredictedRun {
    items = List.copyOf(items);
    declared = List.copyOf(declared);
    tests = List.copyOf(tests);
    bars = List.copyOf(bars);
    fixtures = List.copyOf(fixtures);
    lanes = List.copyOf(lanes);
  }

  /** The indexes of the bars of each fixture, in order. */
  Map<Fixture, List<Integer>> barsOfFixtures() {
    Map<Fixture, List<Integer>> all = new HashMap<>();
    for (int i = 0; i < bars.size(); i++) {
      all.computeIfAbsent(fixtures.get(i), it -> new ArrayList<>()).add(i);
    }
    return all;
  }

  /** The lane that the fixture of a bar was set up on. */
  OptionalInt lane(OptionalInt bar) {
    return bar.isPresent() ? bars.get(bar.getAsInt()).lane() : OptionalInt.empty();
  }

  /** Whether an item ran on another backend than its name says. */
  boolean isOnAnotherBackend(int item) {
    return !declared.get(item).isEmpty()
        && tests.get(item).lanes().stream()
            .map(it -> lanes.get(it).backend())
            .anyMatch(it -> !it.isEmpty() && !it.equals(declared.get(item)));
  }

  /**
   * Goes through the items.
   *
   * @param failing what is known to fail before a test runs
   */
  static PredictedRun of(SuiteModel model, FailingSetUps failing) {
    return new Going(model, failing).run();
  }

  private static final class Going {
    private final SuiteModel model;
    private final LoopLanes lanes = new LoopLanes();
    private final PlacesOfFixtures places;
    private final FixtureSetUp fixtures;
    private final FailingSetUps failing;
    private final Set<Test> running;
    private final List<String> declared = new ArrayList<>();
    private final List<TestMark> marks = new ArrayList<>();

    Going(SuiteModel model, FailingSetUps failing) {
      this.model = model;
      this.failing = failing;
      this.places = new PlacesOfFixtures(model);
      this.fixtures = new FixtureSetUp(model, failing, lanes, places);
      this.running = new HashSet<>(model.tests());
    }

    PredictedRun run() {
      List<TestItem> items = ItemOrder.of(model);
      for (int number = 0; number < items.size(); number++) {
        run(RunningItem.of(model, items.get(number), number));
      }
      leave(Set.of(), items.size() - 1);
      return new PredictedRun(
          items, declared, marks, fixtures.bars(), fixtures.fixtures(), lanes.all());
    }

    private void leave(Set<ScopeNode> next, int at) {
      fixtures.leave(next, at);
      lanes.leave(next, at);
    }

    private void run(RunningItem item) {
      declared.add(item.declared());
      leave(item.nodes().all(), item.number() - 1);
      List<String> notes = new ArrayList<>();
      item.item().note().ifPresent(notes::add);
      if (!running.contains(item.test())) {
        mark(item, List.of(), MapOutcome.SKIPPED, notes);
        return;
      }
      if (!fixtures.setUp(item) || failing.tests().contains(item.test())) {
        mark(item, List.of(), MapOutcome.ERROR, notes);
        return;
      }
      Reading<Runner> runner = model.runner(item.test());
      List<Integer> on = lane(item, runner, notes);
      if (runner.is(Runner.NONE)) {
        notes.add("no plugin runs it");
      }
      mark(item, on, MapOutcome.NOT_RUN, notes);
    }

    private List<Integer> lane(RunningItem item, Reading<Runner> runner, List<String> notes) {
      int at = item.number();
      if (runner instanceof Reading.Unknown<Runner> unknown) {
        notes.add("its loop is not known: " + unknown.reason());
        return List.of(lanes.unknown(at));
      }
      return switch (runner.toOptional().orElseThrow()) {
        case PYTEST_ASYNCIO -> List.of(ofPytestAsyncio(item, notes));
        case ANYIO -> {
          int lane = lanes.lease(item.backend(), at);
          lanes.release(at);
          yield List.of(lane);
        }
        case UNITTEST ->
            LiveTests.onLoopOfUnittest(item.test())
                ? List.of(lanes.alone("loop of unittest", "unittest", at))
                : List.of();
        case SYNC -> byHand(item);
        case NONE -> List.of();
      };
    }

    private List<Integer> byHand(RunningItem item) {
      Test test = item.test();
      return model.drives(test.file(), test.function()).isEmpty()
          ? List.of()
          : List.of(
              lanes.alone("loop run by hand in the test `" + test.name() + "`", "", item.number()));
    }

    private int ofPytestAsyncio(RunningItem item, List<String> notes) {
      Reading<Scope> scope = model.loopScope(item.test());
      if (scope instanceof Reading.Unknown<Scope> unknown) {
        notes.add("its loop is not known: " + unknown.reason());
        return lanes.unknown(item.number());
      }
      Scope known = scope.toOptional().orElseThrow();
      return lanes.ofScope(known, item.loopNode(known), item.number());
    }

    private void mark(RunningItem item, List<Integer> on, MapOutcome outcome, List<String> notes) {
      String module = places.path(item.test().collectedIn().path());
      String classes = String.join("::", item.nodes().classes());
      String name = item.item().name();
      String id = module + "::" + (classes.isEmpty() ? "" : classes + "::") + name;
      marks.add(
          new TestMark(
              id, module, classes, name, on, outcome, places.text(item.test().location()), notes));
    }
  }
}
