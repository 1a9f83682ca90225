package dev.loopscope.scaffold.template.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.template.TemplateModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenBranchesTest {
  private static final TemplateModel MODEL =
      new TemplateModel(
          Map.of("ci", "github"),
          Map.of("trio", true, "maven", false),
          Map.of("backends", List.of("asyncio", "trio")));

  @Test
  void branchesThatTheAnswersDoNotTakeAreGoneWithTheirDirectives() {
    assertThat(
            left(
                """
                before
                <#if maven>
                mvn verify
                <#if trio>
                not this either
                </#if>
                <#elseif trio && ci == "github">
                ${name}
                <#if !trio>
                asyncio
                <#else>
                trio
                </#if>
                <#elseif trio>
                too late
                <#else>
                nothing
                </#if>
                after
                """))
        .isEqualTo("before\n${name}\ntrio\nafter\n");
  }

  @Test
  void listsStayAndSoDoConditionsOnTheirItems() {
    String template =
        """
        <#list backends as backend>
        <#if backend == "trio">
        ${backend}
        <#elseif trio>
        another
        </#if>
        </#list>
        """;
    assertThat(left(template)).isEqualTo(template);
    assertThat(left("<#if maven>\n" + template + "</#if>\n")).isEmpty();
    assertThat(left("<#if trio>\n" + template + "</#if>\n")).isEqualTo(template);
  }

  @Test
  void whereAnItemDecidesAfterTheAnswersDidNotItIsTheFirstCondition() {
    assertThat(
            left(
                """
                <#list kinds as kind>
                <#if maven>
                pom.xml
                <#elseif kind.served == "yes">
                a server
                <#else>
                nothing
                </#if>
                </#list>
                """))
        .isEqualTo(
            """
            <#list kinds as kind>
            <#if kind.served == "yes">
            a server
            <#else>
            nothing
            </#if>
            </#list>
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#if trio>\nnever closed\n",
        "<#if trio>\n</#list>\n",
        "<#if trio>inline</#if>\n",
        "<#if trio>\nmacro <@m/>\n</#if>\n",
        "<#if unknown>\nfor FreeMarker to refuse\n</#if>\n",
        "<#if trio == \"x\">\nno text\n</#if>\n",
        "<#if trio>\n<#-- comment -->\n</#if>\n",
        "</#if>\n<#if trio>\n</#if>\n"
      })
  void whatIsNotOfTheDialectStaysWhole(String template) {
    assertThat(left(template)).isEqualTo(template);
  }

  @Test
  void lastLineWithoutAnEndIsReadAsWell() {
    assertThat(left("<#if maven>\na\n<#else>\nb\n</#if>")).isEqualTo("b\n");
    assertThat(left("<#if trio>\na\n</#if>\nb")).isEqualTo("a\nb");
  }

  private static String left(String template) {
    return ChosenBranches.of(template, MODEL);
  }
}
