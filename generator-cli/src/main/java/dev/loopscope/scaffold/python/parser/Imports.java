package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Clause.Alias;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Import;
import dev.loopscope.scaffold.python.tree.SimpleStatement.ImportFrom;
import dev.loopscope.scaffold.python.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code import} and {@code from ... import}, with or without {@code lazy} before them. */
final class Imports {
  private final Cursor cursor;

  Imports(Grammar grammar) {
    this.cursor = grammar.cursor;
  }

  /** Whether {@code lazy} stands here and is a keyword. */
  boolean lazyStartsHere() {
    return cursor.isWord("lazy")
        && (cursor.next() == TokenKind.IMPORT || cursor.next() == TokenKind.FROM);
  }

  Statement statement() {
    int start = cursor.start();
    boolean lazy = lazyStartsHere();
    if (lazy) {
      cursor.advance();
    }
    return cursor.kind() == TokenKind.FROM ? from(start, lazy) : imported(start, lazy);
  }

  private Statement imported(int start, boolean lazy) {
    cursor.advance();
    List<Alias> names = new ArrayList<>(1);
    do {
      int nameStart = cursor.start();
      names.add(alias(nameStart, dottedName()));
    } while (cursor.accept(TokenKind.COMMA));
    return new Import(start, cursor.lastEnd(), lazy, names);
  }

  private Statement from(int start, boolean lazy) {
    cursor.advance();
    int level = level();
    Optional<String> module =
        level > 0 && cursor.kind() == TokenKind.IMPORT
            ? Optional.empty()
            : Optional.of(dottedName());
    cursor.expect(TokenKind.IMPORT, "expected import");
    List<Alias> names = names();
    return new ImportFrom(start, cursor.lastEnd(), lazy, module, level, names);
  }

  private int level() {
    int level = 0;
    while (true) {
      if (cursor.accept(TokenKind.DOT)) {
        level++;
      } else if (cursor.accept(TokenKind.ELLIPSIS)) {
        level += 3;
      } else {
        return level;
      }
    }
  }

  private List<Alias> names() {
    int start = cursor.start();
    if (cursor.accept(TokenKind.STAR)) {
      return List.of(new Alias(start, cursor.lastEnd(), "*", Optional.empty()));
    }
    boolean parenthesized = cursor.accept(TokenKind.LPAR);
    List<Alias> names = new ArrayList<>();
    do {
      if (parenthesized && !names.isEmpty() && cursor.kind() == TokenKind.RPAR) {
        break;
      }
      int nameStart = cursor.start();
      names.add(alias(nameStart, cursor.name()));
    } while (cursor.accept(TokenKind.COMMA));
    if (parenthesized) {
      cursor.expect(TokenKind.RPAR, "expected , or )");
    }
    return names;
  }

  private Alias alias(int start, String name) {
    Optional<String> asName =
        cursor.accept(TokenKind.AS) ? Optional.of(cursor.name()) : Optional.empty();
    return new Alias(start, cursor.lastEnd(), name, asName);
  }

  private String dottedName() {
    String first = cursor.name();
    if (cursor.kind() != TokenKind.DOT) {
      return first;
    }
    StringBuilder name = new StringBuilder(first);
    while (cursor.accept(TokenKind.DOT)) {
      name.append('.').append(cursor.name());
    }
    return name.toString();
  }
}
