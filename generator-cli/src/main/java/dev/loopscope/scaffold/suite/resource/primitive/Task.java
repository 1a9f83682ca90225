package dev.loopscope.scaffold.suite.resource.primitive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A task of a loop, and how far it has come. */
final class Task {
  /** The blocks that it is in, the innermost one first. */
  final Deque<Block> blocks = new ArrayDeque<>();

  /** Tasks that wait for its end. */
  final List<Task> joining = new ArrayList<>();

  /** Whether what it waits for has come. */
  boolean woken;

  /** Whether it waits for the lock of a condition that it was woken by. */
  boolean reacquiring;

  boolean over;
  boolean cancelled;

  /** What it failed for. */
  Optional<Primitive> failure = Optional.empty();

  /** Where it waits. */
  Optional<Deque<Task>> waitingIn = Optional.empty();

  Task(List<Step> body) {
    blocks.push(new Block(body, Optional.empty()));
  }

  /** Steps that are being done. */
  static final class Block {
    final List<Step> steps;

    /** The step that they are the body of. */
    final Optional<Step> of;

    /** The task that a limited one runs in. */
    Optional<Task> inner = Optional.empty();

    int next;

    Block(List<Step> steps, Optional<Step> of) {
      this.steps = steps;
      this.of = of;
    }
  }

  boolean isIn(Block block) {
    return blocks.contains(block);
  }

  /** Leaves the place where it waits. */
  void leaveQueue() {
    waitingIn.ifPresent(it -> it.remove(this));
    waitingIn = Optional.empty();
  }
}
