package dev.loopscope.scaffold.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Crossings that come of one thing: the same fixture or global, between the same kinds of loops.
 *
 * @param first the one with the strongest evidence, the first of those
 * @param fixture what it comes from; empty if that is not known
 * @param from the loop that it lives on; empty if it could not be told, or if there is none
 * @param on the loops that the tests ran on, which are of one kind, in the order of their tests;
 *     empty if they ran on none
 * @param crossings all of them, in the order of their tests
 */
public record CrossingCause(
    Crossing first,
    Optional<TracedFixture> fixture,
    Optional<TracedLoop> from,
    List<TracedLoop> on,
    List<Crossing> crossings) {
  private static final List<String> STRENGTH = List.of("raised", "used", "stands-still");

  /** Keeps unmodifiable copies. */
  public CrossingCause {
    on = List.copyOf(on);
    crossings = List.copyOf(crossings);
  }

  /** The tests as pytest names them, in their order. */
  public List<String> tests() {
    return crossings.stream().map(Crossing::test).distinct().toList();
  }

  /** What is one cause: one line of code, whatever number its loop has this time. */
  private record Key(String what, String holder, String from, String on, TracedPlace at) {}

  /** The causes of all crossings, in the order of the first test of each. */
  public static List<CrossingCause> of(Trace trace) {
    Map<Key, List<Crossing>> byKey = new LinkedHashMap<>();
    trace
        .crossings()
        .forEach(it -> byKey.computeIfAbsent(key(it, trace), key -> new ArrayList<>()).add(it));
    return byKey.values().stream().map(it -> cause(it, trace)).toList();
  }

  private static Key key(Crossing it, Trace trace) {
    Optional<TracedFixture> fixture = it.fixture().map(trace.fixtures()::get);
    String holder =
        fixture
            .map(found -> found.name() + " " + found.at().text())
            .orElse(it.module() + " " + it.name() + " " + it.type());
    boolean isPlaced = fixture.isPresent() || !it.module().isEmpty();
    return new Key(
        it.what(),
        holder,
        it.loop().map(trace.loops()::get).map(TracedLoop::kind).orElse(""),
        on(it, trace).map(TracedLoop::kind).orElse(""),
        isPlaced ? new TracedPlace("", 0) : it.at());
  }

  private static Optional<TracedLoop> on(Crossing it, Trace trace) {
    return it.on().stream().findFirst().flatMap(number -> trace.loop(it.worker(), number));
  }

  private static CrossingCause cause(List<Crossing> crossings, Trace trace) {
    Crossing strongest = crossings.get(0);
    for (Crossing it : crossings) {
      if (STRENGTH.indexOf(it.evidence()) < STRENGTH.indexOf(strongest.evidence())) {
        strongest = it;
      }
    }
    return new CrossingCause(
        strongest,
        strongest.fixture().map(trace.fixtures()::get),
        strongest.loop().map(trace.loops()::get),
        crossings.stream().flatMap(it -> on(it, trace).stream()).distinct().toList(),
        crossings);
  }
}
