package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Clause.DictEntry;
import dev.loopscope.scaffold.python.tree.Display.DictDisplay;
import dev.loopscope.scaffold.python.tree.Display.ListDisplay;
import dev.loopscope.scaffold.python.tree.Display.SetDisplay;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.Constant;
import dev.loopscope.scaffold.python.tree.Literal.NamedConstant;
import dev.loopscope.scaffold.python.tree.Literal.NumberLiteral;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names, constants, and everything in brackets of its own. */
final class Atoms {
  private final Grammar grammar;
  private final Cursor cursor;

  Atoms(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression atom() {
    return switch (cursor.kind()) {
      case NAME -> name();
      case NUMBER -> number();
      case STRING, FSTRING_START, TSTRING_START -> grammar.strings.literals();
      case LPAR -> parenthesized();
      case LSQB -> list();
      case LBRACE -> braced();
      case NONE -> constant(Constant.NONE);
      case TRUE -> constant(Constant.TRUE);
      case FALSE -> constant(Constant.FALSE);
      case ELLIPSIS -> constant(Constant.ELLIPSIS);
      default -> throw cursor.failure("expected an expression");
    };
  }

  /** A name. */
  Name name() {
    int start = cursor.start();
    int end = cursor.end();
    return new Name(start, end, cursor.name());
  }

  private NumberLiteral number() {
    int start = cursor.start();
    cursor.advance();
    int end = cursor.lastEnd();
    return new NumberLiteral(start, end, cursor.text(start, end));
  }

  private NamedConstant constant(Constant constant) {
    int start = cursor.start();
    cursor.advance();
    return new NamedConstant(start, cursor.lastEnd(), constant);
  }

  private Expression parenthesized() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RPAR)) {
      return new Tuple(start, cursor.lastEnd(), List.of());
    }
    if (cursor.kind() == TokenKind.YIELD) {
      Expression value = grammar.expressions.yielded();
      cursor.expect(TokenKind.RPAR, "expected )");
      return value;
    }
    Expression first =
        cursor.kind() == TokenKind.STAR ? starredBeforeLoops() : grammar.expressions.named();
    if (cursor.kind() == TokenKind.COMMA) {
      List<Expression> elements = elements(first, TokenKind.RPAR, "expected , or )");
      return new Tuple(start, cursor.lastEnd(), elements);
    }
    if (grammar.comprehensions.startHere()) {
      return grammar.comprehensions.generator(start, first);
    }
    if (first instanceof Starred) {
      throw cursor.failure("expected ,");
    }
    cursor.expect(TokenKind.RPAR, "expected )");
    return first;
  }

  /**
   * {@code *value} behind a parenthesis: before the loops of a generator any expression, and else,
   * as in every display, one that binds closer than a comparison.
   */
  private Starred starredBeforeLoops() {
    int start = cursor.start();
    cursor.advance();
    int operand = cursor.start();
    Expression value = grammar.expressions.expression();
    // In parentheses of its own, it starts behind them.
    boolean looser = value.start() == operand && Operators.bindsLooserThanStar(value);
    if (looser && !grammar.comprehensions.startHere()) {
      throw cursor.failure("expected for");
    }
    return new Starred(start, cursor.lastEnd(), value);
  }

  private Expression list() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RSQB)) {
      return new ListDisplay(start, cursor.lastEnd(), List.of());
    }
    Expression first = grammar.expressions.starredOrNamed();
    if (grammar.comprehensions.startHere()) {
      return grammar.comprehensions.list(start, first);
    }
    List<Expression> elements = elements(first, TokenKind.RSQB, "expected , or ]");
    return new ListDisplay(start, cursor.lastEnd(), elements);
  }

  /** The elements behind the first one, and the closing bracket. */
  private List<Expression> elements(Expression first, TokenKind closing, String expected) {
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind() != closing) {
      elements.add(grammar.expressions.starredOrNamed());
    }
    cursor.expect(closing, expected);
    return elements;
  }

  private Expression braced() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RBRACE)) {
      return new DictDisplay(start, cursor.lastEnd(), List.of());
    }
    if (cursor.kind() == TokenKind.DOUBLE_STAR) {
      DictEntry unpacked = entry();
      return grammar.comprehensions.startHere()
          ? grammar.comprehensions.dict(start, unpacked.value(), Optional.empty())
          : dict(start, unpacked);
    }
    int elementStart = cursor.start();
    Expression first = grammar.expressions.starredOrNamed();
    if (cursor.kind() == TokenKind.COLON && !(first instanceof Starred)) {
      DictEntry entry = entry(elementStart, first);
      return grammar.comprehensions.startHere()
          ? grammar.comprehensions.dict(start, first, Optional.of(entry.value()))
          : dict(start, entry);
    }
    if (grammar.comprehensions.startHere()) {
      return grammar.comprehensions.set(start, first);
    }
    List<Expression> elements = elements(first, TokenKind.RBRACE, "expected , or }");
    return new SetDisplay(start, cursor.lastEnd(), elements);
  }

  private Expression dict(int start, DictEntry first) {
    List<DictEntry> entries = new ArrayList<>();
    entries.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind() != TokenKind.RBRACE) {
      entries.add(entry());
    }
    cursor.expect(TokenKind.RBRACE, "expected , or }");
    return new DictDisplay(start, cursor.lastEnd(), entries);
  }

  private DictEntry entry() {
    int start = cursor.start();
    if (cursor.accept(TokenKind.DOUBLE_STAR)) {
      cursor.enter();
      Expression value = grammar.operations.bitwiseOr();
      cursor.leave();
      return new DictEntry(start, cursor.lastEnd(), Optional.empty(), value);
    }
    return entry(start, grammar.expressions.expression());
  }

  private DictEntry entry(int start, Expression key) {
    cursor.expect(TokenKind.COLON, "expected :");
    Expression value = grammar.expressions.expression();
    return new DictEntry(start, cursor.lastEnd(), Optional.of(key), value);
  }
}
