package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code scaffold new} without a directory asks a person, and what it makes of the answers.
 */
class NewQuestionsTest {
  @TempDir private Path directory;

  private Run answering(String answers, String... typed) {
    String[] words = Stream.concat(Stream.of("new"), Stream.of(typed)).toArray(String[]::new);
    return Run.answering(answers.replace(' ', '\n') + "\n", directory, words);
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  /** What the answers make is what the command line makes that is shown. */
  private void assertShows(Run run, String command) throws IOException {
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("\nThe same without questions:\n  scaffold " + command + "\n");
    Path asked = directory.resolve("demo");
    Path typed = Files.createDirectory(directory.resolve("typed"));
    assertThat(Run.in(typed, command.split(" ")).end()).isEqualTo(ExitCode.DONE);
    assertThat(new SuiteTree(asked).texts())
        .isEqualTo(new SuiteTree(typed.resolve("demo")).texts());
  }

  @Test
  void enterTakesWhatIsProposedAndWritesIt() throws IOException {
    Run run = answering("     ");
    assertShows(run, "new demo");
    assertThat(run.err())
        .containsSubsequence(
            "What do your tests share?",
            "  1  echo        A TCP server that is written in the suite\n",
            "--resource [client]: ",
            "Which backends do they run on?",
            "  2  trio     trio needs a runner that is not asyncio",
            "--backends [asyncio]: ",
            "How long should it live",
            "  4  function\n",
            "--loop-scope [session]: ",
            "Where to?",
            "Answer the rest",
            "demo/\n├── ",
            "conftest.py",
            "Write it? [Y/n]: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4 store 1,2 2 '' '' ''       | new demo --resource store:redis --backends asyncio,trio --loop-scope module
          redis '' asyncio session demo n '' | new demo --resource client:redis
          2,4 api store '' '' '' '' n ''  | new demo --resource api:http,store:redis
          3 '' '' '' sqlalchemy '' '' '' | new demo --resource client:postgres --postgres sqlalchemy
          db:postgres '' '' 2 '' '' '' | new demo --resource db:postgres --postgres sqlalchemy
          """)
  void numbersAndWordsAreTakenAsIfTheyHadBeenTyped(String answers, String command)
      throws IOException {
    assertShows(answering(answers.replace("''", "")), command);
  }

  @Test
  void everyQuestionIsAskedIfTheRestIsWantedToo() throws IOException {
    Run run = answering("1 client 1 1 demo y  shop shop_tests 3.12 y y github y org.shop 2.0 y");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    for (Question<?> question : Questions.ALL.inOrder()) {
      if (!question.hangsOn(Questions.RESOURCE)) {
        assertThat(run.err()).contains(question.option() + " [");
      }
    }
    assertThat(run.err())
        .contains(
            "scaffold new demo --name shop --package shop_tests --python 3.12 --hypothesis --lint"
                + " --ci github --maven --group-id org.shop --version 2.0\n");
    assertThat(directory.resolve("demo/pom.xml")).exists();
  }

  @Test
  void whatWasTypedIsNotAsked() throws IOException {
    Run run = answering("  ", "--backends=trio", "--resource", "store:redis", "--loop-scope=class");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .doesNotContain("What do your tests share?", "--backends [", "--loop-scope [")
        .contains("scaffold new demo --backends=trio --resource store:redis --loop-scope=class\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7                | `7` is no
          pytest           | `pytest` is
          1 tmp_path       | `tmp_path` is
          1 client curio   | `curio` is no backend
          3 db 2           | postgres
          1 client 1 weeks | `weeks` is no
          """)
  void illegalAnswersAreRefusedAtOnce(String answers, String why) {
    String err = answering(answers).err();
    assertThat(err.split("]: scaffold: ", -1)[1]).contains(why);
  }

  @Test
  void aDirectoryThatIsTakenIsRefusedAndAskedAgain() throws IOException {
    Files.createDirectory(directory.resolve("taken"));
    Files.createFile(directory.resolve("taken/notes.txt"));
    Run run = answering("   taken json demo n y");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .containsSubsequence("Where to?", "taken", "Where to?", "json", "Where to?");
    assertThat(entries()).containsExactly("demo", "taken");
  }

  @Test
  void nothingIsWrittenWithoutAYesAtTheEnd() throws IOException {
    Run run = answering("    n n");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).endsWith("Write it? [Y/n]: Nothing was written.\n");
    assertThat(entries()).isEmpty();
  }

  @Test
  void aPlanIsShownWithoutBeingAskedWhetherToWriteIt() throws IOException {
    Run run = answering("    n", "--dry-run");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("\n  scaffold new demo --dry-run\n").doesNotContain("Write it?");
    assertThat(run.out()).startsWith("Would write ");
    assertThat(entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void endOfTheAnswersWritesNothing(int answers) throws IOException {
    Run run = Run.answering("\n".repeat(answers), directory, "new");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("scaffold: DIRECTORY is missing\n");
    assertThat(entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--yes", "--json"})
  void nothingIsAskedOfProgramsAndOfThoseWhoSayYes(String option) {
    Run run = answering("    ", option);
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("scaffold: DIRECTORY is missing\n");
  }

  @Test
  void nothingIsAskedWithoutATerminal() {
    Run run = Run.in(directory, "new");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("scaffold: DIRECTORY is missing\n");
  }
}
