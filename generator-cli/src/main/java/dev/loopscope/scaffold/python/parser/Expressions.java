package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Operation.IfExp;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Operation.NamedExpr;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.Suspension.Yield;
import dev.loopscope.scaffold.python.tree.Suspension.YieldFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole expressions, and lists of them without brackets. */
final class Expressions {
  private final Grammar grammar;
  private final Cursor cursor;

  Expressions(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** A lambda, a conditional, or anything that binds closer. */
  Expression expression() {
    cursor.enter();
    Expression read = cursor.kind() == TokenKind.LAMBDA ? lambda() : conditional();
    cursor.leave();
    return read;
  }

  private Expression conditional() {
    int start = cursor.start();
    Expression body = grammar.operations.disjunction();
    if (!cursor.accept(TokenKind.IF)) {
      return body;
    }
    Expression test = grammar.operations.disjunction();
    cursor.expect(TokenKind.ELSE, "expected else");
    Expression orElse = expression();
    return new IfExp(start, cursor.lastEnd(), test, body, orElse);
  }

  private Expression lambda() {
    int start = cursor.start();
    cursor.advance();
    List<Parameter> parameters = grammar.parameters.ofLambda();
    cursor.expect(TokenKind.COLON, "expected a colon");
    Expression body = expression();
    return new Lambda(start, cursor.lastEnd(), parameters, body);
  }

  /** {@code name := value}, or an expression. */
  Expression named() {
    int start = cursor.start();
    Expression read = expression();
    if (cursor.kind() != TokenKind.COLON_EQUAL) {
      return read;
    }
    if (read instanceof Name target && target.start() == start) {
      cursor.advance();
      Expression value = expression();
      return new NamedExpr(start, cursor.lastEnd(), target, value);
    }
    throw cursor.failure("expected a name before :=");
  }

  /** {@code *value}, or a named expression: an element of a display. */
  Expression starredOrNamed() {
    return cursor.kind() == TokenKind.STAR ? starred() : named();
  }

  /** {@code *value}. */
  Starred starred() {
    int start = cursor.start();
    cursor.advance();
    cursor.enter();
    Expression value = grammar.operations.bitwiseOr();
    cursor.leave();
    return new Starred(start, cursor.lastEnd(), value);
  }

  /** {@code a}, {@code a, b}, {@code *a, b}: a tuple if there is a comma. */
  Expression list() {
    int start = cursor.start();
    Expression first = starredOrExpression();
    if (cursor.kind() != TokenKind.COMMA) {
      return first;
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && startsExpression(cursor.kind())) {
      elements.add(starredOrExpression());
    }
    return new Tuple(start, cursor.lastEnd(), elements);
  }

  /** What may stand behind an equals sign: a yield, or a list. */
  Expression listOrYield() {
    return cursor.kind() == TokenKind.YIELD ? yielded() : list();
  }

  private Expression starredOrExpression() {
    return cursor.kind() == TokenKind.STAR ? starred() : expression();
  }

  /** {@code yield}, {@code yield value} or {@code yield from value}. */
  Expression yielded() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.FROM)) {
      Expression value = expression();
      return new YieldFrom(start, cursor.lastEnd(), value);
    }
    Optional<Expression> value =
        startsExpression(cursor.kind()) ? Optional.of(list()) : Optional.empty();
    return new Yield(start, cursor.lastEnd(), value);
  }

  /** Whether an element of a list can start like this. */
  static boolean startsExpression(TokenKind kind) {
    return switch (kind) {
      case NAME, NUMBER, STRING, FSTRING_START, TSTRING_START, LPAR, LSQB, LBRACE, ELLIPSIS -> true;
      case PLUS, MINUS, TILDE, STAR, NOT, LAMBDA, AWAIT, FALSE, NONE, TRUE -> true;
      default -> false;
    };
  }
}
