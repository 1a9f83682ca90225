package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code scaffold add DIRECTORY} asks a person, and what it makes of the answers. */
class AddQuestionsTest {
  @TempDir private Path directory;

  @Test
  void enterTakesWhatIsProposed() {
    Path root = HostTree.named("two-test-directories").in(directory);

    Run run = Run.answering("\n", root, "add", ".");

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .isEqualTo("tests: tests are in checks/whole as well\n--tests [checks/unit/]: ");
    assertThat(root.resolve("checks/unit/async_suite/conftest.py")).exists();
  }

  @Test
  void anotherAnswerIsTakenAsIfItHadBeenTyped() {
    Path root = HostTree.named("two-test-directories").in(directory);

    Run run = Run.answering("checks/whole\n", root, "add", ".");

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(root.resolve("checks/whole/async_suite/conftest.py")).exists();
  }

  @Test
  void illegalAnswerIsRefusedAndAskedAgain() {
    Path root = HostTree.named("poetry-group").in(directory);

    Run run = Run.answering("curio\nasyncio,trio\n", root, "add", ".", "--dry-run");

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("scaffold: `curio` is no ").containsSubsequence("]: ", "]: ");
    assertThat(run.out()).contains("backends      asyncio,trio  --backends says so");
  }

  @Test
  void onlyWhatTheEvidenceLeavesOpenIsAsked() {
    Path root = HostTree.named("pipfile").in(directory);

    Run run = Run.answering("", root, "add", ".");

    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--tests=checks/whole", "--yes", "--json", "--diff"})
  void nothingIsAskedThatWasSaidOrThatAProgramWaitsFor(String option) {
    Path root = HostTree.named("two-test-directories").in(directory);

    assertThat(Run.answering("checks/unit\n", root, "add", ".", option).err())
        .doesNotContain("]: ");
  }

  @Test
  void endOfTheAnswersStopsItWithTheOption() {
    Path root = HostTree.named("two-test-directories").in(directory);

    Run run = Run.answering("", root, "add", ".");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("say it by --tests, or take what is proposed with --yes");
    assertThat(root.resolve("checks/unit/async_suite")).doesNotExist();
  }

  @Test
  void withoutATerminalItStopsWithTheOption() {
    Path root = HostTree.named("two-test-directories").in(directory);

    Run run = Run.in(root, "add", ".");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("say it by --tests").doesNotContain("]: ");
  }
}
