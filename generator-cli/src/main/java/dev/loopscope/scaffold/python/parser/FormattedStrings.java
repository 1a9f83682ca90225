package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.token.TokenKind;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.FormattedText.Conversion;
import dev.loopscope.scaffold.python.tree.FormattedText.FormattedValue;
import dev.loopscope.scaffold.python.tree.FormattedText.Interpolation;
import dev.loopscope.scaffold.python.tree.FormattedText.JoinedStr;
import java.util.Optional;

/** F-strings and t-strings. */
final class FormattedStrings {
  private final Grammar grammar;
  private final Cursor cursor;

  FormattedStrings(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Reads one literal into {@code parts}. */
  void literal(TextParts parts, boolean template) {
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
        parts.text(start, cursor.lastEnd(), FormattedTextContent.decoded(written, raw, start));
      }
      case LBRACE -> field(parts, raw, template);
      default -> throw cursor.failure("expected the rest of the string");
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
