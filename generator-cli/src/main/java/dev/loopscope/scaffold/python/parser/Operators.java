package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.BinaryOperator;
import dev.loopscope.scaffold.python.tree.ComparisonOperator;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Operation.BoolOp;
import dev.loopscope.scaffold.python.tree.Operation.Compare;
import dev.loopscope.scaffold.python.tree.Operation.IfExp;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Operation.UnaryOp;
import dev.loopscope.scaffold.python.tree.UnaryOperator;

/** How closely operators bind, and what they mean. */
final class Operators {
  static final int NONE = 0;
  static final int OR = 1;
  static final int AND = 2;
  static final int NOT = 3;
  static final int COMPARISON = 4;
  static final int BIT_OR = 5;
  private static final int BIT_XOR = 6;
  private static final int BIT_AND = 7;
  private static final int SHIFT = 8;
  private static final int SUM = 9;
  private static final int TERM = 10;

  private Operators() {}

  /** How closely an operator between two operands binds; {@link #NONE} if it is none. */
  static int binding(TokenKind kind) {
    return switch (kind) {
      case OR -> OR;
      case AND -> AND;
      // As in "not in"; a "not" between operands means nothing else.
      case IN, IS, NOT, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, EQUAL_EQUAL, NOT_EQUAL ->
          COMPARISON;
      case BAR -> BIT_OR;
      case CARET -> BIT_XOR;
      case AMPERSAND -> BIT_AND;
      case LEFT_SHIFT, RIGHT_SHIFT -> SHIFT;
      case PLUS, MINUS -> SUM;
      case STAR, SLASH, DOUBLE_SLASH, PERCENT, AT -> TERM;
      default -> NONE;
    };
  }

  /** Whether an expression without parentheses around it is none that a star may stand before. */
  static boolean bindsLooserThanStar(Expression read) {
    return read instanceof Lambda
        || read instanceof IfExp
        || read instanceof BoolOp
        || read instanceof Compare
        || (read instanceof UnaryOp unary && unary.operator() == UnaryOperator.NOT);
  }

  /** The meaning of an arithmetic operator, also of one that assigns. */
  static BinaryOperator binary(TokenKind kind) {
    return switch (kind) {
      case PLUS, PLUS_EQUAL -> BinaryOperator.ADD;
      case MINUS, MINUS_EQUAL -> BinaryOperator.SUBTRACT;
      case STAR, STAR_EQUAL -> BinaryOperator.MULTIPLY;
      case AT, AT_EQUAL -> BinaryOperator.MATRIX_MULTIPLY;
      case SLASH, SLASH_EQUAL -> BinaryOperator.DIVIDE;
      case DOUBLE_SLASH, DOUBLE_SLASH_EQUAL -> BinaryOperator.FLOOR_DIVIDE;
      case PERCENT, PERCENT_EQUAL -> BinaryOperator.MODULO;
      case DOUBLE_STAR, DOUBLE_STAR_EQUAL -> BinaryOperator.POWER;
      case LEFT_SHIFT, LEFT_SHIFT_EQUAL -> BinaryOperator.LEFT_SHIFT;
      case RIGHT_SHIFT, RIGHT_SHIFT_EQUAL -> BinaryOperator.RIGHT_SHIFT;
      case BAR, BAR_EQUAL -> BinaryOperator.BIT_OR;
      case CARET, CARET_EQUAL -> BinaryOperator.BIT_XOR;
      case AMPERSAND, AMPERSAND_EQUAL -> BinaryOperator.BIT_AND;
      default -> throw new IllegalArgumentException(kind + " is no arithmetic operator");
    };
  }

  /** Whether this assigns the result of an operation. */
  static boolean isAugmentedAssignment(TokenKind kind) {
    return kind.compareTo(TokenKind.PLUS_EQUAL) >= 0 && kind.compareTo(TokenKind.CARET_EQUAL) <= 0;
  }

  /** The meaning of a comparison that is one token. */
  static ComparisonOperator comparison(TokenKind kind) {
    return switch (kind) {
      case EQUAL_EQUAL -> ComparisonOperator.EQUAL;
      case NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
      case LESS -> ComparisonOperator.LESS;
      case LESS_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
      case GREATER -> ComparisonOperator.GREATER;
      case GREATER_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
      case IN -> ComparisonOperator.IN;
      case IS -> ComparisonOperator.IS;
      default -> throw new IllegalArgumentException(kind + " is no comparison");
    };
  }
}
