package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Clause.Handler;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Try;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.OpaqueStatement;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code try} with its handlers. */
final class Tries {
  private final Grammar grammar;
  private final Cursor cursor;
  private final CompoundStatements blocks;

  Tries(Grammar grammar, CompoundStatements blocks) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.blocks = blocks;
  }

  Statement statement() {
    int start = cursor.start();
    cursor.advance();
    List<Statement> body = blocks.block();
    boolean star = cursor.kind() == TokenKind.EXCEPT && cursor.next() == TokenKind.STAR;
    List<Handler> handlers = new ArrayList<>(1);
    while (cursor.kind() == TokenKind.EXCEPT
        && cursor.attempt(() -> handler(star)).map(handlers::add).isPresent()) {}
    List<Statement> orElse = handlers.isEmpty() ? List.of() : blocks.optionalBlock(TokenKind.ELSE);
    List<Statement> finalBody = blocks.optionalBlock(TokenKind.FINALLY);
    if (handlers.isEmpty() && finalBody.isEmpty()) {
      return new OpaqueStatement(
          start, cursor.lastEnd(), "expected except or finally", cursor.start(), body);
    }
    return new Try(start, cursor.lastEnd(), star, body, handlers, orElse, finalBody);
  }

  private Handler handler(boolean star) {
    int start = cursor.start();
    cursor.advance();
    if (star) {
      cursor.expect(TokenKind.STAR, "expected *");
    }
    Optional<Expression> type =
        !star && cursor.kind() == TokenKind.COLON ? Optional.empty() : Optional.of(types());
    Optional<String> name =
        type.isPresent() && cursor.accept(TokenKind.AS)
            ? Optional.of(cursor.name())
            : Optional.empty();
    List<Statement> body = blocks.block();
    return new Handler(start, cursor.lastEnd(), type, name, body);
  }

  /** {@code A}, or {@code A, B} without parentheses (PEP 758), which can have no name. */
  private Expression types() {
    int start = cursor.start();
    Expression first = grammar.expressions.expression();
    if (cursor.kind() != TokenKind.COMMA) {
      return first;
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind() != TokenKind.COLON) {
      elements.add(grammar.expressions.expression());
    }
    if (cursor.kind() == TokenKind.AS) {
      throw cursor.failure("expected parentheses around the types");
    }
    return new Tuple(start, cursor.lastEnd(), elements);
  }
}
