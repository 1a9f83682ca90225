package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.check.wording.StaysBound;
import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.TestSpan;
import dev.loopscope.scaffold.prediction.FixtureLife.Holds;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.resource.left.Left;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Sets up fixtures as pytest does: each once for its scope and its parameter, others before it. */
final class FixtureSetUp {
  private static final FixtureLife.Key BACKEND =
      new FixtureLife.Key(Optional.empty(), AnyioBackend.NAME);

  /** A bar, of which is not known yet how long it lives. */
  private record Begun(
      Fixture fixture, int from, Optional<Integer> lane, boolean fails, List<String> notes) {}

  private final SuiteModel model;
  private final FailingSetUps failing;
  private final LoopLanes lanes;
  private final PlacesOfFixtures places;
  private final LivingFixtures living;
  private final List<Begun> bars = new ArrayList<>();
  private final Map<Fixture, List<String>> held = new HashMap<>();

  /**
   * Of one run.
   *
   * @param failing what is known to fail before a test runs
   */
  FixtureSetUp(SuiteModel model, FailingSetUps failing, LoopLanes lanes, PlacesOfFixtures places) {
    this.model = model;
    this.failing = failing;
    this.lanes = lanes;
    this.places = places;
    this.living = new LivingFixtures(lanes);
  }

  /** Tears down what the next item does not need. */
  void leave(Set<ScopeNode> next, int at) {
    living.leave(next, at);
  }

  /** Sets up all that an item needs; whether none of it fails. */
  boolean setUp(RunningItem item) {
    Set<FixtureLife.Key> done = new HashSet<>();
    for (Fixture fixture : item.closure().fixtures()) {
      if (!setUp(fixture, item, done)) {
        return false;
      }
    }
    setUpBackend(item);
    return true;
  }

  private boolean setUp(Fixture fixture, RunningItem item, Set<FixtureLife.Key> done) {
    FixtureLife.Key key = places.key(fixture, item);
    if (!done.add(key)) {
      return true;
    }
    List<FixtureLife.Key> requested = new ArrayList<>();
    for (String name : fixture.requested()) {
      Optional<Fixture> other = requestedBy(fixture, name, item);
      if (other.isPresent()) {
        requested.add(places.key(other.orElseThrow(), item));
        if (!setUp(other.orElseThrow(), item, done)) {
          return false;
        }
      } else if (name.equals(AnyioBackend.NAME)) {
        requested.add(BACKEND);
        setUpBackend(item);
      }
    }
    Optional<Integer> index = item.item().index(fixture.name());
    Optional<FixtureLife> there = living.find(key);
    if (there.filter(it -> it.index().equals(index)).isEmpty()) {
      there.ifPresent(it -> living.end(it, item.number() - 1));
      living.begin(life(fixture, key, index, requested, item));
    }
    return !fails(fixture, model.runner(fixture, item.test()));
  }

  private boolean fails(Fixture fixture, Reading<Runner> runner) {
    return failing.holds(fixture) || isRefused(fixture, runner);
  }

  /** Whether it fails before anything of it runs. */
  private boolean isRefused(Fixture fixture, Reading<Runner> runner) {
    return failing.beforeItRuns(fixture)
        || (runner.is(Runner.NONE)
            && fixture.isAsync()
            && model.versions().pytest().expects(Feature.ASYNC_FIXTURE_REFUSED.range()));
  }

  /** What a name stands for in a fixture: if it is its own, the one that it overrides. */
  private static Optional<Fixture> requestedBy(Fixture fixture, String name, RunningItem item) {
    List<Fixture> all = item.closure().fixtures();
    return fixture.name().equals(name)
        ? all.subList(all.indexOf(fixture) + 1, all.size()).stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
        : item.closure().fixture(name);
  }

  /** anyio's own fixture: with another backend, what requested it is torn down. */
  private void setUpBackend(RunningItem item) {
    Optional<Integer> index = item.item().index(AnyioBackend.NAME);
    if (index.isEmpty() || item.closure().fixture(AnyioBackend.NAME).isPresent()) {
      return;
    }
    Optional<FixtureLife> there = living.find(BACKEND);
    if (there.filter(it -> it.index().equals(index)).isEmpty()) {
      there.ifPresent(it -> living.end(it, item.number() - 1));
      living.begin(
          new FixtureLife(
              BACKEND,
              Optional.empty(),
              index,
              item.node(backendScope(item), ""),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Holds.NOTHING));
    }
  }

