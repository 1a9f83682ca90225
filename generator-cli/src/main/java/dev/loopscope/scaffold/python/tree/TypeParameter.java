package dev.loopscope.scaffold.python.tree;

import java.util.Optional;
import java.util.function.Consumer;

/** A type parameter (PEP 695), with a default (PEP 696). */
public sealed interface TypeParameter extends Node {
  /** {@code T: bound = default}. */
  record TypeVar(
      int start,
      int end,
      String name,
      Optional<Expression> bound,
      Optional<Expression> defaultValue)
      implements TypeParameter {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      bound.ifPresent(visitor);
      defaultValue.ifPresent(visitor);
    }
  }

  /** {@code *Ts = default}. */
  record TypeVarTuple(int start, int end, String name, Optional<Expression> defaultValue)
      implements TypeParameter {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      defaultValue.ifPresent(visitor);
    }
  }

  /** {@code **P = default}. */
  record ParamSpec(int start, int end, String name, Optional<Expression> defaultValue)
      implements TypeParameter {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      defaultValue.ifPresent(visitor);
    }
  }
}
