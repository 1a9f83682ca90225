package dev.loopscope.scaffold.suite.resource.primitive;

import java.util.HashMap;
import java.util.Map;

/** How all primitives stand. */
final class States {
  private final Map<Primitive, State> known = new HashMap<>();
  private boolean lost;

  /** That of a primitive, as new unless something unknown may have been done to it. */
  State of(Primitive primitive) {
    return known.computeIfAbsent(
        primitive,
        it -> {
          State state = new State(it);
          if (lost) {
            state.lose();
          }
          return state;
        });
  }

  /** Nothing is known any more, but which loops they are bound to. */
  void lose() {
    lost = true;
    known.values().forEach(State::lose);
  }
}
