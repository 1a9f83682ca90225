package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.Constant;
import dev.loopscope.scaffold.python.tree.Operation.BinOp;
import dev.loopscope.scaffold.python.tree.Operation.UnaryOp;
import dev.loopscope.scaffold.python.tree.Pattern;
import dev.loopscope.scaffold.python.tree.Pattern.MatchClass;
import dev.loopscope.scaffold.python.tree.Pattern.MatchMapping;
import dev.loopscope.scaffold.python.tree.Pattern.MatchSequence;
import dev.loopscope.scaffold.python.tree.Pattern.MatchSingleton;
import dev.loopscope.scaffold.python.tree.Pattern.MatchStar;
import dev.loopscope.scaffold.python.tree.Pattern.MatchValue;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Patterns that need no brackets around them: values, names, classes, and what has brackets. */
final class ClosedPatterns {
  private final Grammar grammar;
  private final Cursor cursor;
  private final Patterns patterns;

  ClosedPatterns(Grammar grammar, Patterns patterns) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.patterns = patterns;
  }

  Pattern pattern() {
    return switch (cursor.kind()) {
      case NUMBER, PLUS, MINUS, STRING, FSTRING_START, TSTRING_START -> {
        int start = cursor.start();
        Expression value = literal();
        yield new MatchValue(start, cursor.lastEnd(), value);
      }
      case NONE -> singleton(Constant.NONE);
      case TRUE -> singleton(Constant.TRUE);
      case FALSE -> singleton(Constant.FALSE);
      case LPAR -> group();
      case LSQB -> list();
      case LBRACE -> mapping();
      case NAME -> name();
      default -> throw cursor.failure("expected a pattern");
    };
  }

  private Pattern singleton(Constant constant) {
    int start = cursor.start();
    cursor.advance();
    return new MatchSingleton(start, cursor.lastEnd(), constant);
  }

  /** {@code -1}, {@code 1 + 2j} or strings. */
  private Expression literal() {
    if (!startsNumber(cursor.kind())) {
      return grammar.strings.literals();
    }
    int start = cursor.start();
    Expression real = signed();
    TokenKind sign = cursor.kind();
    if (sign != TokenKind.PLUS && sign != TokenKind.MINUS) {
      return real;
    }
    cursor.advance();
    Expression imaginary = number();
    return new BinOp(start, cursor.lastEnd(), real, Operators.binary(sign), imaginary);
  }

  private static boolean startsNumber(TokenKind kind) {
    return kind == TokenKind.NUMBER || kind == TokenKind.PLUS || kind == TokenKind.MINUS;
  }

  /** A plus (Python 3.15) is no part of the number. */
  private Expression signed() {
    int start = cursor.start();
    if (cursor.accept(TokenKind.PLUS) || !cursor.accept(TokenKind.MINUS)) {
      return number();
    }
    Expression operand = number();
    return new UnaryOp(start, cursor.lastEnd(), UnaryOperator.MINUS, operand);
  }

  private Expression number() {
    if (cursor.kind() != TokenKind.NUMBER) {
      throw cursor.failure("expected a number");
    }
    return grammar.atoms.atom();
  }

  private Pattern name() {
    TokenKind next = cursor.next();
    if (next != TokenKind.DOT && next != TokenKind.LPAR) {
      return patterns.capture();
    }
    int start = cursor.start();
    Expression name = dottedName();
    return cursor.kind() == TokenKind.LPAR
        ? ofClass(start, name)
        : new MatchValue(start, cursor.lastEnd(), name);
  }

  private Expression dottedName() {
    int start = cursor.start();
    Expression name = grammar.atoms.name();
    while (cursor.accept(TokenKind.DOT)) {
      String attribute = cursor.name();
      name = new Attribute(start, cursor.lastEnd(), name, attribute);
    }
    return name;
  }

  private Pattern ofClass(int start, Expression type) {
    cursor.advance();
    List<Pattern> positional = new ArrayList<>();
    List<String> keywordNames = new ArrayList<>();
    List<Pattern> keywordPatterns = new ArrayList<>();
    while (cursor.kind() != TokenKind.RPAR) {
      if (cursor.kind() == TokenKind.NAME && cursor.next() == TokenKind.EQUAL) {
        keywordNames.add(cursor.name());
        cursor.advance();
        keywordPatterns.add(patterns.pattern());
      } else if (keywordNames.isEmpty()) {
        positional.add(patterns.pattern());
      } else {
        throw cursor.failure("expected a keyword pattern");
      }
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    cursor.expect(TokenKind.RPAR, "expected , or )");
    return new MatchClass(start, cursor.lastEnd(), type, positional, keywordNames, keywordPatterns);
  }

  /** {@code (a)} is {@code a}; {@code (a,)} and {@code ()} are sequences. */
  private Pattern group() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RPAR)) {
      return new MatchSequence(start, cursor.lastEnd(), List.of());
    }
    Pattern first = patterns.starredOrPattern();
    boolean sequence = cursor.kind() == TokenKind.COMMA;
    if (!sequence && first instanceof MatchStar) {
      throw cursor.failure("expected ,");
    }
    List<Pattern> all = patterns.sequence(first, TokenKind.RPAR);
    cursor.expect(TokenKind.RPAR, "expected , or )");
    return sequence ? new MatchSequence(start, cursor.lastEnd(), all) : first;
  }

  private Pattern list() {
    int start = cursor.start();
    cursor.advance();
    List<Pattern> all =
        cursor.kind() == TokenKind.RSQB
            ? List.of()
            : patterns.sequence(patterns.starredOrPattern(), TokenKind.RSQB);
    cursor.expect(TokenKind.RSQB, "expected , or ]");
    return new MatchSequence(start, cursor.lastEnd(), all);
  }

  private Pattern mapping() {
    int start = cursor.start();
    cursor.advance();
    List<Expression> keys = new ArrayList<>();
    List<Pattern> values = new ArrayList<>();
    Optional<String> rest = Optional.empty();
    while (cursor.kind() != TokenKind.RBRACE && rest.isEmpty()) {
      if (cursor.accept(TokenKind.DOUBLE_STAR)) {
        rest = Optional.of(cursor.name());
      } else {
        keys.add(key());
        cursor.expect(TokenKind.COLON, "expected :");
        values.add(patterns.pattern());
      }
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    cursor.expect(TokenKind.RBRACE, "expected , or }");
    return new MatchMapping(start, cursor.lastEnd(), keys, values, rest);
  }

  private Expression key() {
    return switch (cursor.kind()) {
      case NAME -> dottedName();
      case NONE, TRUE, FALSE -> grammar.atoms.atom();
      default -> literal();
    };
  }
}
