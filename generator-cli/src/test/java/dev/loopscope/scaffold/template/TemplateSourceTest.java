package dev.loopscope.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template's text becomes, through the real engine. */
class TemplateSourceTest {
  private static final TemplateModel MODEL =
      new TemplateModel(
          Map.of("name", "my-suite", "dollar", "$", "ci", "none"),
          Map.of("trio", true, "maven", false),
          Map.of("backends", List.of("trio", "asyncio")));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "a ${name} b               | a my-suite b",
        "${project.basedir}        | ${project.basedir}",
        "${{ matrix.python }}      | ${{ matrix.python }}",
        "$${name}                  | $my-suite",
        "${                        | ${",
        "${}                       | ${}",
        "${ name }                 | ${ name }",
        "${9a}                     | ${9a}",
        "#{name} $name #if \\      | #{name} $name #if \\",
        "${dollar}{name}           | ${name}",
        "[#if x] [=name]           | [#if x] [=name]"
      })
  void onlyDeclaredInterpolationIsReplaced(String template, String rendered) {
    assertThat(render(template)).isEqualTo(rendered);
  }

  @Test
  void directiveLinesVanish() {
    assertThat(
            render(
                """
                a
                <#if trio>
                b
                  <#if maven || ci == "github">
                c
                  <#elseif ci != "none">
                d
                  <#else>
                e
                  </#if>
                </#if>
                <#list backends as backend>
                  - ${backend}
                </#list>
                f
                """))
        .isEqualTo("a\nb\ne\n  - trio\n  - asyncio\nf\n");
  }

  @Property(tries = 2000)
  void textWithoutDirectivesIsKept(@ForAll("texts") String text) {
    // A file ends with its last line: FreeMarker drops blanks that follow the last newline.
    String file = text + "\n";
    assertThat(render(file)).isEqualTo(file.replace("${name}", "my-suite"));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "${name}", "${", "$", "{", "}", "#", "#{", "\\", "\n", " ", "\t", "[#if x]",
            "name", "\"", "'", "<", ">", "&", "é")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts))
        // Joined pieces may spell other variables or tags, which are not text.
        .filter(
            text ->
                !text.contains("<#")
                    && !text.replace("${name}", "").matches("(?s).*\\$\\{[A-Za-z_]\\w*}.*"));
  }

  private static String render(String text) {
    return new Renderer().render("test", text, MODEL);
  }
}
