package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.map.CrossingEnd;
import dev.loopscope.scaffold.map.CrossingLine;
import dev.loopscope.scaffold.map.FixtureBar;
import dev.loopscope.scaffold.map.Lane;
import dev.loopscope.scaffold.map.LieFlag;
import dev.loopscope.scaffold.map.MapOutcome;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import dev.loopscope.scaffold.map.TestSpan;
import dev.loopscope.scaffold.trace.Crossing;
import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.Held;
import dev.loopscope.scaffold.trace.Lie;
import dev.loopscope.scaffold.trace.Numbered;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TracedFixture;
import dev.loopscope.scaffold.trace.TracedLoop;
import dev.loopscope.scaffold.trace.TracedPlace;
import dev.loopscope.scaffold.trace.TracedTest;
import dev.loopscope.scaffold.trace.words.CrossingSentences;
import dev.loopscope.scaffold.trace.words.LieSentences;
import dev.loopscope.scaffold.trace.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What one process did, as a panel of a map: what came when is counted in its tests. */
final class WorkerPanel {
  private final TracedRun run;
  private final String worker;
  private final List<TracedTest> tests;
  private final List<CrossingCause> causes;
  private final Map<String, List<Integer>> testOf = new LinkedHashMap<>();
  private final Map<Numbered, Integer> laneOf = new LinkedHashMap<>();
  private final Map<Numbered, Integer> barOf = new LinkedHashMap<>();
  private final int[] over;
  private final int[] setUps;

  private WorkerPanel(TracedRun run, String worker) {
    this.run = run;
    this.worker = worker;
    this.tests = run.trace().tests().stream().filter(it -> it.worker().equals(worker)).toList();
    this.causes = CrossingCause.of(ofWorker(run.trace(), worker));
    this.over = tests.stream().mapToInt(TracedTest::when).toArray();
    this.setUps =
        ofWorker(run.trace().fixtures(), TracedFixture::id)
            .mapToInt(TracedFixture::begun)
            .sorted()
            .toArray();
    for (int test = 0; test < tests.size(); test++) {
      testOf.computeIfAbsent(tests.get(test).id(), it -> new ArrayList<>()).add(test);
    }
  }

  /** The panel of a process; empty if it ran no test. */
  static Optional<MapPanel> of(TracedRun run, String worker) {
    WorkerPanel panel = new WorkerPanel(run, worker);
    return panel.tests.isEmpty() ? Optional.empty() : Optional.of(panel.panel(run.trace()));
  }

  private MapPanel panel(Trace trace) {
    List<Lane> lanes = new ArrayList<>();
    ofWorker(trace.loops(), TracedLoop::id)
        .forEach(
            it -> {
              laneOf.put(it.id(), lanes.size());
              lanes.add(lane(it));
            });
    List<FixtureBar> bars = new ArrayList<>();
    ofWorker(trace.fixtures(), TracedFixture::id)
        .filter(this::isShown)
        .forEach(
            it -> {
              barOf.put(it.id(), bars.size());
              bars.add(bar(it));
            });
    return new MapPanel(
        trace.sessions().size() == 1 ? "" : "worker " + worker,
        lanes,
        bars,
        tests.stream().map(this::mark).toList(),
        causes.stream().map(this::crossing).toList(),
        lies(trace));
  }

  /** The same run, with what crossed in one process alone: causes are told for each. */
  private static Trace ofWorker(Trace trace, String worker) {
    return new Trace(
        trace.sessions(),
        trace.loops(),
        trace.fixtures(),
        trace.tests().stream().filter(it -> it.worker().equals(worker)).toList(),
        trace.crossings().stream().filter(it -> it.worker().equals(worker)).toList(),
        trace.lies(),
        trace.leftRunning(),
        trace.moduleObjects(),
        trace.files(),
        trace.failures(),
        trace.whole());
  }

  private <T> Stream<T> ofWorker(Map<Numbered, T> all, Function<T, Numbered> id) {
    return all.values().stream().filter(it -> id.apply(it).worker().equals(worker));
  }

  /** From the test in which one event came to the test in which the other came, or the last one. */
  private TestSpan span(int from, OptionalInt to) {
    int last = tests.size() - 1;
    int first = Math.min(last, at(from));
    return new TestSpan(
        first, Math.max(first, Math.min(last, to.isPresent() ? until(to.getAsInt()) : last)));
  }

  /**
   * The last test that was served. Another value of a parameter tears down what was there for the
   * one before in the set-up of a test, and something is set up behind it.
   */
  private int until(int event) {
    int test = at(event);
    int next = place(setUps, event);
    return next < setUps.length && at(setUps[next]) == test ? test - 1 : test;
  }

  /** The first test that was not over yet. */
  private int at(int event) {
    return place(over, event);
  }

  private static int place(int[] events, int event) {
    int found = Arrays.binarySearch(events, event);
    return found >= 0 ? found : -found - 1;
  }

