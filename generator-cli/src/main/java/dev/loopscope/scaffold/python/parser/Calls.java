package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Clause.Keyword;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of calls and of class definitions. */
final class Calls {
  private final Grammar grammar;
  private final Cursor cursor;

  Calls(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** What stands between the parentheses. */
  record Arguments(List<Expression> positional, List<Keyword> keywords) {}

  Expression call(int start, Expression function) {
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
