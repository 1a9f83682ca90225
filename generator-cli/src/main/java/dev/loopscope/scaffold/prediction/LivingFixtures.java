package dev.loopscope.scaffold.prediction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fixtures that are set up, in the order of their set-up, and the ends of those that were. */
final class LivingFixtures {
  private final Map<FixtureLife.Key, FixtureLife> living = new LinkedHashMap<>();
  private final Map<Integer, Integer> ends = new HashMap<>();
  private final LoopLanes lanes;

  LivingFixtures(LoopLanes lanes) {
    this.lanes = lanes;
  }

  Optional<FixtureLife> find(FixtureLife.Key key) {
    return Optional.ofNullable(living.get(key));
  }

  void begin(FixtureLife life) {
    living.put(life.key(), life);
  }

  /** Tears down those of the nodes that the run has left, the last one first. */
  void leave(Set<ScopeNode> next, int at) {
    List<FixtureLife> all = new ArrayList<>(living.values());
    Collections.reverse(all);
    all.stream().filter(it -> !next.contains(it.node())).forEach(it -> end(it, at));
  }

  /** Tears one down, and before it those that requested it. */
  void end(FixtureLife life, int at) {
    if (living.remove(life.key()) == null) {
      return;
    }
    List<FixtureLife> others = new ArrayList<>(living.values());
    Collections.reverse(others);
    others.stream().filter(it -> it.requested().contains(life.key())).forEach(it -> end(it, at));
    life.bar().ifPresent(it -> ends.put(it, at));
    switch (life.holds()) {
      case RUNNER -> lanes.release(at);
      case LOOP -> life.lane().ifPresent(it -> lanes.end(it, at));
      case NOTHING -> {}
    }
  }

  /** The number of the last item for which the fixture of a bar was there. */
  int end(int bar) {
    return ends.getOrDefault(bar, 0);
  }
}
