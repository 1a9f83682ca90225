package dev.loopscope.scaffold.python.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is neither a statement nor an expression, but part of one. */
public sealed interface Clause extends Node {
  /** A parameter of a function: its name and annotation, without stars and default. */
  record Parameter(
      int start,
      int end,
      ParameterKind kind,
      String name,
      Optional<Expression> annotation,
      Optional<Expression> defaultValue)
      implements Clause {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      annotation.ifPresent(visitor);
      defaultValue.ifPresent(visitor);
    }
  }

  /** {@code name=value} in a call, or {@code **value}, without a name. */
  record Keyword(int start, int end, Optional<String> name, Expression value) implements Clause {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(value);
    }
  }

  /** {@code key: value} in a dict, or {@code **value}, without a key. */
  record DictEntry(int start, int end, Optional<Expression> key, Expression value)
      implements Clause {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      key.ifPresent(visitor);
      visitor.accept(value);
    }
  }

  /** {@code for target in iterable if condition} of a comprehension. */
  record ForClause(
      int start,
      int end,
      boolean async,
      Expression target,
      Expression iterable,
      List<Expression> conditions)
      implements Clause {
    /** Keeps unmodifiable copies. */
    public ForClause {
      conditions = List.copyOf(conditions);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(target);
      visitor.accept(iterable);
      conditions.forEach(visitor);
    }
  }

  /** {@code name as asName} in an import; the name may be dotted. */
  record Alias(int start, int end, String name, Optional<String> asName) implements Clause {}

  /** {@code context as target}. */
  record WithItem(int start, int end, Expression context, Optional<Expression> target)
      implements Clause {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(context);
      target.ifPresent(visitor);
    }
  }

  /** {@code except type as name: ...}. */
  record Handler(
      int start, int end, Optional<Expression> type, Optional<String> name, List<Statement> body)
      implements Clause {
    /** Keeps unmodifiable copies. */
    public Handler {
      body = List.copyOf(body);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      type.ifPresent(visitor);
      body.forEach(visitor);
    }
  }

  /** {@code case pattern if guard: ...}. */
  record Case(int start, int end, Pattern pattern, Optional<Expression> guard, List<Statement> body)
      implements Clause {
    /** Keeps unmodifiable copies. */
    public Case {
      body = List.copyOf(body);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(pattern);
      guard.ifPresent(visitor);
      body.forEach(visitor);
    }
  }
}
