package dev.loopscope.scaffold.template.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.TemplateModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of records, as the parser reads them and as the command's engine renders them. */
class RecordsTest {
  private static final Declarations DECLARED =
      new Declarations(
          List.of("name", "dollar"),
          List.of("trio"),
          List.of("backends"),
          Map.of(
              "resources", new Declarations.Fields(List.of("name", "kind"), List.of("tls")),
              "owners", new Declarations.Fields(List.of("name"), List.of())));

  private static final TemplateModel MODEL =
      new TemplateModel(
          Map.of("name", "demo", "dollar", "$"),
          Map.of("trio", true),
          Map.of("backends", List.of("asyncio", "trio")),
          Map.of(
              "resources", List.of(record("web", "http", true), record("db", "postgres", false)),
              "owners", List.of(record("ann", "", false))));

  private static TemplateModel.Fields record(String name, String kind, boolean tls) {
    return new TemplateModel.Fields(Map.of("name", name, "kind", kind), Map.of("tls", tls));
  }

  @Test
  void bodyIsRenderedOnceForEachRecord() {
    assertThat(
            rendered(
                """
                <#list resources as resource>
                ${resource.name}: ${resource.kind} of ${name}
                </#list>
                """))
        .isEqualTo("web: http of demo\ndb: postgres of demo\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "r.kind == \"http\"                    | web",
        "r.kind != \"http\"                    | db",
        "r.tls                                 | web",
        "!r.tls                                | db",
        "r.tls && r.kind == \"http\" && trio   | web",
        "`r.tls || r.kind == \"postgres\"`     | web db",
        "!trio && r.tls                        | ``",
        "r.name == \"db\"                      | db"
      })
  void conditionReadsTheFieldsOfTheRecord(String condition, String names) {
    String template =
        "<#list resources as r>\n<#if " + condition + ">\n${r.name}\n</#if>\n</#list>\n";
    assertThat(rendered(template).strip().replace('\n', ' ')).isEqualTo(names);
  }

  @Test
  void listsNestInEachOther() {
    assertThat(
            rendered(
                """
                <#list resources as r>
                <#list backends as backend>
                <#list owners as owner>
                <#if r.tls || backend == "trio">
                ${r.name} ${backend} ${owner.name}
                </#if>
                </#list>
                </#list>
                </#list>
                """))
        .isEqualTo("web asyncio ann\nweb trio ann\ndb trio ann\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${project.basedir}",
        "${resources.name}",
        "${resource.name.text}",
        "${resource.}",
        "${resource .name}",
        "${{ resource.name }}",
        "${backend.name}"
      })
  void whatIsNoFieldOfAVisibleRecordIsText(String text) {
    String template = "<#list resources as resource>\n" + text + "\n</#list>\n" + text + "\n";
    DialectParser.parse("a.txt", template, DECLARED);
    assertThat(rendered(template)).isEqualTo((text + "\n").repeat(3));
  }

  @Test
  void fieldIsTextBehindItsList() {
    assertThat(rendered("${r.name}\n<#list owners as r>\n${r.name}\n</#list>\n${r.name}\n"))
        .isEqualTo("${r.name}\nann\n${r.name}\n");
  }

  @Test
  void unknownFieldIsRefusedWithItsLine() {
    Refusal refusal = refusalOf("<#list resources as r>\n${r.port}\n</#list>\n");
    assertThat(refusal.where()).isEqualTo("a.txt:2");
    assertThat(refusal.what()).isEqualTo("`r.port` is no declared string");
  }

  @Test
  void fieldThatIsABooleanIsNoValue() {
    assertThat(refusalOf("<#list resources as r>\n${r.tls}\n</#list>\n").what())
        .isEqualTo("`r.tls` is no declared string");
  }

  @Test
  void recordItselfIsNoValue() {
    Refusal refusal = refusalOf("<#list resources as r>\n${r}\n</#list>\n");
    assertThat(refusal.what()).isEqualTo("`r` is no declared string");
    assertThat(refusal.next()).isEqualTo("name one of its fields: ${r.field}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "r.port == \"1\"",
        "r.name",
        "r == \"a\"",
        "r",
        "!r.kind",
        "r.tls == \"a\"",
        "q.name == \"a\"",
        "r.name.x == \"a\"",
        "r. == \"a\"",
        "resources.name == \"a\"",
        "backend.name == \"a\""
      })
  void conditionOverWhatIsNoFieldIsRefused(String condition) {
    Refusal refusal =
        refusalOf(
            "<#list backends as backend>\n<#list resources as r>\n<#if "
                + condition
                + ">\n</#if>\n</#list>\n</#list>\n");
    assertThat(refusal.where()).isEqualTo("a.txt:3");
    assertThat(refusal.what()).startsWith("the condition is not of the dialect: ");
  }

  @Test
  void nodesNameAFieldByItsList() {
    assertThat(
            DialectParser.parse(
                "a.txt",
                "<#list resources as r>\n<#if !r.tls>\n${r.name}\n</#if>\n</#list>\n",
                DECLARED))
        .containsExactly(
            new TemplateNode.Repetition(
                "resources",
                "r",
                List.of(
                    new TemplateNode.Choice(
                        List.of(
                            new TemplateNode.Branch(
                                new Condition.NotFlag("resources.tls"),
                                List.of(
                                    new TemplateNode.Text(
                                        List.of(
                                            new TemplateNode.Value("resources.name"),
                                            new TemplateNode.Literal("\n")))))),
                        List.of()))));
  }

  private static String rendered(String template) {
    return new Renderer().render("a.txt", template, MODEL);
  }

  private static Refusal refusalOf(String template) {
    RefusalException refused =
        catchThrowableOfType(
            RefusalException.class, () -> DialectParser.parse("a.txt", template, DECLARED));
    assertThat(refused).as("refused: %s", template).isNotNull();
    return refused.refusal();
  }
}
