package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.AddedQuestions;
import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question that is added to the list is asked, explained, reported, recorded and read. */
class AddedQuestionTest {
  private static final List<Question<?>> ADDED =
      List.of(AddedQuestions.TLS, AddedQuestions.RETRY, AddedQuestions.OWNER, AddedQuestions.TAGS);

  private Path disk = Path.of("");

  @BeforeEach
  void emptyDirectory(@TempDir Path directory) {
    disk = directory;
  }

  @Test
  void helpListsIt() {
    assertThat(run("new", "--help").out())
        .containsPattern("\n  --tls +encrypts the service\n")
        .containsPattern("\n  --on-failure WHAT +what a failure does: stop or go-on \\(default:")
        .containsPattern("\n  --owned-by TEAM +the team that owns it \\(default: nobody\\)\n")
        .containsPattern("\n  --tags LIST +tags, separated by commas: slow, nightly");
  }

  @Test
  void explainTellsOfIt() {
    assertThat(run("explain", "--owned-by").out())
        .isEqualTo(
            """
            --owned-by TEAM
              the team that owns it
              of: new, add, update, adopt
              default: nobody (new, add); as answered (update); what the suite says (adopt)

              Lower case.
            """);
    for (Question<?> question : ADDED) {
      assertThat(run("explain", question.key()).out()).contains(question.help().detail());
    }
    assertThat(run("explain", "topics").out())
        .contains("--tls", "--on-failure", "--owned-by", "--tags");
  }

  @Test
  void itsValueIsRead() {
    assertThat(run("new", "x", "--owned-by", "Me").err())
        .isEqualTo(
            """
            scaffold: `Me` is no team
                  at: --owned-by Me
                next: pass --owned-by with at most nine of a-z
            """);
    assertThat(run("new", "x", "--on-failure", "stopp").err())
        .contains("did you mean `stop`? use stop or go-on");
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void reportHasIt() {
    assertThat(suite("--json"))
        .contains(
            """
                "maven": false,
                "tls": true,
                "on-failure": "go-on",
                "owned-by": "orders",
                "tags": [
                  "nightly",
                  "slow"
                ]
              },
            """);
  }

  @Test
  void itIsRecordedAndReadAgain() throws IOException {
    assertThat(suite()).contains("Wrote ");
    String recorded = Files.readString(disk.resolve("x").resolve(AnswersFile.PATH));
    assertThat(recorded)
        .endsWith(
            """
            ci = "none"
            maven = false
            tls = true
            on-failure = "go-on"
            owned-by = "orders"
            tags = [
                "nightly",
                "slow",
            ]
            """);
    Answers read =
        AnswersFile.parse(AddedQuestions.ALL, ScaffoldVersion.current(), recorded).answers();
    assertThat(read.get(AddedQuestions.TLS)).isTrue();
    assertThat(read.get(AddedQuestions.RETRY)).isEqualTo(AddedQuestions.Retry.GO_ON);
    assertThat(read.get(AddedQuestions.OWNER)).isEqualTo("orders");
    assertThat(read.get(AddedQuestions.TAGS)).containsExactly("nightly", "slow");
  }

  @Test
  void theProductDoesNotAskIt() {
    assertThat(Run.in(disk, "new", "x", "--tls").err())
        .contains("`--tls` is no option of scaffold new");
  }

  private String suite(String... more) {
    String line = "new x --tls --on-failure go-on --owned-by orders --tags nightly,slow";
    Run run = run((line + " " + String.join(" ", more)).strip().split(" "));
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  private Run run(String... arguments) {
    return Run.asking(AddedQuestions.ALL, disk, arguments);
  }
}
