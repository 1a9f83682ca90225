package dev.loopscope.scaffold.python.tree;

import java.util.List;
import java.util.function.Consumer;

/** Containers that are written out. */
public sealed interface Display extends Expression {
  /** {@code (a, b)} or {@code a, b}; only here are parentheses part of the node. */
  record Tuple(int start, int end, List<Expression> elements) implements Display {
    /** Keeps unmodifiable copies. */
    public Tuple {
      elements = List.copyOf(elements);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      elements.forEach(visitor);
    }
  }

  /** {@code [a, b]}. */
  record ListDisplay(int start, int end, List<Expression> elements) implements Display {
    /** Keeps unmodifiable copies. */
    public ListDisplay {
      elements = List.copyOf(elements);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      elements.forEach(visitor);
    }
  }

  /** <code>{a, b}</code>. */
  record SetDisplay(int start, int end, List<Expression> elements) implements Display {
    /** Keeps unmodifiable copies. */
    public SetDisplay {
      elements = List.copyOf(elements);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      elements.forEach(visitor);
    }
  }

  /** <code>{a: b, **c}</code>. */
  record DictDisplay(int start, int end, List<Clause.DictEntry> entries) implements Display {
    /** Keeps unmodifiable copies. */
    public DictDisplay {
      entries = List.copyOf(entries);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      entries.forEach(visitor);
    }
  }
}
