package dev.loopscope.scaffold.python.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A statement without a block. */
public sealed interface SimpleStatement extends Statement {
  /** An expression for its effect: {@code Expr} in {@code ast}. */
  record ExpressionStatement(int start, int end, Expression value) implements SimpleStatement {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(value);
    }
  }

  /** {@code a = b = value}: two targets. */
  record Assign(int start, int end, List<Expression> targets, Expression value)
      implements SimpleStatement {
    /** Keeps unmodifiable copies. */
    public Assign {
      targets = List.copyOf(targets);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      targets.forEach(visitor);
      visitor.accept(value);
    }
  }

  /** {@code target += value}. */
  record AugAssign(int start, int end, Expression target, BinaryOperator operator, Expression value)
      implements SimpleStatement {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(target);
      visitor.accept(value);
    }
  }

  /** {@code target: annotation = value}; simple if the target is a name without parentheses. */
  record AnnAssign(
      int start,
      int end,
      Expression target,
      Expression annotation,
      Optional<Expression> value,
      boolean simple)
      implements SimpleStatement {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(target);
      visitor.accept(annotation);
      value.ifPresent(visitor);
    }
  }

  /** {@code type name[T] = value} (PEP 695). */
  record TypeAlias(
      int start, int end, Primary.Name name, List<TypeParameter> typeParameters, Expression value)
      implements SimpleStatement {
    /** Keeps unmodifiable copies. */
    public TypeAlias {
      typeParameters = List.copyOf(typeParameters);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(name);
      typeParameters.forEach(visitor);
      visitor.accept(value);
    }
  }

  /** {@code return value}. */
  record Return(int start, int end, Optional<Expression> value) implements SimpleStatement {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      value.ifPresent(visitor);
    }
  }

  /** {@code raise exception from cause}. */
  record Raise(int start, int end, Optional<Expression> exception, Optional<Expression> cause)
      implements SimpleStatement {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      exception.ifPresent(visitor);
      cause.ifPresent(visitor);
    }
  }

  /** {@code assert test, message}. */
  record Assert(int start, int end, Expression test, Optional<Expression> message)
      implements SimpleStatement {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(test);
      message.ifPresent(visitor);
    }
  }

  /** {@code del a, b}. */
  record Delete(int start, int end, List<Expression> targets) implements SimpleStatement {
    /** Keeps unmodifiable copies. */
    public Delete {
      targets = List.copyOf(targets);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      targets.forEach(visitor);
    }
  }

  /** {@code pass}. */
  record Pass(int start, int end) implements SimpleStatement {}

  /** {@code break}. */
  record Break(int start, int end) implements SimpleStatement {}

  /** {@code continue}. */
  record Continue(int start, int end) implements SimpleStatement {}

  /** {@code global a, b}. */
  record Global(int start, int end, List<String> names) implements SimpleStatement {
    /** Keeps unmodifiable copies. */
    public Global {
      names = List.copyOf(names);
    }
  }

  /** {@code nonlocal a, b}. */
  record Nonlocal(int start, int end, List<String> names) implements SimpleStatement {
    /** Keeps unmodifiable copies. */
    public Nonlocal {
      names = List.copyOf(names);
    }
  }

  /** {@code import a.b as c, d}; with {@code lazy} before it, at its first use (PEP 810). */
  record Import(int start, int end, boolean lazy, List<Clause.Alias> names)
      implements SimpleStatement {
    /** Keeps unmodifiable copies. */
    public Import {
      names = List.copyOf(names);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      names.forEach(visitor);
    }
  }

  /**
   * {@code from ..module import a as b, c}; level counts the full stops, and {@code *} is a name.
   * With {@code lazy} before it, at its first use (PEP 810).
   */
  record ImportFrom(
      int start,
      int end,
      boolean lazy,
      Optional<String> module,
      int level,
      List<Clause.Alias> names)
      implements SimpleStatement {
    /** Keeps unmodifiable copies. */
    public ImportFrom {
      names = List.copyOf(names);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      names.forEach(visitor);
    }
  }
}
