package dev.loopscope.scaffold.python.tree;

import java.util.List;
import java.util.function.Consumer;

/** Operators, and what binds like them. */
public sealed interface Operation extends Expression {
  /** {@code a and b and c}: all operands of one operator in one node. */
  record BoolOp(int start, int end, BooleanOperator operator, List<Expression> values)
      implements Operation {
    /** Keeps unmodifiable copies. */
    public BoolOp {
      values = List.copyOf(values);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      values.forEach(visitor);
    }
  }

  /** {@code target := value}. */
  record NamedExpr(int start, int end, Primary.Name target, Expression value) implements Operation {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(target);
      visitor.accept(value);
    }
  }

  /** {@code left + right}. */
  record BinOp(int start, int end, Expression left, BinaryOperator operator, Expression right)
      implements Operation {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(left);
      visitor.accept(right);
    }
  }

  /** {@code -operand}. */
  record UnaryOp(int start, int end, UnaryOperator operator, Expression operand)
      implements Operation {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(operand);
    }
  }

  /** {@code lambda parameters: body}. */
  record Lambda(int start, int end, List<Clause.Parameter> parameters, Expression body)
      implements Operation {
    /** Keeps unmodifiable copies. */
    public Lambda {
      parameters = List.copyOf(parameters);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      parameters.forEach(visitor);
      visitor.accept(body);
    }
  }

  /** {@code body if test else orElse}. */
  record IfExp(int start, int end, Expression test, Expression body, Expression orElse)
      implements Operation {
    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(test);
      visitor.accept(body);
      visitor.accept(orElse);
    }
  }

  /** {@code left < b <= c}: as many operators as comparators. */
  record Compare(
      int start,
      int end,
      Expression left,
      List<ComparisonOperator> operators,
      List<Expression> comparators)
      implements Operation {
    /** Keeps unmodifiable copies. */
    public Compare {
      operators = List.copyOf(operators);
      comparators = List.copyOf(comparators);
    }

    @Override
    public void forEachChild(Consumer<? super Node> visitor) {
      visitor.accept(left);
      comparators.forEach(visitor);
    }
  }
}
