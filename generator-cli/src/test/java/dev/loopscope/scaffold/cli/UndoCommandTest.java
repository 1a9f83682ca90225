package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoCommandTest {
  @TempDir Path directory;

  private Run run(String line) {
    return Run.in(directory, line.split(" "));
  }

  private void done(String line) {
    Run run = run(line);
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void newSuiteGoesWithItsDirectories() {
    done("new a/demo");
    Run run = run("undo a/demo");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("Took back `scaffold new`", "scaffold new a/demo --name demo");
    assertThat(directory.resolve("a/demo")).doesNotExist();
  }

  @Test
  void newSuiteLeavesTheDirectoryInWhichSomebodyWorks() throws IOException {
    done("new demo --backends asyncio,trio --maven");
    Run run = Run.in(directory.resolve("demo"), "undo");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(directory.resolve("demo")).isEmptyDirectory();
    assertThat(run.out()).contains("The same again: scaffold new . --backends asyncio,trio");
  }

  @Test
  void whatSomebodyAddedToANewSuiteStays() {
    done("new demo");
    SuiteTree suite = new SuiteTree(directory.resolve("demo"));
    suite.write("tests/test_mine.py", "def test_mine():\n    pass\n");
    done("undo demo");
    assertThat(suite.texts()).containsOnlyKeys("tests/test_mine.py");
  }

  @Test
  void newSuiteThatWasChangedIsRefusedAndTheFilesAreNamed() {
    done("new demo");
    SuiteTree suite = new SuiteTree(directory.resolve("demo"));
    suite.append("tests/conftest.py", "MINE = 1\n");
    suite.delete("README.md");
    SortedMap<String, String> before = suite.texts();
    Run run = run("undo demo");
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("changed since `scaffold new`: README.md, tests/conftest.py");
    assertThat(suite.texts()).isEqualTo(before);
  }

  @Test
  void updateIsTakenBack() {
    SuiteTree suite = SuiteTree.written(directory.resolve("demo"), "0.1.0", Map.of("name", "demo"));
    suite.edit("tests/support/line_service.py", "HOST = \"127.0.0.1\"", "HOST = \"::1\"");
    SortedMap<String, String> before = suite.texts();
    done("update demo");
    assertThat(suite.texts()).isNotEqualTo(before);
    Run list = run("undo demo --list");
    assertThat(list.out())
        .startsWith("update in ")
        .contains("  deleted  tests/support/line_service.py\n", "\nnew in ");
    Run rehearsal = run("undo demo --dry-run");
    assertThat(rehearsal.out()).startsWith("Would take back `scaffold update` in ");
    Run run = run("undo demo");
    assertThat(run.out()).startsWith("Took back `scaffold update` in ");
    assertThat(suite.texts()).isEqualTo(before);
    assertThat(suite.root().resolve(".scaffold/undo")).doesNotExist();
  }

  @Test
  void fixesAreTakenBackFromAnywhereBelow() throws IOException {
    SuiteTree suite = new SuiteTree(directory.resolve("suite"));
    suite.write("requirements.txt", "pytest-asyncio>=1.0\n");
    suite.write(
        "tests/test_a.py",
        """
        import pytest


        @pytest.mark.asyncio(scope="session")
        async def test_a():
            pass
        """);
    Files.createDirectory(suite.root().resolve(".git"));
    SortedMap<String, String> before = suite.texts();
    done("check --fix --exit-zero suite/tests");
    assertThat(suite.texts()).isNotEqualTo(before);
    assertThat(Run.in(suite.root(), "check", "--exit-zero").out())
        .isEqualTo(Run.in(suite.root(), "check", "--exit-zero", "tests").out());
    Run run = Run.in(suite.root().resolve("tests"), "undo");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).startsWith("Took back `scaffold check --fix` in ");
    assertThat(suite.texts()).isEqualTo(before);
    assertThat(suite.root().resolve(".scaffold")).doesNotExist();
  }

  @Test
  void suiteThatIsNewerThanARecordAboveItIsTakenBackFirst() throws Exception {
    SuiteTree host = new SuiteTree(directory);
    host.write("requirements.txt", "pytest-asyncio>=1.0\n");
    host.write(
        "tests/test_a.py",
        """
        import pytest


        @pytest.mark.asyncio(scope="session")
        async def test_a():
            pass
        """);
    Files.createDirectory(directory.resolve(".git"));
    done("check --fix --exit-zero");
    Thread.sleep(20);
    done("new svc");
    assertThat(run("undo svc").out()).startsWith("Took back `scaffold new` in ");
    assertThat(run("undo").out()).startsWith("Took back `scaffold check --fix` in ");
  }

  @Test
  void whereNothingIsRecordedSuitesBelowAreNamed() {
    done("new demo");
    Run run = run("undo");
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains("nothing is recorded here", "name the directory of a suite: demo");
    assertThat(run("undo --list").out()).startsWith("Nothing to take back in ");
    assertThat(run("undo nowhere").end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run("undo --lost").end()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void addedSuiteIsTakenBackWithTheEditsOfTheProject() {
    SuiteTree host = new SuiteTree(directory.resolve("host"));
    host.write(
        "pyproject.toml",
        """
        [project]
        name = "host"
        version = "1"

        [dependency-groups]
        dev = ["pytest>=9"]  # ours
        """
            .replace("\n", "\r\n"));
    host.write("tests/test_shed.py", "def test_shed():\n    pass\n");
    SortedMap<String, String> before = host.texts();
    done("add host --yes --name shared");
    assertThat(host.text("pyproject.toml")).contains("pytest-asyncio");
    assertThat(Run.in(host.root().resolve("tests/shared"), "undo", "--list").out())
        .startsWith("add in ");
    Run run = Run.in(host.root().resolve("tests/shared"), "undo");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(host.texts()).isEqualTo(before);
    assertThat(host.root().resolve("tests/shared")).doesNotExist();
    assertThat(host.root().resolve(".scaffold")).doesNotExist();
  }
}
