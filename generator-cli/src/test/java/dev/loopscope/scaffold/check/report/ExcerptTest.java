package dev.loopscope.scaffold.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.SampleFindings;
import dev.loopscope.scaffold.check.SourceLine;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void rangeIsUnderItsCharacters() {
    assertThat(shown("    use(pool)\n", "pool"))
        .isEqualTo(
            """
                use(pool)
                    ^^^^
            """);
  }

  @Test
  void tabsAreBlanks() {
    assertThat(shown("\tx\tuse(pool)\n", "use"))
        .isEqualTo(
            """
                x   use(pool)
                    ^^^
            """);
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    assertThat(shown("f('日本', pool)\n", "pool"))
        .isEqualTo(
            """
            f('日本', pool)
                      ^^^^
            """);
    assertThat(shown("f('日本', pool)\n", "日本").lines().skip(1)).containsExactly("   ^^^^");
  }

  @Test
  void combiningCharactersTakeNone() {
    assertThat(shown("f('e\u0301', pool)\n", "pool").lines().skip(1))
        .containsExactly("       ^^^^");
  }

  @Test
  void charactersBeyondTheBasicPlaneAreOne() {
    assertThat(shown("f('𝔘', pool)\n", "pool").lines().skip(1)).containsExactly("       ^^^^");
    assertThat(shown("f('😀', pool)\n", "pool").lines().skip(1)).containsExactly("        ^^^^");
  }

  @Test
  void controlCharactersAreSpelt() {
    assertThat(shown("f('\u001b[31m', pool)\n", "pool"))
        .isEqualTo("f('\\u001b[31m', pool)\n                ^^^^\n");
  }

  @Test
  void rangeOverSeveralLinesEndsWithTheFirst() {
    assertThat(shown("use(pool,\r\n    other)\n", "pool,\r\n    other"))
        .isEqualTo("use(pool,\n    ^^^^^\n");
  }

  @Test
  void emptyRangeIsOneCaret() {
    assertThat(shown("ab\n", "")).isEqualTo("ab\n^\n");
    assertThat(Excerpt.of(SourceLine.of(SampleFindings.at("t.py", "", "")), 110))
        .isEqualTo(new Excerpt("", 0, 1));
  }

  @Test
  void longLineIsCutAroundItsRange() {
    String line = "x".repeat(300) + "pool" + "y".repeat(300) + "\n";
    Excerpt excerpt = Excerpt.of(SourceLine.of(SampleFindings.at("t.py", line, "pool")), 110);
    assertThat(excerpt.line()).hasSizeLessThanOrEqualTo(110).startsWith("…x").endsWith("y…");
    assertThat(excerpt.line().substring(excerpt.before(), excerpt.before() + excerpt.width()))
        .isEqualTo("pool");
  }

  @Test
  void startOfALongLineIsShownIfTheRangeIsThere() {
    String line = "pool" + "y".repeat(300) + "\n";
    Excerpt excerpt = Excerpt.of(SourceLine.of(SampleFindings.at("t.py", line, "pool")), 110);
    assertThat(excerpt.line()).startsWith("pooly").endsWith("y…");
    assertThat(excerpt.before()).isZero();
  }

  private static String shown(String text, String part) {
    Excerpt excerpt = Excerpt.of(SourceLine.of(SampleFindings.at("t.py", text, part)), 110);
    return excerpt.line()
        + "\n"
        + " ".repeat(excerpt.before())
        + "^".repeat(excerpt.width())
        + "\n";
  }
}
