package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.Tokens;

/** The parsers of all areas of the grammar, at work on the same tokens. */
final class Grammar {
  final Cursor cursor;
  final Expressions expressions;
  final Operations operations;
  final Primaries primaries;
  final Atoms atoms;
  final Comprehensions comprehensions;
  final Parameters parameters;
  final TypeParameters typeParameters;
  final StringLiterals strings;
  final Patterns patterns;
  final Imports imports;
  final SimpleStatements simpleStatements;
  final CompoundStatements compoundStatements;
  final Definitions definitions;
  final Matches matches;
  final Statements statements;

  Grammar(Tokens tokens) {
    cursor = new Cursor(tokens);
    expressions = new Expressions(this);
    operations = new Operations(this);
    primaries = new Primaries(this);
    atoms = new Atoms(this);
    comprehensions = new Comprehensions(this);
    parameters = new Parameters(this);
    typeParameters = new TypeParameters(this);
    strings = new StringLiterals(this);
    patterns = new Patterns(this);
    imports = new Imports(this);
    simpleStatements = new SimpleStatements(this);
    compoundStatements = new CompoundStatements(this);
    definitions = new Definitions(this);
    matches = new Matches(this);
    statements = new Statements(this);
  }
}
