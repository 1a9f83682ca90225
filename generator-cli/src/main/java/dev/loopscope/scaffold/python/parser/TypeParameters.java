package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.TypeParameter;
import dev.loopscope.scaffold.python.tree.TypeParameter.ParamSpec;
import dev.loopscope.scaffold.python.tree.TypeParameter.TypeVar;
import dev.loopscope.scaffold.python.tree.TypeParameter.TypeVarTuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code [T: bound = default, *Ts, **P]}. */
final class TypeParameters {
  private final Grammar grammar;
  private final Cursor cursor;

  TypeParameters(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** With their brackets; none if there are no brackets. */
  List<TypeParameter> optional() {
    if (!cursor.accept(TokenKind.LSQB)) {
      return List.of();
    }
    List<TypeParameter> read = new ArrayList<>();
    do {
      if (!read.isEmpty() && cursor.kind() == TokenKind.RSQB) {
        break;
      }
      read.add(parameter());
    } while (cursor.accept(TokenKind.COMMA));
    cursor.expect(TokenKind.RSQB, "expected , or ]");
    return read;
  }

  private TypeParameter parameter() {
    int start = cursor.start();
    if (cursor.accept(TokenKind.STAR)) {
      String name = cursor.name();
      Optional<Expression> defaultValue = defaultValue(true);
      return new TypeVarTuple(start, cursor.lastEnd(), name, defaultValue);
    }
    if (cursor.accept(TokenKind.DOUBLE_STAR)) {
      String name = cursor.name();
      Optional<Expression> defaultValue = defaultValue(false);
      return new ParamSpec(start, cursor.lastEnd(), name, defaultValue);
    }
    String name = cursor.name();
    Optional<Expression> bound =
        cursor.accept(TokenKind.COLON)
            ? Optional.of(grammar.expressions.expression())
            : Optional.empty();
    Optional<Expression> defaultValue = defaultValue(false);
    return new TypeVar(start, cursor.lastEnd(), name, bound, defaultValue);
  }

  private Optional<Expression> defaultValue(boolean mayBeStarred) {
    if (!cursor.accept(TokenKind.EQUAL)) {
      return Optional.empty();
    }
    return Optional.of(
        mayBeStarred && cursor.kind() == TokenKind.STAR
            ? grammar.expressions.starred()
            : grammar.expressions.expression());
  }
}
