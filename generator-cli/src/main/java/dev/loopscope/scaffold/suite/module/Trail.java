package dev.loopscope.scaffold.suite.module;

import java.util.HashSet;
import java.util.Set;

/** How far one question has been followed, so that circles and mazes come to an end. */
final class Trail {
  /** Deeper than any code that people follow, and far from the end of the stack. */
  private static final int DEEPEST = 100;

  private static final int LONGEST = 3_000;

  private final Set<Object> open = new HashSet<>();
  private int depth;
  private int steps;
  private boolean broken;

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
    boolean opened = open.add(question);
    broken |= !opened;
    return opened;
  }

  /** Whether a question is being answered; who asks gives up on it. */
  boolean isOpen(Object question) {
    boolean opened = open.contains(question);
    broken |= opened;
    return opened;
  }

  void close(Object question) {
    open.remove(question);
  }

  /** Whether some answer was cut short, so that it holds for this trail alone. */
  boolean broken() {
    return broken;
  }
}
