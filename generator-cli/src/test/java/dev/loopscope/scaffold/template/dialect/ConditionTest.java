package dev.loopscope.scaffold.template.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.scaffold.template.TemplateModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  private static final Declarations DECLARED =
      new Declarations(
          List.of("ci", "name"), List.of("trio", "maven"), List.of("backends"), Map.of());
  private static final TemplateModel MODEL =
      new TemplateModel(Map.of("ci", "github"), Map.of("trio", true, "maven", false), Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "trio                                      | true",
        "!trio                                     | false",
        "ci == \"github\"                          | true",
        "ci!=\"github\"                            | false",
        "trio && !maven && ci == \"github\"        | true",
        "trio && maven                             | false",
        "`maven || ci == \"none\"`                 | false",
        "`maven || trio`                           | true"
      })
  void conditionHolds(String source, boolean holds) {
    assertThat(Condition.parse(source, DECLARED).holds(MODEL)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`trio && maven || trio`    | `&& and || may not be mixed`",
        "curio                      | no boolean called curio",
        "ci                         | no boolean called ci",
        "trio == \"a\"              | no string called trio",
        "ci == github               | literal in double quotes",
        "ci == \"a                  | no closing quote",
        "ci == \"${name}\"          | holds no",
        "trio maven                 | is missing",
        "trio &&                    | name is missing",
        "(trio)                     | name is missing"
      })
  void whatIsOutsideTheGrammarIsRefused(String source, String reason) {
    assertThatThrownBy(() -> Condition.parse(source, DECLARED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void itemOfAListOfStringsIsAStringInsideItsList() {
    VisibleNames names = new VisibleNames(DECLARED);
    names.open("backends", "backend");
    assertThat(new ConditionReader("backend == \"uvloop\"", names).read())
        .isEqualTo(new Condition.Equal("backend", "uvloop"));
  }
}
