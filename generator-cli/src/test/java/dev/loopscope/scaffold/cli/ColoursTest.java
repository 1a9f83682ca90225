package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.console.Terminal;
import dev.loopscope.scaffold.text.ColourMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColoursTest {
  @TempDir Path directory = Path.of("");

  @BeforeEach
  void writeASuite() throws IOException {
    Files.writeString(
        directory.resolve("test_it.py"),
        """
        import pytest


        @pytest.mark.asyncio(scope="session")
        async def test_it():
            pass
        """);
    Files.writeString(directory.resolve("requirements.txt"), "pytest-asyncio>=1.0\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --color always",
        "--color always check",
        "check --color=always",
        "check --color never --color always",
        "check --color=always -- ."
      })
  void aReportIsColouredInAPipeIfThatIsAskedFor(String line) {
    Run run = Run.in(directory, line.split(" "));
    assertThat(run.out())
        .contains("\u001b[1mtest_it.py:4:22\u001b[0m: \u001b[1;38;5;131mwarning LS008");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "check --color auto", "check --color always --color never"})
  void elsewhereItIsNot(String line) {
    assertThat(Run.in(directory, line.split(" ")).out())
        .contains("warning LS008")
        .doesNotContain("\u001b");
  }

  @Test
  void aRefusalIsColouredAsWell() {
    assertThat(Run.in(directory, "chek", "--color=always").err())
        .startsWith("\u001b[1;38;5;163mscaffold:\u001b[0m `chek` is no command");
  }

  @Test
  void behindTwoDashesItIsAPath() {
    assertThat(Run.in(directory, "check", "--", "--color").err()).contains("--color");
  }

  @ParameterizedTest
  @CsvSource({
    "NO_COLOR, 1, false",
    "FORCE_COLOR, 1, true",
    "FORCE_COLOR, '', false",
    "NOTHING, 1, false"
  })
  void theEnvironmentDecidesWhereNobodyTyped(String name, String value, boolean coloured) {
    assertThat(Terminal.ofProperties(Map.of(name, value)).resultColours()).isEqualTo(coloured);
  }

  @Test
  void noColoursAreStrongerThanForcedOnes() {
    Terminal terminal = Terminal.ofProperties(Map.of("NO_COLOR", "1", "FORCE_COLOR", "1"));
    assertThat(terminal.resultColours()).isFalse();
    assertThat(terminal.coloured(ColourMode.ALWAYS).resultColours()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"20, 60", "60, 60", "72, 72", "100, 100", "200, 100", "0, 80", "x, 80", "-5, 80"})
  void textIsAsWideAsTheTerminalWithinReason(String columns, int width) {
    assertThat(Terminal.ofProperties(Map.of("COLUMNS", columns)).width()).isEqualTo(width);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100})
  void noLineOfHelpIsWider(int width) {
    for (var command : Commands.syntaxes(Questions.ALL)) {
      assertThat(command.usage(width).lines())
          .allMatch(line -> line.length() <= width, command.word());
    }
    assertThat(MainHelp.text(width).lines()).allMatch(line -> line.length() <= width);
  }
}
