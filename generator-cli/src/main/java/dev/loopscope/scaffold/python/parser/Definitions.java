package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions and classes, with their decorators. */
final class Definitions {
  private final Grammar grammar;
  private final Cursor cursor;

  Definitions(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Statement definition() {
    List<Expression> decorators = decorators();
    int start = cursor.start();
    if (cursor.accept(TokenKind.CLASS)) {
      return classDefinition(start, decorators);
    }
    boolean async = cursor.accept(TokenKind.ASYNC);
    cursor.expect(TokenKind.DEF, "expected def or class");
    return function(start, async, decorators);
  }

  private List<Expression> decorators() {
    if (cursor.kind() != TokenKind.AT) {
      return List.of();
    }
    List<Expression> decorators = new ArrayList<>(1);
    while (cursor.accept(TokenKind.AT)) {
      decorators.add(grammar.expressions.named());
      cursor.expect(TokenKind.NEWLINE, "expected a line end");
    }
    return decorators;
  }

  private Statement function(int start, boolean async, List<Expression> decorators) {
    Name name = grammar.atoms.name();
    List<TypeParameter> typeParameters = grammar.typeParameters.optional();
    List<Parameter> parameters = grammar.parameters.ofFunction();
    Optional<Expression> returns =
        cursor.accept(TokenKind.ARROW)
            ? Optional.of(grammar.expressions.expression())
            : Optional.empty();
    cursor.expect(TokenKind.COLON, "expected :");
    List<Statement> body = grammar.statements.deferredBlock();
    int end = cursor.lastEnd();
    return new FunctionDef(
        start, end, async, decorators, name, typeParameters, parameters, returns, body);
  }

  private Statement classDefinition(int start, List<Expression> decorators) {
    Name name = grammar.atoms.name();
    List<TypeParameter> typeParameters = grammar.typeParameters.optional();
    Primaries.Arguments arguments =
        cursor.kind() == TokenKind.LPAR
            ? grammar.primaries.arguments()
            : new Primaries.Arguments(List.of(), List.of());
    List<Statement> body = grammar.compoundStatements.block();
    int end = cursor.lastEnd();
    return new ClassDef(
        start,
        end,
        decorators,
        name,
        typeParameters,
        arguments.positional(),
        arguments.keywords(),
        body);
  }
}
