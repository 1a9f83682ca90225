package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code scaffold add} without a directory asks a person, and what it makes of the answers.
 */
class AddInterviewTest {
  @TempDir private Path directory;

  private static Run answering(String answers, Path root, String... typed) {
    String[] words = Stream.concat(Stream.of("add"), Stream.of(typed)).toArray(String[]::new);
    return Run.answering(answers.replace(' ', '\n') + "\n", root, words);
  }

  private static String shown(Run run) {
    return run.err().lines().filter(it -> it.startsWith("  scaffold add")).findFirst().orElse("");
  }

  @Test
  void enterTakesWhatTheRepositorySaysAndWritesIt() {
    Path root = HostTree.named("pipfile").in(directory);

    Run run = answering("    ", root);

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .containsSubsequence(
            "What do your tests share?",
            "--resource [client]: ",
            "Which backends do they run on?",
            "--backends [asyncio]: ",
            "How long should it live",
            "--loop-scope [session]: ",
            "Answer the rest, about names and Python, too? [y/N]: ",
            "concluded (the option in brackets overrules it):\n  tests ",
            "async_suite/\n├── ",
            "│   └── answers.toml",
            "the answers this suite was made from\n",
            "The same without questions:\n  scaffold add\n",
            "Write it? [Y/n]: ");
    assertThat(run.out()).startsWith("Added 12 files in ").contains("conftest.py ", "\nnext:\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4 store 1,2 ~ ~ ~        | --resource store:redis --backends asyncio,trio
          ~ ~ 2 ~ ~              | --loop-scope module
          redis ~ asyncio function n ~ | --resource client:redis --loop-scope function
          ~ ~ ~ y ~ broker-suite ~ ~ y ~ | --name broker-suite --hypothesis
          """)
  void answersAreWhatTheLineShownMakes(String answers, String options) throws IOException {
    Path asked = HostTree.named("pipfile").in(Files.createDirectory(directory.resolve("asked")));
    Path typed = HostTree.named("pipfile").in(Files.createDirectory(directory.resolve("typed")));

    Run run = answering(answers.replace("~", ""), asked);

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(shown(run)).isEqualTo("  scaffold add " + options);
    String[] line =
        Stream.concat(Stream.of("add"), Stream.of(options.split(" "))).toArray(String[]::new);
    assertThat(Run.in(typed, line).end()).isEqualTo(ExitCode.DONE);
    assertThat(new SuiteTree(asked).texts()).isEqualTo(new SuiteTree(typed).texts());
  }

  @Test
  void whatTheRepositoryLeavesOpenIsPartOfTheLineEvenAsProposed() {
    Path root = HostTree.named("poetry-group").in(directory);

    Run run = answering("    ", root);

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(shown(run)).isEqualTo("  scaffold add --backends asyncio");
  }

  @Test
  void placeOfTheTestsIsAskedBehindTheSuite() {
    Path root = HostTree.named("two-test-directories").in(directory);

    Run run = answering("    checks/whole ", root);

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("tests: tests are in checks/whole as well\n--tests [");
    assertThat(shown(run)).isEqualTo("  scaffold add --tests=checks/whole");
    assertThat(root.resolve("checks/whole/async_suite/conftest.py")).exists();
  }

  @Test
  void refusedAnswersAreAskedAgainAndNoWritesNothing() {
    Path root = HostTree.named("pipfile").in(directory);
    String before = new SuiteTree(root).texts().toString();

    Run run = answering(" curio trio   n", root);

    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .contains("scaffold: `curio` is no backend")
        .endsWith("Nothing was written.\n");
    assertThat(run.out()).isEmpty();
    assertThat(new SuiteTree(root).texts().toString()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--yes", "--json", "--diff", "--dry-run"})
  void programsAndWhoeverWantsAPlanAreNotAsked(String option) {
    Path root = HostTree.named("pipfile").in(directory);

    assertThat(answering("", root, option).err()).doesNotContain("]: ");
  }

  @Test
  void whatWasTypedIsNotAsked() {
    Path root = HostTree.named("pipfile").in(directory);

    Run run = answering("   ", root, "--backends", "asyncio,trio");

    assertThat(run.err()).doesNotContain("--backends [").contains("--loop-scope [module]: ");
    assertThat(shown(run)).isEqualTo("  scaffold add --backends asyncio,trio");
  }
}
