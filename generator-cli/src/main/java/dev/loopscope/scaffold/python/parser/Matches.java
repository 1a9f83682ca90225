package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Clause.Case;
import dev.loopscope.scaffold.python.tree.CompoundStatement.Match;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Pattern;
import dev.loopscope.scaffold.python.tree.Pattern.OpaquePattern;
import dev.loopscope.scaffold.python.tree.Primary.Starred;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code match} and its cases, where these words are keywords. */
final class Matches {
  private final Grammar grammar;
  private final Cursor cursor;

  Matches(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Whether a match statement may start here; only its first lines tell for sure. */
  boolean mayStartHere() {
    return cursor.isWord("match") && Expressions.startsExpression(cursor.next());
  }

  /** The statement; empty if {@code match} turns out to be an ordinary name. */
  Optional<Statement> match() {
    int start = cursor.start();
    return cursor.attempt(this::header).map(subject -> withCases(start, subject));
  }

  private Expression header() {
    cursor.advance();
    Expression subject = subject();
    cursor.expect(TokenKind.COLON, "expected :");
    cursor.expect(TokenKind.NEWLINE, "expected a line end");
    cursor.expect(TokenKind.INDENT, "expected a block");
    if (!cursor.isWord("case")) {
      throw cursor.failure("expected case");
    }
    return subject;
  }

  private Expression subject() {
    int start = cursor.start();
    Expression first = grammar.expressions.starredOrNamed();
    if (cursor.kind() != TokenKind.COMMA) {
      if (first instanceof Starred) {
        throw cursor.failure("expected ,");
      }
      return first;
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind() != TokenKind.COLON) {
      elements.add(grammar.expressions.starredOrNamed());
    }
    return new Tuple(start, cursor.lastEnd(), elements);
  }

  private Statement withCases(int start, Expression subject) {
    List<Case> cases = new ArrayList<>();
    while (!cursor.accept(TokenKind.DEDENT) && cursor.kind() != TokenKind.ENDMARKER) {
      cases.add(oneCase());
    }
    return new Match(start, cursor.lastEnd(), subject, cases);
  }

  private Case oneCase() {
    int start = cursor.start();
    List<SyntaxFailure> failures = new ArrayList<>(0);
    Optional<Case> read = cursor.attempt(this::readable, failures::add);
    return read.orElseGet(() -> opaque(start, failures.get(0).reason()));
  }

  private Case readable() {
    int start = cursor.start();
    if (!cursor.isWord("case")) {
      throw cursor.failure("expected case");
    }
    cursor.advance();
    Pattern pattern = grammar.patterns.top();
    Optional<Expression> guard =
        cursor.accept(TokenKind.IF) ? Optional.of(grammar.expressions.named()) : Optional.empty();
    cursor.expect(TokenKind.COLON, "expected :");
    List<Statement> body = grammar.statements.block();
    return new Case(start, cursor.lastEnd(), pattern, guard, body);
  }

  private Case opaque(int start, String reason) {
    cursor.skipLine();
    Pattern pattern = new OpaquePattern(start, Math.max(start, cursor.lastEnd()), reason);
    List<Statement> body = grammar.statements.optionalIndented();
    return new Case(start, Math.max(start, cursor.lastEnd()), pattern, Optional.empty(), body);
  }
}
