package dev.loopscope.scaffold.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProseLinesTest {
  @Test
  void lineEndsOfTheSourceMeanNothingWithinAParagraph() {
    assertThat(lines("one two", "three four five six", "seven"))
        .isEqualTo(
            """
              one two three four five
              six seven
            """);
  }

  @Test
  void itemsOfAListHangAndStayApart() {
    assertThat(lines("- one two three four", "  five six", "- seven", "10. eight nine ten eleven"))
        .isEqualTo(
            """
              - one two three four
                five six
              - seven
              10. eight nine ten
                  eleven
            """);
  }

  @Test
  void columnsOfATableAreLinedUp() {
    assertThat(lines("| a | known from |", "|---|---|", "| option `b` | 0.24 |", "below"))
        .isEqualTo(
            """
              a           known from
              ----------  ----------
              option `b`  0.24
              below
            """);
  }

  @Test
  void addressesAreSpeltOut() {
    assertThat(lines("- [pytest](https://x.org)")).isEqualTo("  - pytest: https://x.org\n");
  }

  private static String lines(String... source) {
    return ProseLines.of(List.of(source), 26);
  }
}
