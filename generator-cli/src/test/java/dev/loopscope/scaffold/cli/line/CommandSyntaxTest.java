package dev.loopscope.scaffold.cli.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSyntaxTest {
  private static final Option NAME = new Option("--name", "NAME", "what it is called", "none", "");
  private static final Option JSON = new Option("--json", "", "prints JSON", "off", "");

  private static final CommandSyntax ONE =
      new CommandSyntax(
          "scaffold new",
          "Writes.",
          List.of(new Example("scaffold new demo", "writes into demo/")),
          new Positional("DIRECTORY", true, false, "where to"),
          List.of(NAME, JSON),
          "There is more.");

  private static final CommandSyntax MANY =
      new CommandSyntax(
          "scaffold check",
          "Reads.",
          List.of(),
          new Positional("PATH", false, true, "what"),
          List.of(JSON),
          "");

  private static TypedArguments read(CommandSyntax syntax, String line) {
    return syntax.read(line.isEmpty() ? List.of() : List.of(line.split(" ", -1)));
  }

  private static Refusal refusal(String line) {
    return assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> read(ONE, line))
        .actual()
        .refusal();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo --name x --json",
        "--name x demo --json",
        "--name=x --json demo",
        "--json --name=x -- demo"
      })
  void optionsAndOthersComeInAnyOrder(String line) {
    TypedArguments typed = read(ONE, line);
    assertThat(typed.first()).contains("demo");
    assertThat(typed.value(NAME)).contains("x");
    assertThat(typed.has(JSON)).isTrue();
    assertThat(typed.help()).isFalse();
  }

  @Test
  void whatIsNotTypedIsAbsent() {
    TypedArguments typed = read(MANY, "");
    assertThat(typed.first()).isEmpty();
    assertThat(typed.value(NAME)).isEmpty();
    assertThat(typed.has(JSON)).isFalse();
  }

  @Test
  void valueMayBeEmptyOrHoldEqualsSignsOrLookLikeAnUnknownOption() {
    assertThat(read(ONE, "demo --name=").value(NAME)).contains("");
    assertThat(read(ONE, "demo --name=a=b").value(NAME)).contains("a=b");
    assertThat(read(ONE, "demo --name -a").value(NAME)).contains("-a");
    assertThat(read(ONE, "demo --name -").value(NAME)).contains("-");
  }

  @Test
  void nothingIsAnOptionBehindTwoDashes() {
    assertThat(read(MANY, "a -- --json -h").positionals()).containsExactly("a", "--json", "-h");
    assertThat(read(MANY, "-").positionals()).containsExactly("-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help", "--json --help", "demo -h"})
  void helpNeedsNoDirectory(String line) {
    assertThat(read(ONE, line).help()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | DIRECTORY is missing
          --json                 | DIRECTORY is missing
          a b                    | `b` is one argument too many
          a --nmae x             | `--nmae` is no option of scaffold new
          a --nmae=x             | `--nmae` is no option of scaffold new
          a -j                   | `-j` is no option of scaffold new
          a --js                 | `--js` is no option of scaffold new
          a --json --json        | --json is given twice
          a --name x --name=x    | --name is given twice
          a --name               | --name has no value
          a --name --json        | --name has no value
          a --name --name=x      | --name has no value
          a --name -h            | --name has no value
          a --name --            | --name has no value
          a --json=yes           | --json takes no value
          """)
  void whatTheCommandDoesNotTakeIsRefused(String line, String what) {
    assertThat(refusal(line).what()).isEqualTo(what);
    assertThat(refusal(line).where()).startsWith("scaffold new");
  }

  @Test
  void helpBeginsWithWhatToTypeAndIsNoWiderThanTheTerminal() {
    assertThat(ONE.usage(60))
        .isEqualTo(
            """
            Writes.

              scaffold new demo  writes into demo/

            usage: scaffold new [OPTION]... DIRECTORY

              DIRECTORY     where to
              --name NAME   what it is called (default: none)
              --json        prints JSON
              --color WHEN  when colours are shown: auto, always or
                            never (default: auto)
              -h, --help    shows this

            There is more.
            `scaffold help exit-codes` tells what the exit codes mean.
            """);
  }

  @Test
  void refusalNamesTheNextAction() {
    String see = "`scaffold new --help` lists what it takes";
    assertThat(refusal("a --nmae x"))
        .isEqualTo(
            new Refusal(
                "`--nmae` is no option of scaffold new",
                "scaffold new --nmae",
                "did you mean `--name`? " + see));
    assertThat(refusal("a --zzzzzz").next()).isEqualTo(see);
    assertThat(refusal("a --name").next()).isEqualTo("give it one: --name NAME");
    assertThat(refusal("a --json=yes").next()).isEqualTo("leave out what is behind it");
  }
}
