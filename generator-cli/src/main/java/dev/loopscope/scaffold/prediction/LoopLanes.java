package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.map.Lane;
import dev.loopscope.scaffold.map.TestSpan;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The loops and backend runs that a run makes, in the order in which it makes them. */
final class LoopLanes {
  private static final String PYTEST_ASYNCIO = "pytest-asyncio";
  private static final String UNKNOWN = "loop that is not known";

  /** A lane, of which is not known yet how long it lives. */
  private record Begun(
      String name, String kind, String backend, String by, String scope, int from) {}

  /** Which loop of pytest-asyncio: one for each node that the run comes to. */
  private record Key(Scope scope, ScopeNode node) {}

  private final List<Begun> begun = new ArrayList<>();
  private final Map<Integer, Integer> ends = new HashMap<>();
  private final Map<Key, Integer> open = new HashMap<>();
  private Optional<Integer> unknown = Optional.empty();
  private Optional<Integer> runner = Optional.empty();
  private int leases;
  private int loops;

  /** The loop of a scope of pytest-asyncio, which is made if there is none. */
  int ofScope(Scope scope, ScopeNode node, int at) {
    String kind = scope + " loop of " + PYTEST_ASYNCIO;
    return open.computeIfAbsent(
        new Key(scope, node), it -> begin(kind, "asyncio", PYTEST_ASYNCIO, scope.word(), at));
  }

  /** A loop of one test alone. */
  int alone(String kind, String by, int at) {
    int lane = begin(kind, "asyncio", by, "", at);
    ends.put(lane, at);
    return lane;
  }

  /** A loop that somebody runs by hand; it ends when that is said. */
  int byHand(String kind, int at) {
    return begin(kind, "asyncio", "", "", at);
  }

  /** Ends a lane. */
  void end(int lane, int at) {
    ends.put(lane, at);
  }

  /** The one lane of all that is not known. */
  int unknown(int at) {
    if (unknown.isEmpty()) {
      begun.add(new Begun("not known", UNKNOWN, "", "", "", at));
      unknown = Optional.of(begun.size() - 1);
    }
    ends.put(unknown.orElseThrow(), at);
    return unknown.orElseThrow();
  }

  /** anyio's runner in use, whatever backend is asked for; one on that backend if there is none. */
  int lease(String backend, int at) {
    if (runner.isEmpty()) {
      String kind = backend.equals("trio") ? "run of trio" : backend.isEmpty() ? "run" : "loop";
      runner = Optional.of(begin(kind + " of anyio", backend, "anyio", "", at));
    }
    leases++;
    return runner.orElseThrow();
  }

  /** Gives it back; it ends with the last one that holds it. */
  void release(int at) {
    leases--;
    if (leases == 0) {
      ends.put(runner.orElseThrow(), at);
      runner = Optional.empty();
    }
  }

  /** The backend of a lane. */
  String backend(int lane) {
    return begun.get(lane).backend();
  }

  /** Ends the loops of the nodes that the run has left. */
  void leave(Set<ScopeNode> next, int at) {
    Iterator<Map.Entry<Key, Integer>> each = open.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Key, Integer> entry = each.next();
      if (!next.contains(entry.getKey().node())) {
        ends.put(entry.getValue(), at);
        each.remove();
      }
    }
  }

  /** All of them, once the run is over. */
  List<Lane> all() {
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < begun.size(); i++) {
      Begun it = begun.get(i);
      TestSpan lives =
          new TestSpan(it.from(), Math.max(it.from(), ends.getOrDefault(i, it.from())));
      lanes.add(
          new Lane(
              it.name(), it.kind(), it.backend(), it.by(), it.scope(), lives, true, List.of()));
    }
    return lanes;
  }

  private int begin(String kind, String backend, String by, String scope, int at) {
    loops++;
    begun.add(new Begun("loop " + loops, kind, backend, by, scope, at));
    return begun.size() - 1;
  }
}
