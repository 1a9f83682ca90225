package dev.loopscope.scaffold.suite.module.resolve;

import java.util.HashSet;
import java.util.Set;

/** How far one question has been followed, so that circles and mazes come to an end. */
final class Trail {
  /** Deeper than any code that people follow, and far from the end of the stack. */
  private static final int DEEPEST = 100;

  private static final int LONGEST = 3_000;

  private final Set<Object> open;
  private int depth;
  private int steps;
  private boolean broken;

  Trail() {
    this(new HashSet<>(), 0);
  }

  private Trail(Set<Object> open, int depth) {
    this.open = open;
    this.depth = depth;
  }

  /**
   * A trail of its own for one more question of the kind that this one is about: as deep as this
   * one and with the same questions open, but no step was taken on it.
   */
  Trail branch() {
    return new Trail(open, depth);
  }

  /** One step deeper; false if that is too far. Each true is taken back by {@link #leave}. */
  boolean enter() {
    steps++;
    if (depth >= DEEPEST || steps >= LONGEST) {
      broken = true;
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Starts on a question; false if it is being answered already, which makes a circle. */
  boolean open(Object question) {
    return open.add(question);
  }

  /** Whether a question is being answered. */
  boolean isOpen(Object question) {
    return open.contains(question);
  }

  /** Notes that an answer was cut short, so that it holds for this trail alone. */
  void cut() {
    broken = true;
  }

  void close(Object question) {
    open.remove(question);
  }

  /** Whether some answer was cut short. */
  boolean broken() {
    return broken;
  }
}
