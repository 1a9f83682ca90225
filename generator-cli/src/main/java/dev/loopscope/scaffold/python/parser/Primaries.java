package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Slice;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.Primary.Subscript;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An atom, and the attributes, calls and subscripts behind it. The arguments of class definitions
 * are those of calls.
 */
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
        case LPAR -> value = call(start, value);
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

  /** What stands between the parentheses. */
  record Arguments(List<Expression> positional, List<Keyword> keywords) {}

  private Expression call(int start, Expression function) {
    Arguments arguments = arguments();
    return new Call(start, cursor.lastEnd(), function, arguments.positional, arguments.keywords);
  }

  /** From the opening parenthesis to the closing one. */
  Arguments arguments() {
    int open = cursor.start();
    cursor.expect(TokenKind.LPAR, "expected (");
    if (cursor.accept(TokenKind.RPAR)) {
      return new Arguments(List.of(), List.of());
    }
    Arguments read = new Arguments(new ArrayList<>(2), new ArrayList<>(2));
    do {
      if (cursor.kind() == TokenKind.RPAR) {
        break;
      }
      if (argument(read, open)) {
        return read;
      }
    } while (cursor.accept(TokenKind.COMMA));
    cursor.expect(TokenKind.RPAR, "expected , or )");
    return read;
  }

  /** Reads one argument; whether it was a lone generator, whose parentheses are the call's. */
  private boolean argument(Arguments read, int open) {
    switch (cursor.kind()) {
      case STAR -> {
        return starred(read, open);
      }
      case DOUBLE_STAR -> read.keywords.add(doubleStarred());
      case NAME -> {
        if (cursor.next() == TokenKind.EQUAL) {
          read.keywords.add(keyword());
        } else {
          return positional(read, open);
        }
      }
      default -> {
        return positional(read, open);
      }
    }
    return false;
  }

  private boolean positional(Arguments read, int open) {
    if (!read.keywords.isEmpty()) {
      throw cursor.failure("expected a keyword argument");
    }
    return loneGenerator(read, open, grammar.expressions.named());
  }

  private boolean loneGenerator(Arguments read, int open, Expression value) {
    boolean generator =
        read.positional.isEmpty() && read.keywords.isEmpty() && grammar.comprehensions.startHere();
    read.positional.add(generator ? grammar.comprehensions.generator(open, value) : value);
    return generator;
  }

  private boolean starred(Arguments read, int open) {
    boolean afterDoubleStar = read.keywords.stream().anyMatch(keyword -> keyword.name().isEmpty());
    if (afterDoubleStar) {
      throw cursor.failure("expected a keyword argument");
    }
    int start = cursor.start();
    cursor.advance();
    Expression value = grammar.expressions.expression();
    return loneGenerator(read, open, new Starred(start, cursor.lastEnd(), value));
  }

  private Keyword doubleStarred() {
    int start = cursor.start();
    cursor.advance();
    Expression value = grammar.expressions.expression();
    return new Keyword(start, cursor.lastEnd(), Optional.empty(), value);
  }

  private Keyword keyword() {
    int start = cursor.start();
    String name = cursor.name();
    cursor.advance();
    Expression value = grammar.expressions.expression();
    return new Keyword(start, cursor.lastEnd(), Optional.of(name), value);
  }
}