  private Scope backendScope(RunningItem item) {
    return model.backend(item.test()).toOptional().map(AnyioBackend::scope).orElse(Scope.FUNCTION);
  }

  private FixtureLife life(
      Fixture fixture,
      FixtureLife.Key key,
      Optional<Integer> index,
      List<FixtureLife.Key> requested,
      RunningItem item) {
    List<String> notes = new ArrayList<>();
    if (!fixture.scope().isKnown()) {
      notes.add("its scope is computed, and drawn as that of a function");
    }
    Reading<Runner> runner = model.runner(fixture, item.test());
    boolean refused = isRefused(fixture, runner);
    Holds holds = refused ? Holds.NOTHING : holds(fixture, runner);
    Optional<Integer> lane = refused ? Optional.empty() : lane(fixture, runner, holds, item, notes);
    boolean fails = fails(fixture, runner);
    if (fails) {
      notes.add("its set-up fails");
    }
    bars.add(new Begun(fixture, item.number(), lane, fails, notes));
    return new FixtureLife(
        key,
        Optional.of(fixture),
        index,
        places.node(fixture, item),
        requested,
        Optional.of(bars.size() - 1),
        lane,
        holds);
  }

  private Holds holds(Fixture fixture, Reading<Runner> runner) {
    if (runner.is(Runner.ANYIO)) {
      return Holds.RUNNER;
    }
    return runner.is(Runner.SYNC) && drivesALoop(fixture) ? Holds.LOOP : Holds.NOTHING;
  }

  private boolean drivesALoop(Fixture fixture) {
    return !model.drives(fixture.file(), fixture.function()).isEmpty()
        || model.left(fixture).held().stream().anyMatch(Left.Held::driven);
  }

  private Optional<Integer> lane(
      Fixture fixture, Reading<Runner> runner, Holds holds, RunningItem item, List<String> notes) {
    return switch (holds) {
      case RUNNER -> Optional.of(lanes.lease(item.backend(), item.number()));
      case LOOP ->
          Optional.of(
              lanes.byHand(
                  "loop run by hand in the fixture `" + fixture.name() + "`", item.number()));
      case NOTHING -> shared(fixture, runner, item, notes);
    };
  }

  private Optional<Integer> shared(
      Fixture fixture, Reading<Runner> runner, RunningItem item, List<String> notes) {
    if (runner instanceof Reading.Unknown<Runner> unknown) {
      notes.add("its loop is not known: " + unknown.reason());
      return Optional.of(lanes.unknown(item.number()));
    }
    if (runner.is(Runner.NONE)) {
      notes.add("nobody runs it, and who requests it gets a coroutine");
    }
    if (!runner.is(Runner.PYTEST_ASYNCIO) || !fixture.isAsync()) {
      return Optional.empty();
    }
    Reading<Scope> scope = model.loopScope(fixture);
    if (scope instanceof Reading.Unknown<Scope> unknown) {
      notes.add("its loop is not known: " + unknown.reason());
      return Optional.of(lanes.unknown(item.number()));
    }
    Scope known = scope.toOptional().orElseThrow();
    return Optional.of(lanes.ofScope(known, item.loopNode(known), item.number()));
  }

  /** The bars, once the run is over. */
  List<FixtureBar> bars() {
    List<FixtureBar> all = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      Begun it = bars.get(i);
      Fixture fixture = it.fixture();
      int to = it.fails() ? it.from() : Math.max(it.from(), living.end(i));
      all.add(
          new FixtureBar(
              fixture.name(),
              fixture.scope().toOptional().map(Scope::word).orElse(""),
              places.text(fixture.location()),
              it.lane().map(OptionalInt::of).orElse(OptionalInt.empty()),
              new TestSpan(it.from(), to),
              it.lane().isPresent() ? held(fixture) : List.of(),
              it.notes()));
    }
    return all;
  }

  /** The fixture of each bar. */
  List<Fixture> fixtures() {
    return bars.stream().map(Begun::fixture).toList();
  }

  private List<String> held(Fixture fixture) {
    return held.computeIfAbsent(
        fixture,
        it ->
            StaysBound.of(it, model).map(what -> what + " belongs to its loop").stream().toList());
  }
}
