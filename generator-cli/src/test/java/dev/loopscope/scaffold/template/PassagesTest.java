package dev.loopscope.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassagesTest {
  private static final String LONG = "a line that is longer than what stands for it\n";

  @Test
  void linesWithoutExpressionsAndDirectivesAreTakenOut() {
    Passages passages =
        Passages.of(LONG + LONG + "<#if trio>\n" + LONG + "</#if>\n${name}\n" + LONG);
    assertThat(passages.source())
        .isEqualTo(
            """
            ${$passage0}
            <#if trio>
            ${$passage1}
            </#if>
            ${name}
            ${$passage2}
            """);
    assertThat(passages.texts()).containsExactly((LONG + LONG).strip(), LONG.strip(), LONG.strip());
  }

  @Test
  void shortLinesStay() {
    String template = "short\n\n<#if trio>\nshort\n</#if>\nshort\n";
    assertThat(Passages.of(template)).isEqualTo(new Passages(template, List.of()));
  }

  @Test
  void lastLineWithoutAnEndStays() {
    assertThat(Passages.of(LONG + "and ${name}").source()).isEqualTo("${$passage0}\nand ${name}");
    assertThat(Passages.of(LONG + "end").source()).isEqualTo("${$passage0}\nend");
    assertThat(Passages.of("").source()).isEmpty();
  }
}
