package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.TemplateNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectRefusalsTest {
  @Test
  void undeclaredValueIsRefused() {
    Refusal refusal = refusalOf("first line\nname: ${nam}\n");
    assertThat(refusal.what()).isEqualTo("`nam` is no declared string");
    assertThat(refusal.where()).isEqualTo("tests/a.py:2");
    assertThat(refusal.next()).isEqualTo("declare it or mend the name");
  }

  @Test
  void valueOfAListIsRefused() {
    assertThat(refusalOf("${backends}\n").what()).isEqualTo("`backends` is no declared string");
  }

  @Test
  void valueOfABooleanIsRefused() {
    assertThat(refusalOf("${trio}\n").what()).isEqualTo("`trio` is no declared string");
  }

  @Test
  void itemIsUnknownBehindItsList() {
    Refusal refusal = refusalOf("<#list backends as one>\n${one}\n</#list>\n${one}\n");
    assertThat(refusal.where()).isEqualTo("tests/a.py:4");
    assertThat(refusal.what()).isEqualTo("`one` is no declared string");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#assign x = 1>",
        "<#local x = 1>",
        "<#global x = 1>",
        "<#macro m>",
        "</#macro>",
        "<#include 'x'>",
        "<#import 'x' as y>",
        "<#switch x>",
        "<#noparse>",
        "<#ftl>",
        "<#break>",
        "<#stop>",
        "<#t>",
        "<#lt>",
        "<#rt>",
        "<#nt>",
        "<#compress>",
        "<#function f>",
        "<#return>",
        "<#attempt>",
        "<#escape x as y>",
        "<#items as x>",
        "<#sep>",
        "<#setting locale='de'>",
        "<#visit x>",
        "<#foreach x in y>",
        "<#else/>",
        "<#if>",
        "<#list>",
        "<#elseif>",
        "<#else x>",
        "</#if >",
        "<#if trio",
        "text <#if trio>",
        "<#if trio> text",
        "  <#if trio>",
        "<#if trio>  ",
        "\t</#if>",
        "<#if trio>text</#if>",
        "<@m/>",
        "</@m>",
        "<#-- comment -->",
        "text <#-- comment --> text",
        "<#if trio><#if uvloop>"
      })
  void constructOutsideTheDialectIsRefused(String line) {
    Refusal refusal = refusalOf("text\n" + line + "\ntext\n");
    assertThat(refusal.where()).isEqualTo("tests/a.py:2");
    assertThat(refusal.what()).endsWith("is not of the dialect here");
    assertThat(refusal.next()).contains("<#if C>", "alone on its line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "!unknown",
        "name",
        "!name",
        "backends",
        "trio == \"x\"",
        "name == x",
        "name == \"x",
        "name = \"x\"",
        "name == 'x'",
        "name == \"a\\\"\"",
        "name == \"${ci}\"",
        "trio && uvloop || asyncio",
        "trio and uvloop",
        "(trio)",
        "trio &&",
        "|| trio",
        "trio??",
        "name?has_content",
        "1 < 2",
        "trio/",
        "!!trio",
        "trio == uvloop",
        "true"
      })
  void conditionOutsideTheGrammarIsRefused(String condition) {
    Refusal refusal = refusalOf("<#if " + condition + ">\n</#if>\n");
    assertThat(refusal.where()).isEqualTo("tests/a.py:1");
    assertThat(refusal.what()).startsWith("the condition is not of the dialect: ");
    assertThat(refusal.next()).contains("&& or by ||");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"backends", "backends as", "backends as one, two", "backends as 1", "x as y as z"})
  void listWithoutOneItemIsRefused(String argument) {
    assertThat(refusalOf("<#list " + argument + ">\n</#list>\n").next())
        .isEqualTo("write <#list LIST as ITEM>");
  }

  @Test
  void undeclaredListIsRefused() {
    assertThat(refusalOf("<#list names as one>\n</#list>\n").next())
        .isEqualTo("use one of [backends, commandWords, pythons, kinds, resources]");
  }

  @Test
  void itemThatHidesAVariableIsRefused() {
    assertThat(refusalOf("<#list pythons as python>\n</#list>\n").what())
        .isEqualTo("`python` hides a variable");
  }

  @Test
  void itemThatHidesAnItemIsRefused() {
    Refusal refusal =
        refusalOf("<#list pythons as x>\n<#list backends as x>\n</#list>\n</#list>\n");
    assertThat(refusal.where()).isEqualTo("tests/a.py:2");
    assertThat(refusal.what()).isEqualTo("`x` hides a variable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<#if trio>", "<#if trio>\n<#else>", "<#list backends as x>"})
  void unclosedBlockIsRefusedWhereItBegins(String block) {
    Refusal refusal = refusalOf("text\n" + block + "\ntext");
    assertThat(refusal.where()).isEqualTo("tests/a.py:2");
    assertThat(refusal.what()).isEqualTo("this is never closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"</#if>", "</#list>", "<#else>", "<#elseif trio>"})
  void closingOfNothingIsRefused(String directive) {
    Refusal refusal = refusalOf("text\n" + directive + "\n");
    assertThat(refusal.where()).isEqualTo("tests/a.py:2");
    assertThat(refusal.what()).isEqualTo("nothing is open here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#if trio>\n</#list>",
        "<#list backends as x>\n</#if>",
        "<#list backends as x>\n<#else>",
        "<#if trio>\n<#else>\n<#else>",
        "<#if trio>\n<#else>\n<#elseif uvloop>"
      })
  void wrongClosingIsRefused(String block) {
    assertThat(refusalOf(block + "\n").what()).endsWith("does not close what is open");
  }

  @Test
  void carriageReturnIsRefused() {
    Refusal refusal = refusalOf("one\ntwo\r\n");
    assertThat(refusal.where()).isEqualTo("tests/a.py:2");
    assertThat(refusal.next()).isEqualTo("end lines with a line feed alone");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "text\n\t", "\n\f"})
  void blanksBehindTheLastLineFeedAreRefused(String template) {
    assertThat(refusalOf("<#if trio>\n</#if>\n" + template).what())
        .isEqualTo("the last line is blanks alone");
  }

  private static Refusal refusalOf(String template) {
    DialectCompiler compiler =
        new DialectCompiler(
            TemplateNames.all(), new VelocityNames(ArchetypeProperties.of(Archetype.MULTIBACKEND)));
    RefusalException refused =
        catchThrowableOfType(
            RefusalException.class, () -> compiler.compile("tests/a.py", template));
    assertThat(refused).as("refused: %s", template).isNotNull();
    return refused.refusal();
  }
}
