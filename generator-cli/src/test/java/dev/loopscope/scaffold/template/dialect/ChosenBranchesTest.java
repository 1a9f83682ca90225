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
          Map.of(
              "backends", List.of("asyncio", "trio"), "none", List.of(), "odd", List.of("${name}")),
          Map.of(
              "kinds",
              List.of(
                  new TemplateModel.Fields(Map.of("word", "echo"), Map.of("served", true)),
                  new TemplateModel.Fields(Map.of("word", "http"), Map.of("served", false)))));

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
  void listIsWrittenOutForEachOfItsItems() {
    String template =
        """
        <#list backends as backend>
        <#if backend == "trio">
        ${backend} of ${name}
        <#elseif trio>
        ${{ backend }}, ${backend.name}
        </#if>
        </#list>
        """;
    assertThat(left("before\n" + template + "after\n"))
        .isEqualTo("before\n${{ backend }}, ${backend.name}\ntrio of ${name}\nafter\n");
    assertThat(left("<#if maven>\n" + template + "</#if>\n")).isEmpty();
    assertThat(left("<#list none as item>\n${item}\n</#list>\n")).isEmpty();
  }

  @Test
  void recordsInListsOfRecordsHaveTheirFields() {
    assertThat(
            left(
                """
                <#list kinds as kind>
                <#list backends as backend>
                <#if kind.served && backend == "trio">
                ${kind.word}.${backend}
                </#if>
                </#list>
                </#list>
                """))
        .isEqualTo("echo.trio\n");
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
        "</#if>\n<#if trio>\n</#if>\n",
        "<#list unknown as item>\n${item}\n</#list>\n",
        "<#list backends>\n</#list>\n",
        "<#list backends as backend>\n<#if trio>\n</#list>\n</#if>\n",
        "<#list backends as backend>\nnever closed\n",
        "<#list backends as backend>\ninline </#list>\n",
        "<#list kinds as kind>\n${kind}\n</#list>\n",
        "<#list kinds as kind>\n${kind.missing}\n</#list>\n",
        "<#list kinds as kind>\n${kind.served}\n</#list>\n",
        "<#list odd as item>\n${item}\n</#list>\n"
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