  private Lane lane(TracedLoop loop) {
    List<String> notes = new ArrayList<>();
    if (!loop.pending().isEmpty()) {
      notes.add("pending when it was closed: " + String.join(", ", loop.pending()));
    }
    if (!loop.cancelled().isEmpty()) {
      notes.add("cancelled before it was closed: " + String.join(", ", loop.cancelled()));
    }
    return new Lane(
        "loop " + loop.id().number(),
        loop.kind(),
        loop.backend(),
        loop.by(),
        loop.scope(),
        span(loop.made(), loop.closed()),
        loop.closed().isPresent(),
        notes);
  }

  /** What is on a loop, holds what lives on one, crosses, or is the project's own. */
  private boolean isShown(TracedFixture fixture) {
    boolean crosses =
        causes.stream()
            .flatMap(it -> it.crossings().stream())
            .anyMatch(it -> it.fixture().filter(fixture.id()::equals).isPresent());
    return crosses || fixture.at().isKnown() || !fixture.holds().isEmpty();
  }

  private FixtureBar bar(TracedFixture fixture) {
    List<String> notes = new ArrayList<>();
    if (fixture.failed()) {
      notes.add("its set-up failed");
    }
    if (!fixture.running().isEmpty()) {
      notes.add("left running: " + String.join(", ", fixture.running()));
    }
    List<Integer> elsewhere =
        fixture.until().stream().filter(it -> !fixture.on().contains(it)).toList();
    if (!fixture.on().isEmpty() && !elsewhere.isEmpty()) {
      notes.add("torn down on loop " + elsewhere.get(0));
    }
    return new FixtureBar(
        fixture.name(),
        fixture.scope(),
        place(fixture.at()),
        lane(fixture),
        // What failed is not there afterwards, and nothing tells of its teardown.
        span(fixture.begun(), fixture.failed() ? OptionalInt.of(fixture.begun()) : fixture.over()),
        fixture.holds().stream().map(WorkerPanel::words).toList(),
        notes);
  }

  /** Where it was set up, or else what its value lives on. */
  private OptionalInt lane(TracedFixture fixture) {
    return Stream.concat(
            fixture.on().stream().map(it -> new Numbered(worker, it)),
            fixture.holds().stream().map(Held::loop))
        .map(laneOf::get)
        .filter(Objects::nonNull)
        .mapToInt(it -> it)
        .findFirst();
  }

  private static String words(Held held) {
    return "`"
        + held.reached()
        + "` is "
        + Words.article(held.type())
        + " of loop "
        + held.loop().number();
  }

  private TestMark mark(TracedTest test) {
    List<Integer> lanes =
        test.on().stream()
            .map(it -> laneOf.get(new Numbered(worker, it)))
            .filter(Objects::nonNull)
            .toList();
    return TestMark.of(test.id(), lanes, outcome(test), place(test.at()));
  }

  private static String place(TracedPlace at) {
    return at.isKnown() ? at.text() : "";
  }

  private static MapOutcome outcome(TracedTest test) {
    return Arrays.stream(MapOutcome.values())
        .filter(it -> it.word().equals(test.outcome()))
        .findFirst()
        .orElse(MapOutcome.NOT_RUN);
  }

  /** One that the tests of a cause met, each where its own crossing says. */
  private CrossingLine crossing(CrossingCause cause) {
    Map<Integer, CrossingEnd> ends = new TreeMap<>();
    for (Crossing it : cause.crossings()) {
      numbers(it.test()).forEach(test -> ends.putIfAbsent(test, end(it)));
    }
    CrossingEnd strongest = end(cause.first());
    return new CrossingLine(
        List.copyOf(ends.keySet()),
        List.copyOf(ends.values()),
        OptionalInt.empty(),
        strongest.fixture(),
        strongest.lane(),
        cause.first().evidence(),
        run.advice().rule(cause).orElse(""),
        CrossingSentences.headline(cause),
        CrossingSentences.details(cause),
        run.advice().remedy(cause).orElse(""));
  }

  private CrossingEnd end(Crossing crossing) {
    return new CrossingEnd(index(barOf, crossing.fixture()), index(laneOf, crossing.loop()));
  }

  private List<Integer> numbers(String test) {
    return testOf.getOrDefault(test, List.of());
  }

  private static OptionalInt index(Map<Numbered, Integer> indexes, Optional<Numbered> id) {
    return id.map(indexes::get).stream().mapToInt(it -> it).findFirst();
  }

  private List<LieFlag> lies(Trace trace) {
    return LieSentences.of(trace).stream()
        .map(it -> new LieFlag(tests(it.lies()), bars(it.lies()), "", it.sentence(), ""))
        .filter(it -> !it.tests().isEmpty() || !it.fixtures().isEmpty())
        .toList();
  }

  private List<Integer> tests(List<Lie> lies) {
    return lies.stream().flatMap(it -> numbers(it.test()).stream()).distinct().sorted().toList();
  }

  private List<Integer> bars(List<Lie> lies) {
    return run.trace().fixtures().values().stream()
        .filter(it -> lies.stream().anyMatch(lie -> isOf(lie, it)))
        .map(it -> barOf.get(it.id()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean isOf(Lie lie, TracedFixture fixture) {
    return lie.fixture().equals(fixture.name()) && lie.at().path().equals(fixture.at().path());
  }
}
