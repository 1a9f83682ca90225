package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.BinaryOperator;
import dev.loopscope.scaffold.python.tree.BooleanOperator;
import dev.loopscope.scaffold.python.tree.ComparisonOperator;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Operation.BinOp;
import dev.loopscope.scaffold.python.tree.Operation.BoolOp;
import dev.loopscope.scaffold.python.tree.Operation.Compare;
import dev.loopscope.scaffold.python.tree.Operation.UnaryOp;
import dev.loopscope.scaffold.python.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** Operators and their operands, by precedence climbing. */
final class Operations {
  private final Grammar grammar;
  private final Cursor cursor;

  Operations(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Everything that binds closer than a conditional. */
  Expression disjunction() {
    return operation(Operators.OR);
  }

  /** Everything that binds closer than a comparison: what {@code for} can assign to, too. */
  Expression bitwiseOr() {
    return operation(Operators.BIT_OR);
  }

  /** Operands joined by operators that bind as closely as {@code floor}, or closer. */
  private Expression operation(int floor) {
    int start = cursor.start();
    Expression left =
        cursor.kind() == TokenKind.NOT && floor <= Operators.NOT ? negation() : factor();
    while (true) {
      TokenKind operator = cursor.kind();
      int binding = Operators.binding(operator);
      if (binding < floor || binding == Operators.NONE) {
        return left;
      }
      if (binding > Operators.COMPARISON) {
        cursor.advance();
        Expression right = operation(binding + 1);
        left = new BinOp(start, cursor.lastEnd(), left, Operators.binary(operator), right);
      } else if (binding == Operators.COMPARISON) {
        left = comparison(start, left);
      } else {
        left = bool(start, left, operator, binding);
      }
    }
  }

  private Expression negation() {
    int start = cursor.start();
    cursor.advance();
    cursor.enter();
    Expression operand = operation(Operators.NOT);
    cursor.leave();
    return new UnaryOp(start, cursor.lastEnd(), UnaryOperator.NOT, operand);
  }

  private Expression bool(int start, Expression first, TokenKind operator, int binding) {
    List<Expression> values = new ArrayList<>();
    values.add(first);
    while (cursor.accept(operator)) {
      values.add(operation(binding + 1));
    }
    BooleanOperator meaning = operator == TokenKind.AND ? BooleanOperator.AND : BooleanOperator.OR;
    return new BoolOp(start, cursor.lastEnd(), meaning, values);
  }

  private Expression comparison(int start, Expression left) {
    List<ComparisonOperator> operators = new ArrayList<>(1);
    List<Expression> comparators = new ArrayList<>(1);
    while (Operators.binding(cursor.kind()) == Operators.COMPARISON) {
      operators.add(comparisonOperator());
      comparators.add(bitwiseOr());
    }
    return new Compare(start, cursor.lastEnd(), left, operators, comparators);
  }

  private ComparisonOperator comparisonOperator() {
    TokenKind operator = cursor.kind();
    cursor.advance();
    if (operator == TokenKind.NOT) {
      cursor.expect(TokenKind.IN, "expected in");
      return ComparisonOperator.NOT_IN;
    }
    if (operator == TokenKind.IS && cursor.accept(TokenKind.NOT)) {
      return ComparisonOperator.IS_NOT;
    }
    return Operators.comparison(operator);
  }

  /** {@code -a}, {@code a ** b}, or something without an operator. */
  private Expression factor() {
    return switch (cursor.kind()) {
      case PLUS -> unary(UnaryOperator.PLUS);
      case MINUS -> unary(UnaryOperator.MINUS);
      case TILDE -> unary(UnaryOperator.INVERT);
      default -> power();
    };
  }

  private Expression unary(UnaryOperator operator) {
    int start = cursor.start();
    cursor.advance();
    Expression operand = nestedFactor();
    return new UnaryOp(start, cursor.lastEnd(), operator, operand);
  }

  private Expression power() {
    int start = cursor.start();
    Expression base = grammar.primaries.awaited();
    if (!cursor.accept(TokenKind.DOUBLE_STAR)) {
      return base;
    }
    Expression exponent = nestedFactor();
    return new BinOp(start, cursor.lastEnd(), base, BinaryOperator.POWER, exponent);
  }

  private Expression nestedFactor() {
    cursor.enter();
    Expression factor = factor();
    cursor.leave();
    return factor;
  }
}
