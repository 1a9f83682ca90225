package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AnnAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assert;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Assign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.AugAssign;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Break;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Continue;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Delete;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ExpressionStatement;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Global;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Nonlocal;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Pass;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Raise;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.SimpleStatement.TypeAlias;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements without a block. */
final class SimpleStatements {
  private final Grammar grammar;
  private final Cursor cursor;

  SimpleStatements(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** One statement, without the semicolon or the line end behind it. */
  Statement statement() {
    int start = cursor.start();
    return switch (cursor.kind()) {
      case RETURN -> returned(start);
      case IMPORT, FROM -> grammar.imports.statement();
      case RAISE -> raised(start);
      case PASS -> new Pass(start, word());
      case BREAK -> new Break(start, word());
      case CONTINUE -> new Continue(start, word());
      case DEL -> deleted(start);
      case ASSERT -> asserted(start);
      case GLOBAL -> {
        List<String> names = names();
        yield new Global(start, cursor.lastEnd(), names);
      }
      case NONLOCAL -> {
        List<String> names = names();
        yield new Nonlocal(start, cursor.lastEnd(), names);
      }
      case NAME -> startingWithName(start);
      default -> assignmentOrExpression(start);
    };
  }

  /** The name may be a soft keyword. */
  private Statement startingWithName(int start) {
    if (cursor.isWord("type") && cursor.next() == TokenKind.NAME) {
      return typeAlias(start);
    }
    return grammar.imports.lazyStartsHere()
        ? grammar.imports.statement()
        : assignmentOrExpression(start);
  }

  private int word() {
    cursor.advance();
    return cursor.lastEnd();
  }

  private Statement returned(int start) {
    cursor.advance();
    Optional<Expression> value =
        Expressions.startsExpression(cursor.kind())
            ? Optional.of(grammar.expressions.list())
            : Optional.empty();
    return new Return(start, cursor.lastEnd(), value);
  }

  private Statement raised(int start) {
    cursor.advance();
    if (!Expressions.startsExpression(cursor.kind())) {
      return new Raise(start, cursor.lastEnd(), Optional.empty(), Optional.empty());
    }
    Expression exception = grammar.expressions.expression();
    Optional<Expression> cause = expressionBehind(TokenKind.FROM);
    return new Raise(start, cursor.lastEnd(), Optional.of(exception), cause);
  }

  private Statement asserted(int start) {
    cursor.advance();
    Expression test = grammar.expressions.expression();
    Optional<Expression> message = expressionBehind(TokenKind.COMMA);
    return new Assert(start, cursor.lastEnd(), test, message);
  }

  private Optional<Expression> expressionBehind(TokenKind sign) {
    return cursor.accept(sign) ? Optional.of(grammar.expressions.expression()) : Optional.empty();
  }

  private Statement deleted(int start) {
    cursor.advance();
    List<Expression> targets = new ArrayList<>(1);
    do {
      if (!targets.isEmpty() && !Expressions.startsExpression(cursor.kind())) {
        break;
      }
      Expression target = grammar.operations.bitwiseOr();
      if (!Targets.isDeletable(target)) {
        throw new SyntaxFailure("expected something to delete", target.start());
      }
      targets.add(target);
    } while (cursor.accept(TokenKind.COMMA));
    return new Delete(start, cursor.lastEnd(), targets);
  }

  private List<String> names() {
    cursor.advance();
    List<String> names = new ArrayList<>(1);
    do {
      names.add(cursor.name());
    } while (cursor.accept(TokenKind.COMMA));
    return names;
  }

  private Statement typeAlias(int start) {
    cursor.advance();
    Name name = grammar.atoms.name();
    List<TypeParameter> typeParameters = grammar.typeParameters.optional();
    cursor.expect(TokenKind.EQUAL, "expected =");
    Expression value = grammar.expressions.expression();
    return new TypeAlias(start, cursor.lastEnd(), name, typeParameters, value);
  }

  private Statement assignmentOrExpression(int start) {
    Expression first = grammar.expressions.listOrYield();
    TokenKind sign = cursor.kind();
    if (sign == TokenKind.EQUAL) {
      return assignment(start, first);
    }
    if (sign == TokenKind.COLON) {
      return annotated(start, first);
    }
    if (Operators.isAugmentedAssignment(sign)) {
      requireSingle(first);
      cursor.advance();
      Expression value = grammar.expressions.listOrYield();
      return new AugAssign(start, cursor.lastEnd(), first, Operators.binary(sign), value);
    }
    return new ExpressionStatement(start, cursor.lastEnd(), first);
  }

  private Statement assignment(int start, Expression first) {
    List<Expression> targets = new ArrayList<>(1);
    Expression last = first;
    while (cursor.accept(TokenKind.EQUAL)) {
      targets.add(Targets.checked(last));
      last = grammar.expressions.listOrYield();
    }
    return new Assign(start, cursor.lastEnd(), targets, last);
  }

  private Statement annotated(int start, Expression target) {
    requireSingle(target);
    boolean simple = target instanceof Name && target.start() == start;
    cursor.advance();
    Expression annotation = grammar.expressions.expression();
    Optional<Expression> value =
        cursor.accept(TokenKind.EQUAL)
            ? Optional.of(grammar.expressions.listOrYield())
            : Optional.empty();
    return new AnnAssign(start, cursor.lastEnd(), target, annotation, value, simple);
  }

  private static void requireSingle(Expression target) {
    if (!Targets.isSingle(target)) {
      throw new SyntaxFailure("expected one thing to assign to", target.start());
    }
  }
}
