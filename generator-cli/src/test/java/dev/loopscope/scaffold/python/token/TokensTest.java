package dev.loopscope.scaffold.python.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.python.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TokensTest {
  private static List<String> tokens(String text) {
    Tokens tokens = Tokens.of(SourceText.of(text));
    List<String> described = new ArrayList<>();
    for (int index = 0; index < tokens.size(); index++) {
      described.add((tokens.kind(index) + " " + tokens.text(index)).strip());
    }
    return described;
  }

  @Test
  void continuedLineIsOneStatement() {
    Tokens tokens = Tokens.of(SourceText.of("a = \\\r\n  b\n"));
    assertThat(tokens.text(2)).isEqualTo("b");
    assertThat(tokens.leading(2)).isEqualTo(" \\\r\n  ");
  }

  @Test
  void commentsAndBlankLinesHaveNoSayInBlocks() {
    assertThat(tokens("if a:\n    b\n  # c\n\n    d\n"))
        .containsExactly(
            "IF if",
            "NAME a",
            "COLON :",
            "NEWLINE",
            "INDENT",
            "NAME b",
            "NEWLINE",
            "COMMENT # c",
            "NL",
            "NL",
            "NAME d",
            "NEWLINE",
            "DEDENT",
            "ENDMARKER");
  }

  @Test
  void tabReachesToTheNextMultipleOfEight() {
    assertThat(tokens("if a:\n        b\n\tc\n")).doesNotContain("DEDENT c").contains("ERROR");
    assertThat(tokens("if a:\n\tb\n\tc\n")).doesNotContain("ERROR");
  }

  @Test
  void formFeedStartsTheLineAnew() {
    assertThat(tokens("a\n  \fb\n")).doesNotContain("INDENT", "ERROR");
  }

  @Test
  void indentationBetweenTwoBlocksIsAnError() {
    assertThat(tokens("if a:\n    b\n  c\n")).contains("DEDENT", "ERROR");
  }

  @Test
  void templateStringsAreTokenizedLikeFormattedOnes() {
    assertThat(tokens("t'a{b!r:>{c}}' Rt\"\""))
        .containsExactly(
            "TSTRING_START t'",
            "TSTRING_MIDDLE a",
            "LBRACE {",
            "NAME b",
            "EXCLAMATION !",
            "NAME r",
            "COLON :",
            "TSTRING_MIDDLE >",
            "LBRACE {",
            "NAME c",
            "RBRACE }",
            "RBRACE }",
            "TSTRING_END '",
            "TSTRING_START Rt\"",
            "TSTRING_END \"",
            "NEWLINE",
            "ENDMARKER");
  }

  @Test
  void quotesOfAnFStringMayBeUsedInItsFields() {
    assertThat(tokens("f\"{a[\"b\"]}\"")).contains("STRING \"b\"", "FSTRING_END \"");
  }

  @Test
  void wordBeforeAQuoteIsNoPrefixUnlessItIsOne() {
    assertThat(tokens("bf'' in'a'")).startsWith("NAME bf", "STRING ''", "IN in", "STRING 'a'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0777", "0b12", "0o8", "0x"})
  void whatPythonTakesForNoNumberIsAnError(String number) {
    assertThat(tokens(number)).first().asString().startsWith("ERROR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "00_0", "1_0", "0XfF_f", "1.", ".5e-1_0", "0777.", "1e5J", "0b_1", "09e1"})
  void numbersOfAllKindsAreOneToken(String number) {
    assertThat(tokens(number)).startsWith("NUMBER " + number, "NEWLINE");
  }

  @Test
  void unclosedStringReachesToTheEndOfItsLine() {
    assertThat(tokens("a = 'b\nc\n"))
        .containsExactly(
            "NAME a", "EQUAL =", "ERROR 'b", "NEWLINE", "NAME c", "NEWLINE", "ENDMARKER");
  }

  @Test
  void unclosedFStringIsOneError() {
    assertThat(tokens("f'{a'\nb\n")).startsWith("ERROR f'{a'", "NEWLINE", "NAME b");
    assertThat(tokens("f'a}'\nb\n")).startsWith("ERROR f'a}'", "NEWLINE", "NAME b");
  }

  @Test
  void unclosedBracketEndsWhereAStatementStarts() {
    assertThat(tokens("a(b,\nc\n@d\nasync def e(): pass\n"))
        .containsExactly(
            "NAME a",
            "LPAR (",
            "NAME b",
            "COMMA ,",
            "NEWLINE",
            "NAME c",
            "NEWLINE",
            "AT @",
            "NAME d",
            "NEWLINE",
            "ASYNC async",
            "DEF def",
            "NAME e",
            "LPAR (",
            "RPAR )",
            "COLON :",
            "PASS pass",
            "NEWLINE",
            "ENDMARKER");
  }

  @Test
  void unclosedBracketAtTheEndOfTheTextEndsWithItsLine() {
    assertThat(tokens("a = [\nb = 1\n"))
        .containsExactly(
            "NAME a",
            "EQUAL =",
            "LSQB [",
            "NEWLINE",
            "NAME b",
            "EQUAL =",
            "NUMBER 1",
            "NEWLINE",
            "ENDMARKER");
  }

  @Test
  void tokenIsFoundByTheOffsetOfItsCharacters() {
    Tokens tokens = Tokens.of(SourceText.of("if a:\n  bc\nd\n"));
    assertThat(tokens.text(tokens.indexAt(3))).isEqualTo("a");
    assertThat(tokens.text(tokens.indexAt(9))).isEqualTo("bc");
    assertThat(tokens.text(tokens.indexAt(2))).isEqualTo("a");
    assertThat(tokens.kind(tokens.indexAt(6))).isEqualTo(TokenKind.INDENT);
    assertThat(tokens.kind(tokens.indexAt(99))).isEqualTo(TokenKind.ENDMARKER);
  }
}
