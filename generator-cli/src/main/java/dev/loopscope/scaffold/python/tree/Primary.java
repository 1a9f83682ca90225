package dev.loopscope.scaffold.python.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Names, and what is got from an object by them. */
public sealed interface Primary extends Expression {
  /** A name, in normal form (NFKC). */
  record Name(int start, int end, String id) implements Primary {}

  /** {@code value.attr}. */
  record Attribute(int start, int end, Expression value, String attr) implements Primary {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(value);
    }
  }

  /** {@code value[slice]}. */
  record Subscript(int start, int end, Expression value, Expression slice) implements Primary {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(value);
      visitor.accept(slice);
    }
  }

  /** {@code lower:upper:step}, only inside a subscript. */
  record Slice(
      int start,
      int end,
      Optional<Expression> lower,
      Optional<Expression> upper,
      Optional<Expression> step)
      implements Primary {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      lower.ifPresent(visitor);
      upper.ifPresent(visitor);
      step.ifPresent(visitor);
    }
  }

  /** {@code function(argument, *arguments, keyword=value)}. */
  record Call(
      int start,
      int end,
      Expression function,
      List<Expression> arguments,
      List<Clause.Keyword> keywords)
      implements Primary {
    /** Keeps unmodifiable copies. */
    public Call {
      arguments = List.copyOf(arguments);
      keywords = List.copyOf(keywords);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(function);
      arguments.forEach(visitor);
      keywords.forEach(visitor);
    }
  }

  /** {@code *value}. */
  record Starred(int start, int end, Expression value) implements Primary {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(value);
    }
  }
}
