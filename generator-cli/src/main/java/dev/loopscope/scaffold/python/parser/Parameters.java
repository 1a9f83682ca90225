package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.ParameterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of functions and lambdas. */
final class Parameters {
  private final Grammar grammar;
  private final Cursor cursor;

  Parameters(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Up to the colon, without it. Parameters of a lambda have no annotations. */
  List<Parameter> ofLambda() {
    return parameters(TokenKind.COLON, false);
  }

  /** From the opening parenthesis to the closing one. */
  List<Parameter> ofFunction() {
    cursor.expect(TokenKind.LPAR, "expected (");
    List<Parameter> parameters = parameters(TokenKind.RPAR, true);
    cursor.expect(TokenKind.RPAR, "expected , or )");
    return parameters;
  }

  private List<Parameter> parameters(TokenKind closing, boolean annotated) {
    List<Parameter> read = new ArrayList<>();
    ParameterKind kind = ParameterKind.POSITIONAL_OR_KEYWORD;
    while (cursor.kind() != closing) {
      kind = next(read, kind, annotated);
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    if (kind == ParameterKind.KEYWORD_ONLY && endsWithBareStar(read)) {
      throw cursor.failure("expected a parameter behind *");
    }
    return read;
  }

  /** Reads a parameter, or a sign between them; what kind a plain parameter behind it is. */
  private ParameterKind next(List<Parameter> read, ParameterKind kind, boolean annotated) {
    if (kind == ParameterKind.VAR_KEYWORD) {
      throw cursor.failure("expected nothing behind **");
    }
    switch (cursor.kind()) {
      case SLASH -> {
        slash(read, kind);
        return kind;
      }
      case STAR -> {
        star(read, kind, annotated);
        return ParameterKind.KEYWORD_ONLY;
      }
      case DOUBLE_STAR -> {
        cursor.advance();
        read.add(parameter(ParameterKind.VAR_KEYWORD, annotated));
        return ParameterKind.VAR_KEYWORD;
      }
      default -> {
        read.add(plain(read, kind, annotated));
        return kind;
      }
    }
  }

  private void slash(List<Parameter> read, ParameterKind kind) {
    boolean second = !read.isEmpty() && read.get(0).kind() == ParameterKind.POSITIONAL_ONLY;
    if (read.isEmpty() || second || kind != ParameterKind.POSITIONAL_OR_KEYWORD) {
      throw cursor.failure("expected no / here");
    }
    cursor.advance();
    read.replaceAll(
        it ->
            new Parameter(
                it.start(),
                it.end(),
                ParameterKind.POSITIONAL_ONLY,
                it.name(),
                it.annotation(),
                it.defaultValue()));
  }

  private void star(List<Parameter> read, ParameterKind kind, boolean annotated) {
    if (kind == ParameterKind.KEYWORD_ONLY) {
      throw cursor.failure("expected no second *");
    }
    cursor.advance();
    if (cursor.kind() != TokenKind.COMMA) {
      read.add(parameter(ParameterKind.VAR_POSITIONAL, annotated));
    }
  }

  private static boolean endsWithBareStar(List<Parameter> read) {
    return read.isEmpty()
        || read.get(read.size() - 1).kind().compareTo(ParameterKind.VAR_POSITIONAL) < 0;
  }

  private Parameter plain(List<Parameter> read, ParameterKind kind, boolean annotated) {
    int start = cursor.start();
    Parameter parameter = parameter(kind, annotated);
    Optional<Expression> defaultValue =
        cursor.accept(TokenKind.EQUAL)
            ? Optional.of(grammar.expressions.expression())
            : Optional.empty();
    boolean afterDefault =
        kind != ParameterKind.KEYWORD_ONLY
            && !read.isEmpty()
            && read.get(read.size() - 1).defaultValue().isPresent();
    if (afterDefault && defaultValue.isEmpty()) {
      throw new SyntaxFailure("expected a default", start);
    }
    return new Parameter(
        start, parameter.end(), kind, parameter.name(), parameter.annotation(), defaultValue);
  }

  private Parameter parameter(ParameterKind kind, boolean annotated) {
    int start = cursor.start();
    String name = cursor.name();
    Optional<Expression> annotation = Optional.empty();
    if (annotated && cursor.accept(TokenKind.COLON)) {
      boolean star = kind == ParameterKind.VAR_POSITIONAL && cursor.kind() == TokenKind.STAR;
      annotation =
          Optional.of(star ? grammar.expressions.starred() : grammar.expressions.expression());
    }
    return new Parameter(start, cursor.lastEnd(), kind, name, annotation, Optional.empty());
  }
}
