package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Clause.WithItem;
import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.If;
import dev.loopscope.scaffold.python.tree.CompoundStatement.While;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Branches, loops and {@code with}. */
final class CompoundStatements {
  private final Grammar grammar;
  private final Cursor cursor;
  private final Tries tries;

  CompoundStatements(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.tries = new Tries(grammar, this);
  }

  /** Whether a compound statement starts with this; {@code match} is told apart elsewhere. */
  static boolean startWith(TokenKind kind) {
    return switch (kind) {
      case IF, FOR, WHILE, TRY, WITH, DEF, CLASS, ASYNC, AT -> true;
      default -> false;
    };
  }

  Statement statement() {
    int start = cursor.start();
    return switch (cursor.kind()) {
      case IF -> branches();
      case FOR -> loop(start, false);
      case WHILE -> whileLoop(start);
      case TRY -> tries.statement();
      case WITH -> with(start, false);
      case ASYNC -> async(start);
      default -> grammar.definitions.definition();
    };
  }

  private Statement async(int start) {
    switch (cursor.next()) {
      case FOR -> {
        cursor.advance();
        return loop(start, true);
      }
      case WITH -> {
        cursor.advance();
        return with(start, true);
      }
      default -> {
        return grammar.definitions.definition();
      }
    }
  }

  /** A colon, and the block behind it. */
  List<Statement> block() {
    cursor.expect(TokenKind.COLON, "expected :");
    return grammar.statements.block();
  }

  /** {@code word:} and its block; empty if it is not there, or cannot be read. */
  List<Statement> optionalBlock(TokenKind word) {
    if (cursor.kind() != word) {
      return List.of();
    }
    return cursor
        .attempt(
            () -> {
              cursor.advance();
              return block();
            })
        .orElse(List.of());
  }

  private record Branch(int start, Expression test, List<Statement> body) {}

  /** Without recursion: a chain of branches may be long. */
  private Statement branches() {
    List<Branch> branches = new ArrayList<>(2);
    branches.add(branch());
    while (cursor.kind() == TokenKind.ELIF
        && cursor.attempt(this::branch).map(branches::add).isPresent()) {}
    List<Statement> orElse = optionalBlock(TokenKind.ELSE);
    for (int last = branches.size() - 1; last > 0; last--) {
      orElse = List.of(joined(branches.get(last), orElse));
    }
    return joined(branches.get(0), orElse);
  }

  private Branch branch() {
    int start = cursor.start();
    cursor.advance();
    Expression test = grammar.expressions.named();
    return new Branch(start, test, block());
  }

  private If joined(Branch branch, List<Statement> orElse) {
    return new If(branch.start, cursor.lastEnd(), branch.test, branch.body, orElse);
  }

  private Statement whileLoop(int start) {
    cursor.advance();
    Expression test = grammar.expressions.named();
    List<Statement> body = block();
    List<Statement> orElse = optionalBlock(TokenKind.ELSE);
    return new While(start, cursor.lastEnd(), test, body, orElse);
  }

  private Statement loop(int start, boolean async) {
    cursor.advance();
    Expression target = Targets.checked(grammar.comprehensions.targets());
    cursor.expect(TokenKind.IN, "expected in");
    Expression iterable = grammar.expressions.list();
    List<Statement> body = block();
    List<Statement> orElse = optionalBlock(TokenKind.ELSE);
    return new For(start, cursor.lastEnd(), async, target, iterable, body, orElse);
  }

  private Statement with(int start, boolean async) {
    cursor.advance();
    Optional<List<WithItem>> parenthesized =
        cursor.kind() == TokenKind.LPAR
            ? cursor.attempt(this::parenthesizedItems)
            : Optional.empty();
    List<WithItem> items = parenthesized.orElseGet(this::items);
    List<Statement> body = block();
    return new With(start, cursor.lastEnd(), async, items, body);
  }

  /** {@code (a as b, c)} up to a colon; else the parentheses are those of an expression. */
  private List<WithItem> parenthesizedItems() {
    cursor.advance();
    List<WithItem> items = new ArrayList<>();
    do {
      if (!items.isEmpty() && cursor.kind() == TokenKind.RPAR) {
        break;
      }
      items.add(item());
    } while (cursor.accept(TokenKind.COMMA));
    cursor.expect(TokenKind.RPAR, "expected , or )");
    if (cursor.kind() != TokenKind.COLON) {
      throw cursor.failure("expected :");
    }
    return items;
  }

  private List<WithItem> items() {
    List<WithItem> items = new ArrayList<>(1);
    do {
      items.add(item());
    } while (cursor.accept(TokenKind.COMMA));
    return items;
  }

  private WithItem item() {
    int start = cursor.start();
    Expression context = grammar.expressions.expression();
    if (!cursor.accept(TokenKind.AS)) {
      return new WithItem(start, cursor.lastEnd(), context, Optional.empty());
    }
    Expression target =
        cursor.kind() == TokenKind.STAR
            ? grammar.expressions.starred()
            : grammar.operations.bitwiseOr();
    return new WithItem(start, cursor.lastEnd(), context, Optional.of(Targets.checked(target)));
  }
}
