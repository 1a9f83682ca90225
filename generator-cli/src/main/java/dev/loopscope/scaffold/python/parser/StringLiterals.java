package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.literal.FormattedTextContent;
import dev.loopscope.scaffold.python.literal.LiteralText;
import dev.loopscope.scaffold.python.literal.MalformedLiteralException;
import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText.Conversion;
import dev.loopscope.scaffold.python.tree.FormattedText.FormattedValue;
import dev.loopscope.scaffold.python.tree.FormattedText.Interpolation;
import dev.loopscope.scaffold.python.tree.FormattedText.JoinedStr;
import dev.loopscope.scaffold.python.tree.FormattedText.TemplateStr;
import dev.loopscope.scaffold.python.tree.Literal.BytesLiteral;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** String literals, f-strings and t-strings, and the joining of those that stand side by side. */
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
        formatted(parts, false);
        return LiteralType.FORMATTED;
      }
      case TSTRING_START -> {
        formatted(parts, true);
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
    try {
      return LiteralText.of(cursor.text(start, cursor.lastEnd()));
    } catch (MalformedLiteralException e) {
      throw new SyntaxFailure(e.reason(), start);
    }
  }

  /** Reads an f-string or a t-string into {@code parts}. */
  private void formatted(TextParts parts, boolean template) {
    boolean raw = isRaw(cursor.text(cursor.start(), cursor.end()));
    cursor.advance();
    while (!cursor.accept(TokenKind.FSTRING_END) && !cursor.accept(TokenKind.TSTRING_END)) {
      part(parts, raw, template);
    }
  }

  private static boolean isRaw(String opening) {
    return opening.indexOf('r') >= 0 || opening.indexOf('R') >= 0;
  }

  private void part(TextParts parts, boolean raw, boolean template) {
    switch (cursor.kind()) {
      case FSTRING_MIDDLE, TSTRING_MIDDLE -> {
        int start = cursor.start();
        cursor.advance();
        String written = LiteralText.withPlainLineEnds(cursor.text(start, cursor.lastEnd()));
        parts.text(start, cursor.lastEnd(), decoded(written, raw, start));
      }
      case LBRACE -> field(parts, raw, template);
      default -> throw cursor.failure("expected the rest of the string");
    }
  }

  private static String decoded(String written, boolean raw, int start) {
    try {
      return FormattedTextContent.decoded(written, raw);
    } catch (MalformedLiteralException e) {
      throw new SyntaxFailure(e.reason(), start);
    }
  }

  private void field(TextParts parts, boolean raw, boolean template) {
    int start = cursor.start();
    cursor.advance();
    Expression value = grammar.expressions.listOrYield();
    int valueEnd = cursor.lastEnd();
    boolean shown = cursor.accept(TokenKind.EQUAL);
    int shownEnd = cursor.start();
    if (shown) {
      String written = cursor.textWithoutComments(start + 1, shownEnd);
      parts.text(start + 1, shownEnd, LiteralText.withPlainLineEnds(written));
    }
    Conversion conversion = conversion();
    Optional<JoinedStr> specification =
        cursor.kind() == TokenKind.COLON ? Optional.of(specification(raw)) : Optional.empty();
    if (shown && conversion == Conversion.NONE && specification.isEmpty()) {
      conversion = Conversion.REPR;
    }
    cursor.expect(TokenKind.RBRACE, "expected }");
    int end = cursor.lastEnd();
    String text = template ? cursor.text(start + 1, valueEnd).strip() : "";
    parts.field(
        template
            ? new Interpolation(start, end, value, text, conversion, specification)
            : new FormattedValue(start, end, value, conversion, specification));
  }

  private Conversion conversion() {
    if (!cursor.accept(TokenKind.EXCLAMATION)) {
      return Conversion.NONE;
    }
    int start = cursor.start();
    if (start != cursor.lastEnd()) {
      throw cursor.failure("expected s, r or a");
    }
    return switch (cursor.name()) {
      case "s" -> Conversion.STR;
      case "r" -> Conversion.REPR;
      case "a" -> Conversion.ASCII;
      default -> throw new SyntaxFailure("expected s, r or a", start);
    };
  }

  private JoinedStr specification(boolean raw) {
    int start = cursor.start();
    cursor.advance();
    TextParts parts = new TextParts();
    cursor.enter();
    while (cursor.kind() != TokenKind.RBRACE) {
      part(parts, raw, false);
    }
    cursor.leave();
    return new JoinedStr(start, cursor.lastEnd(), parts.toExpressions());
  }
}
