package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.token.Tokens;
import dev.loopscope.scaffold.python.tree.DeferredBlock;
import dev.loopscope.scaffold.python.tree.OpaqueStatement;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Blocks, and what becomes of statements that cannot be read.
 *
 * <p>A compound statement fails in its header or not at all: once a block is read, whatever else is
 * wrong ends the statement there. So no block is ever read twice, however deep it is nested.
 */
final class Statements {
  private final Grammar grammar;
  private final Cursor cursor;

  Statements(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** All statements up to {@code closing}, which is passed. */
  List<Statement> until(TokenKind closing) {
    List<Statement> read = new ArrayList<>();
    while (cursor.kind() != closing && cursor.kind() != TokenKind.ENDMARKER) {
      statement(read);
    }
    cursor.advance();
    return read;
  }

  /** What stands behind a colon: an indented block, or statements on the same line. */
  List<Statement> block() {
    if (!cursor.accept(TokenKind.NEWLINE)) {
      List<Statement> read = new ArrayList<>(1);
      line(read);
      return read;
    }
    cursor.expect(TokenKind.INDENT, "expected an indented block");
    return until(TokenKind.DEDENT);
  }

  /** As {@link #block}, but an indented one is passed, and read when somebody looks at it. */
  List<Statement> deferredBlock() {
    if (cursor.kind() != TokenKind.NEWLINE || cursor.next() != TokenKind.INDENT) {
      return block();
    }
    cursor.advance();
    SourceText source = cursor.source();
    return cursor
        .skipBlock()
        .<List<Statement>>map(lines -> new DeferredBlock(() -> read(source, lines)))
        .orElseGet(() -> optionalIndented());
  }

  private static List<Statement> read(SourceText source, Cursor.Lines lines) {
    Tokens tokens = Tokens.of(source, lines.from(), lines.to());
    return new Grammar(tokens).statements.optionalIndented();
  }

  /** An indented block; empty if there is none. */
  List<Statement> optionalIndented() {
    return cursor.accept(TokenKind.INDENT) ? until(TokenKind.DEDENT) : List.of();
  }

  private void statement(List<Statement> read) {
    TokenKind kind = cursor.kind();
    if (kind == TokenKind.INDENT) {
      read.add(unexpectedBlock());
    } else if (CompoundStatements.startWith(kind)) {
      int start = cursor.start();
      List<SyntaxFailure> failures = new ArrayList<>(0);
      Optional<Statement> compound =
          cursor.attempt(() -> grammar.compoundStatements.statement(), failures::add);
      read.add(compound.orElseGet(() -> opaque(start, failures.get(0))));
    } else {
      Optional<Statement> match =
          kind == TokenKind.NAME && grammar.matches.mayStartHere()
              ? grammar.matches.match()
              : Optional.empty();
      match.ifPresentOrElse(read::add, () -> line(read));
    }
  }

  /** Simple statements up to the line end. The first that cannot be read takes the others along. */
  private void line(List<Statement> read) {
    boolean more = true;
    while (more) {
      int start = cursor.start();
      List<SyntaxFailure> failures = new ArrayList<>(0);
      Optional<Statement> statement = cursor.attempt(this::separated, failures::add);
      read.add(statement.orElseGet(() -> opaque(start, failures.get(0))));
      more = statement.isPresent() && !cursor.accept(TokenKind.NEWLINE);
    }
  }

  /** A simple statement with the semicolon behind it, if there is one. */
  private Statement separated() {
    Statement statement = grammar.simpleStatements.statement();
    if (!cursor.accept(TokenKind.SEMI) && cursor.kind() != TokenKind.NEWLINE) {
      throw cursor.failure("expected the end of the statement");
    }
    return statement;
  }

  private Statement unexpectedBlock() {
    int failure = cursor.start();
    List<Statement> body = optionalIndented();
    int start = body.get(0).start();
    int end = Math.max(start, cursor.lastEnd());
    return new OpaqueStatement(start, end, "expected no deeper indentation", failure, body);
  }

  /** Passes the line, with all decorators if it is one, and reads the block below it. */
  private Statement opaque(int start, SyntaxFailure failure) {
    while (cursor.kind() == TokenKind.AT) {
      cursor.skipLine();
    }
    cursor.skipLine();
    List<Statement> body = optionalIndented();
    int end = Math.max(start, cursor.lastEnd());
    return new OpaqueStatement(start, end, failure.reason(), failure.offset(), body);
  }
}
