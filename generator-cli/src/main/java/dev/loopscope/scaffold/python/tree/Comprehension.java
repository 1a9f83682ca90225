package dev.loopscope.scaffold.python.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Containers and generators that are made by loops. */
public sealed interface Comprehension extends Expression {
  /** {@code [element for x in y]}; {@code [*element for x in y]} has a starred one (PEP 798). */
  record ListComp(int start, int end, Expression element, List<Clause.ForClause> clauses)
      implements Comprehension {
    /** Keeps unmodifiable copies. */
    public ListComp {
      clauses = List.copyOf(clauses);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(element);
      clauses.forEach(visitor);
    }
  }

  /** <code>{element for x in y}</code>. */
  record SetComp(int start, int end, Expression element, List<Clause.ForClause> clauses)
      implements Comprehension {
    /** Keeps unmodifiable copies. */
    public SetComp {
      clauses = List.copyOf(clauses);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(element);
      clauses.forEach(visitor);
    }
  }

  /** {@code (element for x in y)}, parentheses included, even where they are those of a call. */
  record GeneratorExp(int start, int end, Expression element, List<Clause.ForClause> clauses)
      implements Comprehension {
    /** Keeps unmodifiable copies. */
    public GeneratorExp {
      clauses = List.copyOf(clauses);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(element);
      clauses.forEach(visitor);
    }
  }

  /**
   * <code>{key: value for x in y}</code>; <code>{**key for x in y}</code> has no value (PEP 798).
   */
  record DictComp(
      int start,
      int end,
      Expression key,
      Optional<Expression> value,
      List<Clause.ForClause> clauses)
      implements Comprehension {
    /** Keeps unmodifiable copies. */
    public DictComp {
      clauses = List.copyOf(clauses);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(key);
      value.ifPresent(visitor);
      clauses.forEach(visitor);
    }
  }
}
