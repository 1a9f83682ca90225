package dev.loopscope.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates cannot reach into Java, which is why FreeMarker's access rules may be left unread. */
class TemplateValuesTest {
  private static final TemplateModel MODEL =
      new TemplateModel(
          Map.of("name", "x"), Map.of("trio", true), Map.of("backends", List.of("trio")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#if name.class??>reached</#if>",
        "<#if backends.class??>reached</#if>",
        "<#if trio.class??>reached</#if>",
        "<#if .data_model.class??>reached</#if>",
      })
  void valueHasNoMembers(String template) {
    try {
      assertThat(new Renderer().render("test", template, MODEL)).doesNotContain("reached");
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("test");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#assign x = \"freemarker.template.utility.Execute\"?new()>",
        "<#assign x = name?api>",
        "<#if backends?api.size() == 1></#if>"
      })
  void builtInsReachNoClass(String template) {
    assertThatThrownBy(() -> new Renderer().render("test", template, MODEL))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void otherObjectIsNotWrapped() {
    assertThatThrownBy(() -> new TemplateValues().wrap(new Object()))
        .hasMessageContaining("java.lang.Object");
  }

  @Test
  void undefinedVariableIsADefectOfTheTemplate() {
    assertThatThrownBy(() -> new Renderer().render("some/file", "\n${curio}", MODEL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("some/file")
        .hasMessageContaining("curio");
  }
}
