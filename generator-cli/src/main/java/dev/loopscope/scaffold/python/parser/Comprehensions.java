package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Clause.ForClause;
import dev.loopscope.scaffold.python.tree.Comprehension.DictComp;
import dev.loopscope.scaffold.python.tree.Comprehension.GeneratorExp;
import dev.loopscope.scaffold.python.tree.Comprehension.ListComp;
import dev.loopscope.scaffold.python.tree.Comprehension.SetComp;
import dev.loopscope.scaffold.python.tree.Display.Tuple;
import dev.loopscope.scaffold.python.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The loops of comprehensions, from the first {@code for} to the closing bracket. */
final class Comprehensions {
  private final Grammar grammar;
  private final Cursor cursor;

  Comprehensions(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Whether the current token makes the element before it one of a comprehension. */
  boolean startHere() {
    return cursor.kind() == TokenKind.FOR
        || (cursor.kind() == TokenKind.ASYNC && cursor.next() == TokenKind.FOR);
  }

  Expression generator(int start, Expression element) {
    List<ForClause> clauses = clauses(TokenKind.RPAR);
    return new GeneratorExp(start, cursor.lastEnd(), element, clauses);
  }

  Expression list(int start, Expression element) {
    List<ForClause> clauses = clauses(TokenKind.RSQB);
    return new ListComp(start, cursor.lastEnd(), element, clauses);
  }

  Expression set(int start, Expression element) {
    List<ForClause> clauses = clauses(TokenKind.RBRACE);
    return new SetComp(start, cursor.lastEnd(), element, clauses);
  }

  /** Of a key and a value, or of a mapping behind {@code **}, which stands for the key. */
  Expression dict(int start, Expression key, Optional<Expression> value) {
    List<ForClause> clauses = clauses(TokenKind.RBRACE);
    return new DictComp(start, cursor.lastEnd(), key, value, clauses);
  }

  private List<ForClause> clauses(TokenKind closing) {
    List<ForClause> clauses = new ArrayList<>(1);
    while (startHere()) {
      clauses.add(clause());
    }
    cursor.expect(closing, "expected the end of the comprehension");
    return clauses;
  }

  private ForClause clause() {
    cursor.enter();
    int start = cursor.start();
    boolean async = cursor.accept(TokenKind.ASYNC);
    cursor.expect(TokenKind.FOR, "expected for");
    Expression target = Targets.checked(targets());
    cursor.expect(TokenKind.IN, "expected in");
    Expression iterable = grammar.operations.disjunction();
    List<Expression> conditions = new ArrayList<>(0);
    while (cursor.accept(TokenKind.IF)) {
      conditions.add(grammar.operations.disjunction());
    }
    cursor.leave();
    return new ForClause(start, cursor.lastEnd(), async, target, iterable, conditions);
  }

  /** What a loop assigns to: up to {@code in}, which therefore is no operator here. */
  Expression targets() {
    int start = cursor.start();
    Expression first = target();
    if (cursor.kind() != TokenKind.COMMA) {
      return first;
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind() != TokenKind.IN) {
      elements.add(target());
    }
    return new Tuple(start, cursor.lastEnd(), elements);
  }

  private Expression target() {
    return cursor.kind() == TokenKind.STAR
        ? grammar.expressions.starred()
        : grammar.operations.bitwiseOr();
  }
}
