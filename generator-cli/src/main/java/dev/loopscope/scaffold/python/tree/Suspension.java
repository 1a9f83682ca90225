package dev.loopscope.scaffold.python.tree;

import java.util.Optional;
import java.util.function.Consumer;

/** Where a coroutine or a generator stops and goes on later. */
public sealed interface Suspension extends Expression {
  /** {@code await value}. */
  record Await(int start, int end, Expression value) implements Suspension {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(value);
    }
  }

  /** {@code yield value}. */
  record Yield(int start, int end, Optional<Expression> value) implements Suspension {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      value.ifPresent(visitor);
    }
  }

  /** {@code yield from value}. */
  record YieldFrom(int start, int end, Expression value) implements Suspension {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(value);
    }
  }
}
