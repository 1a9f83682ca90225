package dev.loopscope.scaffold.python.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A statement with a block, or several. An {@code elif} is an {@link If} that is alone in the other
 * branch.
 */
public sealed interface CompoundStatement extends Statement {
  /** A function; starts at {@code def} or {@code async}, behind its decorators. */
  record FunctionDef(
      int start,
      int end,
      boolean async,
      List<Expression> decorators,
      Primary.Name name,
      List<TypeParameter> typeParameters,
      List<Clause.Parameter> parameters,
      Optional<Expression> returns,
      List<Statement> body)
      implements CompoundStatement {
    /** Keeps unmodifiable copies. */
    public FunctionDef {
      decorators = List.copyOf(decorators);
      typeParameters = List.copyOf(typeParameters);
      parameters = List.copyOf(parameters);
      body = body instanceof DeferredBlock ? body : List.copyOf(body);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      decorators.forEach(visitor);
      visitor.accept(name);
      typeParameters.forEach(visitor);
      parameters.forEach(visitor);
      returns.ifPresent(visitor);
      body.forEach(visitor);
    }
  }

  /** A class; starts at {@code class}, behind its decorators. */
  record ClassDef(
      int start,
      int end,
      List<Expression> decorators,
      Primary.Name name,
      List<TypeParameter> typeParameters,
      List<Expression> bases,
      List<Clause.Keyword> keywords,
      List<Statement> body)
      implements CompoundStatement {
    /** Keeps unmodifiable copies. */
    public ClassDef {
      decorators = List.copyOf(decorators);
      typeParameters = List.copyOf(typeParameters);
      bases = List.copyOf(bases);
      keywords = List.copyOf(keywords);
      body = List.copyOf(body);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      decorators.forEach(visitor);
      visitor.accept(name);
      typeParameters.forEach(visitor);
      bases.forEach(visitor);
      keywords.forEach(visitor);
      body.forEach(visitor);
    }
  }

  /** {@code if test: ... else: ...}. */
  record If(int start, int end, Expression test, List<Statement> body, List<Statement> orElse)
      implements CompoundStatement {
    /** Keeps unmodifiable copies. */
    public If {
      body = List.copyOf(body);
      orElse = List.copyOf(orElse);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(test);
      body.forEach(visitor);
      orElse.forEach(visitor);
    }
  }

  /** {@code for target in iterable: ... else: ...}. */
  record For(
      int start,
      int end,
      boolean async,
      Expression target,
      Expression iterable,
      List<Statement> body,
      List<Statement> orElse)
      implements CompoundStatement {
    /** Keeps unmodifiable copies. */
    public For {
      body = List.copyOf(body);
      orElse = List.copyOf(orElse);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(target);
      visitor.accept(iterable);
      body.forEach(visitor);
      orElse.forEach(visitor);
    }
  }

  /** {@code while test: ... else: ...}. */
  record While(int start, int end, Expression test, List<Statement> body, List<Statement> orElse)
      implements CompoundStatement {
    /** Keeps unmodifiable copies. */
    public While {
      body = List.copyOf(body);
      orElse = List.copyOf(orElse);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(test);
      body.forEach(visitor);
      orElse.forEach(visitor);
    }
  }

  /** {@code with a as b, c: ...}. */
  record With(int start, int end, boolean async, List<Clause.WithItem> items, List<Statement> body)
      implements CompoundStatement {
    /** Keeps unmodifiable copies. */
    public With {
      items = List.copyOf(items);
      body = List.copyOf(body);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      items.forEach(visitor);
      body.forEach(visitor);
    }
  }

  /**
   * {@code try: ... except E: ... else: ... finally: ...}; with a star, its handlers are {@code
   * except*}.
   */
  record Try(
      int start,
      int end,
      boolean star,
      List<Statement> body,
      List<Clause.Handler> handlers,
      List<Statement> orElse,
      List<Statement> finalBody)
      implements CompoundStatement {
    /** Keeps unmodifiable copies. */
    public Try {
      body = List.copyOf(body);
      handlers = List.copyOf(handlers);
      orElse = List.copyOf(orElse);
      finalBody = List.copyOf(finalBody);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      body.forEach(visitor);
      handlers.forEach(visitor);
      orElse.forEach(visitor);
      finalBody.forEach(visitor);
    }
  }

  /** {@code match subject: case ...} (PEP 634). */
  record Match(int start, int end, Expression subject, List<Clause.Case> cases)
      implements CompoundStatement {
    /** Keeps unmodifiable copies. */
    public Match {
      cases = List.copyOf(cases);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(subject);
      cases.forEach(visitor);
    }
  }
}
