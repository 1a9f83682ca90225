package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Slice;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.Primary.Subscript;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An atom, and the attributes, calls and subscripts behind it. */
final class Primaries {
  private final Grammar grammar;
  private final Cursor cursor;

  Primaries(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** {@code await value}, or a value. */
  Expression awaited() {
    if (cursor.kind() != TokenKind.AWAIT) {
      return primary();
    }
    int start = cursor.start();
    cursor.advance();
    Expression value = primary();
    return new Await(start, cursor.lastEnd(), value);
  }

  private Expression primary() {
    int start = cursor.start();
    Expression value = grammar.atoms.atom();
    while (true) {
      switch (cursor.kind()) {
        case DOT -> value = attribute(start, value);
        case LPAR -> value = grammar.calls.call(start, value);
        case LSQB -> value = subscript(start, value);
        default -> {
          return value;
        }
      }
    }
  }

  private Expression attribute(int start, Expression value) {
    cursor.advance();
    String name = cursor.name();
    return new Attribute(start, cursor.lastEnd(), value, name);
  }

  private Expression subscript(int start, Expression value) {
    cursor.advance();
    Expression slice = slices();
    cursor.expect(TokenKind.RSQB, "expected ]");
    return new Subscript(start, cursor.lastEnd(), value, slice);
  }

  private Expression slices() {
    int start = cursor.start();
    Expression first = slice();
    if (cursor.kind() != TokenKind.COMMA) {
      // Without a comma, x[*a] is a tuple too (PEP 646).
      return first instanceof Starred ? new Tuple(start, cursor.lastEnd(), List.of(first)) : first;
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind() != TokenKind.RSQB) {
      elements.add(slice());
    }
    return new Tuple(start, cursor.lastEnd(), elements);
  }

  private Expression slice() {
    int start = cursor.start();
    if (cursor.kind() == TokenKind.STAR) {
      return grammar.expressions.starred();
    }
    if (cursor.kind() != TokenKind.COLON) {
      Expression index = grammar.expressions.named();
      return cursor.kind() == TokenKind.COLON ? slice(start, Optional.of(index)) : index;
    }
    return slice(start, Optional.empty());
  }

  private Slice slice(int start, Optional<Expression> lower) {
    cursor.advance();
    Optional<Expression> upper = bound();
    Optional<Expression> step = cursor.accept(TokenKind.COLON) ? bound() : Optional.empty();
    return new Slice(start, cursor.lastEnd(), lower, upper, step);
  }

  private Optional<Expression> bound() {
    return switch (cursor.kind()) {
      case COLON, COMMA, RSQB -> Optional.empty();
      default -> Optional.of(grammar.expressions.expression());
    };
  }
}
