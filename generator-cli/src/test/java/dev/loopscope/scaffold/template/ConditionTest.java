package dev.loopscope.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
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
    assertThat(Condition.parse(source).holds(MODEL)).isEqualTo(holds);
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
    assertThatThrownBy(() -> Condition.parse(source))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void loopVariableIsAStringInsideItsList() {
    assertThat(Condition.parse("backend == \"uvloop\"", List.of("backend")))
        .isEqualTo(new Condition.Equal("backend", "uvloop"));
  }
}
