package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText.JoinedStr;
import dev.loopscope.scaffold.python.tree.FormattedText.TemplateStr;
import dev.loopscope.scaffold.python.tree.Literal.BytesLiteral;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import java.util.EnumSet;
import java.util.Set;

/** String literals, and the joining of those that stand side by side. */
final class StringLiterals {
  private final Grammar grammar;
  private final Cursor cursor;

  StringLiterals(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** One or more literals. Bytes join with bytes only, and t-strings with t-strings only. */
  Expression literals() {
    int start = cursor.start();
    if (cursor.kind() == TokenKind.STRING && !isLiteral(cursor.next())) {
      LiteralText literal = literal();
      return literal.bytes()
          ? new BytesLiteral(start, cursor.lastEnd(), literal.value())
          : new StringLiteral(start, cursor.lastEnd(), literal.value());
    }
    TextParts parts = new TextParts();
    Set<LiteralType> types = EnumSet.noneOf(LiteralType.class);
    while (isLiteral(cursor.kind())) {
      types.add(read(parts));
    }
    return joined(start, parts, types);
  }

  private enum LiteralType {
    BYTES,
    TEXT,
    FORMATTED,
    TEMPLATE
  }

  /** Reads one literal into {@code parts}. */
  private LiteralType read(TextParts parts) {
    switch (cursor.kind()) {
      case FSTRING_START -> {
        grammar.formattedStrings.literal(parts, false);
        return LiteralType.FORMATTED;
      }
      case TSTRING_START -> {
        grammar.formattedStrings.literal(parts, true);
        return LiteralType.TEMPLATE;
      }
      default -> {
        int start = cursor.start();
        LiteralText literal = literal();
        parts.text(start, cursor.lastEnd(), literal.value());
        return literal.bytes() ? LiteralType.BYTES : LiteralType.TEXT;
      }
    }
  }

  private Expression joined(int start, TextParts parts, Set<LiteralType> types) {
    int end = cursor.lastEnd();
    boolean alone = types.size() == 1;
    boolean keepsToItself =
        types.contains(LiteralType.BYTES) || types.contains(LiteralType.TEMPLATE);
    if (keepsToItself && !alone) {
      throw new SyntaxFailure("expected literals of one type", start);
    }
    if (types.contains(LiteralType.TEMPLATE)) {
      return new TemplateStr(start, end, parts.toExpressions());
    }
    if (types.contains(LiteralType.FORMATTED)) {
      return new JoinedStr(start, end, parts.toExpressions());
    }
    return types.contains(LiteralType.BYTES)
        ? new BytesLiteral(start, end, parts.allText())
        : new StringLiteral(start, end, parts.allText());
  }

  private static boolean isLiteral(TokenKind kind) {
    return kind == TokenKind.STRING
        || kind == TokenKind.FSTRING_START
        || kind == TokenKind.TSTRING_START;
  }

  private LiteralText literal() {
    int start = cursor.start();
    cursor.advance();
    return LiteralText.of(cursor.text(start, cursor.lastEnd()), start);
  }
}
