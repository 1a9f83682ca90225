package dev.loopscope.scaffold.suite.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.loopscope.scaffold.python.source.SourceText;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortRunsTest {
  private static TomlDocument.Parsed byLibrary(String text) {
    ConfigFile file = new ConfigFile("pyproject.toml", SourceText.of(text));
    return assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> new TomlDocument(file).parseByLibrary());
  }

  private static TomlValue.Entry entry(TomlValue.Table table, String key) {
    return Objects.requireNonNull(table.entries().get(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"# c\n", "\n", " \t\n", "\r\n", "    # c\r\n"})
  void runOfAnyLengthIsReadInTime(String line) {
    String text = "a = 1\n" + line.repeat(20_000) + "[t]\nb = 'x'\n";

    TomlValue.Table root = byLibrary(text).root().orElseThrow();

    TomlValue.Entry table = entry(root, "t");
    assertThat(table.keyLocation().start()).isEqualTo(text.indexOf("[t]"));
    TomlValue.Table inner = (TomlValue.Table) table.value();
    assertThat(entry(inner, "b").keyLocation().start()).isEqualTo(text.indexOf("b = "));
  }

  @Test
  void runsInStringsStayAsTheyAre() {
    String run = "\n".repeat(50) + "# no comment\n".repeat(50);
    String text =
        "a = \"\"\"x\\\"\"\"\" # y\n" + "b = '''" + run + "''''\nc = \"\"\"" + run + "\"\"\"\n";

    TomlValue.Table root = byLibrary(text).root().orElseThrow();

    assertThat(((TomlValue.Text) entry(root, "b").value()).value())
        .isEqualTo(run.substring(1) + "'");
    assertThat(((TomlValue.Text) entry(root, "c").value()).value()).isEqualTo(run.substring(1));
  }

  @Test
  void errorBehindARunIsWhereItIs() {
    String text = "a = 1\n" + "# c\n".repeat(100) + "b = ?\n";

    assertThat(byLibrary(text).error().orElseThrow().location().start())
        .isEqualTo(text.indexOf('?'));
  }
}
