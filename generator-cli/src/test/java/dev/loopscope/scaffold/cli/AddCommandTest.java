package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddCommandTest {
  @TempDir private Path directory;

  @Test
  void secondRunWithTheSameAnswersChangesNothing() throws IOException {
    Path root = HostTree.named("pipfile").in(directory);
    assertThat(Run.in(root, "add").end()).isEqualTo(ExitCode.DONE);
    Map<String, String> once = texts(root);

    Run again = Run.in(root, "add");

    assertThat(again.end()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).startsWith("Nothing to do: ");
    assertThat(texts(root)).isEqualTo(once);
  }

  @Test
  void anotherNameAddsASecondSuiteAndNoRequirementTwice() throws IOException {
    Path root = HostTree.named("pipfile").in(directory);
    assertThat(Run.in(root, "add").end()).isEqualTo(ExitCode.DONE);

    assertThat(Run.in(root, "add", "--name", "second").end()).isEqualTo(ExitCode.DONE);

    assertThat(root.resolve("tests/second/conftest.py")).exists();
    assertThat(Files.readString(root.resolve("Pipfile"))).containsOnlyOnce("pytest-asyncio");
  }

  @Test
  void allConflictsAreToldBeforeAnythingIsWritten() throws IOException {
    Path root = HostTree.named("pipfile").in(directory);
    Files.createDirectories(root.resolve("tests/async_suite"));
    Files.writeString(root.resolve("tests/async_suite/conftest.py"), "mine = 1\n");
    Files.writeString(root.resolve("tests/async_suite/suites.py"), "mine = 2\n");
    Map<String, String> before = texts(root);

    Run run = Run.in(root, "add");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains("tests/async_suite/conftest.py holds something else")
        .contains("tests/async_suite/suites.py holds something else");
    assertThat(texts(root)).isEqualTo(before);
  }

  @Test
  void whatStopsItLeavesEveryByte() throws IOException {
    Path root = HostTree.named("requirements-crlf-old-pin").in(directory);
    Map<String, String> before = texts(root);

    assertThat(Run.in(root, "add").end()).isEqualTo(ExitCode.REFUSED);

    assertThat(texts(root)).isEqualTo(before);
  }

  @Test
  void acceptedPinIsRaisedInItsLineAlone() throws IOException {
    Path root = HostTree.named("requirements-crlf-old-pin").in(directory);

    assertThat(Run.in(root, "add", "--accept", "pin").end()).isEqualTo(ExitCode.DONE);

    assertThat(Files.readString(root.resolve("requirements-dev.txt")))
        .matches(
            "-r requirements\\.txt\\r\\n"
                + "pytest==[89][0-9.]*\\r\\n"
                + "pytest-asyncio==1[0-9.]*\\r\\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "python_version = \"3.12\" | DONE | 3.12  Pipfile:6",
        "python_full_version = \"3.11.4\" | DONE | 3.11  Pipfile:6",
        "python_version = \"3.9\" | REFUSED | the project promises Python 3.9",
        "python_version = \"3\" | DONE | 3.10"
      })
  void pipfileNamesTheOnePythonThatItsEnvironmentHas(String line, ExitCode end, String told)
      throws IOException {
    write("tests/test_a.py", "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_a(): ...\n");
    write(
        "Pipfile",
        "[dev-packages]\npytest = \"*\"\npytest-asyncio = \"*\"\n\n[requires]\n" + line + "\n");

    Run run = Run.in(directory, "add", "--dry-run");

    assertThat(run.end()).as(run.err()).isEqualTo(end);
    assertThat(run.out() + run.err()).contains(told);
  }

  @Test
  void lockFileIsLeftToTheCommandThatRenewsIt() throws IOException {
    Path root = HostTree.named("locked-old-release").in(directory);
    String lock = Files.readString(root.resolve("uv.lock"));

    Run run = Run.in(root, "add", "--accept", "pin");

    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("next:\n  uv lock --upgrade-package pytest-asyncio\n");
    assertThat(Files.readString(root.resolve("uv.lock"))).isEqualTo(lock);
  }

  @Test
  void memberWhoseTestsAreInstalledFromItsWorkspaceSaysWhereToAdd() throws IOException {
    Path root = HostTree.named("uv-workspace-root").in(directory);
    Files.createDirectories(root.resolve(".git"));
    Path member = root.resolve("packages/ladle");

    Run run = Run.in(member, "add");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains("../../pyproject.toml:9: tests are installed from the dependency group `dev` of")
        .contains("`scaffold add ../.. --tests packages/ladle/tests` adds to that list");
    Run followed = Run.in(member, "add", "../..", "--tests", "packages/ladle/tests");
    assertThat(followed.err()).isEmpty();
    assertThat(followed.end()).isEqualTo(ExitCode.DONE);
    assertThat(member.resolve("tests/async_suite/conftest.py")).exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pyproject.toml | [tool.poetry.group.dev.dependencies]~pytest = '^9'~orders = {path ="
            + " 'libs/orders', develop = true}",
        "pyproject.toml | [tool.pdm.dev-dependencies]~dev = ['-e"
            + " file:///${PROJECT_ROOT}/libs/orders', 'pytest']",
        "requirements-dev.txt | pytest~-e ./libs/orders[all]  # ours",
        "pyproject.toml | [tool.hatch.envs.hatch-test]~workspace.members = ['libs/*']~dependencies"
            + " = ['pytest']"
      })
  void memberThatTheTopInstallsSaysWhereToAdd(String file, String text) throws IOException {
    write(file, text.replace('~', '\n') + "\n");
    write(".git/HEAD", "");
    write("libs/orders/pyproject.toml", "[project]\nname = 'orders'\nversion = '1'\n");
    write(
        "libs/orders/tests/test_a.py",
        "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_a(): ...\n");

    Run run = Run.in(directory.resolve("libs/orders"), "add");

    assertThat(run.end()).as(run.out()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains(
            "../../" + file, "`scaffold add ../.. --tests libs/orders/tests` adds to that list");
  }

  @Test
  void projectBelowAnotherThatDoesNotInstallItStandsAlone() throws IOException {
    write(
        "pyproject.toml",
        "[dependency-groups]\ndev = ['pytest', 'x @ file:///srv/libs/orders2']\n");
    write(".git/HEAD", "");
    write("libs/orders/pyproject.toml", "[project]\nname = 'orders'\nversion = '1'\n");
    write(
        "libs/orders/tests/test_a.py",
        "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_a(): ...\n");

    Run run = Run.in(directory.resolve("libs/orders"), "add");

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void memberOfAWorkspaceIsRunAsItsInstallerRunsIt() {
    Path uv = HostTree.named("uv-workspace-member-group").in(directory);
    assertThat(Run.in(uv, "add").out())
        .endsWith("  uv run --package dairy-churn pytest packages/churn/tests/async_suite\n");
    Path poetry = HostTree.named("poetry-monorepo").in(directory);
    assertThat(Run.in(poetry, "add").out())
        .endsWith(
            """
            next:
              cd services/press
              poetry lock
              poetry install
              poetry run pytest tests/async_suite
            """);
    Path tox = HostTree.named("tox-per-directory").in(directory);
    assertThat(Run.in(tox, "add").out())
        .endsWith("next:\n  cd agent\n  tox -e py -- tests/async_suite\n");
  }

  @Test
  void suiteIsOneMoreModuleOfAReactorOnce() throws IOException {
    Path root = HostTree.named("maven-reactor").in(directory);

    Run run = Run.in(root, "add", "--backends", "asyncio");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).endsWith("next:\n  mvn -pl async-suite verify\n");
    assertThat(Files.readString(root.resolve("async-suite/pom.xml")))
        .contains("<groupId>org.example.granary</groupId>", "<version>2.1-SNAPSHOT</version>");
    Map<String, String> once = texts(root);
    assertThat(Run.in(root, "add", "--backends", "asyncio").out()).startsWith("Nothing to do: ");
    assertThat(texts(root)).isEqualTo(once);
    assertThat(Run.in(root, "undo").end()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(root.resolve("pom.xml"))).doesNotContain("async-suite");
  }

  @Test
  void placeInAReactorIsAskedOnlyWhereThereIsOne() {
    Path reactor = HostTree.named("maven-python-module").in(directory);
    assertThat(Run.in(reactor, "add", "--maven", "module").out())
        .startsWith("Added 17 files in async-suite/\n");
    Path none = HostTree.named("pipfile").in(directory);
    assertThat(Run.in(none, "add", "--maven", "module").err())
        .contains("there is no Maven reactor: no pom.xml of packaging pom");
    assertThat(Run.in(none, "add", "--maven", "somewhere").err())
        .contains("`somewhere` is no place in a Maven reactor");
  }

  /** Without an __init__.py beside it, the suite is imported by its bare name. */
  @ParameterizedTest
  @CsvSource({
    "utils, tests/utils.py, importlib",
    "utils, tests/utils.py, prepend",
    "utils, utils.py, prepend",
    "utils, lib/utils.py, prepend",
    "ledger, src/ledger/__init__.py, append",
    "aiofiles, requirements-test.txt, prepend"
  })
  void suiteHasNoNameThatSomethingElseIsImportedBy(String name, String path, String mode)
      throws IOException {
    write("pytest.ini", "[pytest]\npythonpath = lib\naddopts = --import-mode=" + mode + "\n");
    write("requirements-test.txt", "pytest\npytest-asyncio\naiofiles>=24\n");
    write(
        "tests/test_it.py", "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_it(): ...\n");
    if (path.endsWith(".py")) {
      write(path, "");
    }
    Map<String, String> before = texts(directory);

    Run run = Run.in(directory, "add", "--name", name);

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains(path)
        .contains("`" + name + "` is imported already, from ")
        .contains("next: give the suite another name with --name");
    assertThat(texts(directory)).isEqualTo(before);
    assertThat(Run.in(directory, "add", "--name", "other-name").end()).isEqualTo(ExitCode.DONE);
    assertThat(Run.in(directory, "add", "--name", "other-name").out()).startsWith("Nothing to do");
  }

  @Test
  void nameOfAModuleIsFreeWhereTheSuiteIsImportedWithItsParents() throws IOException {
    write("utils.py", "");
    write("requirements-test.txt", "pytest\npytest-asyncio\n");
    write("tests/__init__.py", "");
    write(
        "tests/test_it.py", "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_it(): ...\n");

    assertThat(Run.in(directory, "add", "--name", "utils").end()).isEqualTo(ExitCode.DONE);
  }

  private void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void isolatedSuiteIsLeftOutOfRunsUnderTheRepositorysConfiguration() throws IOException {
    Path root = HostTree.named("other-file-names").in(directory);

    assertThat(Run.in(root, "add", "--isolated").end()).isEqualTo(ExitCode.DONE);

    assertThat(root.resolve("spec/async_suite/pytest.ini")).exists();
    assertThat(Files.readString(root.resolve("spec/async_suite/conftest.py")))
        .contains("from pathlib import Path\n\nimport pytest\n")
        .contains("\ndef pytest_ignore_collect(config: pytest.Config) -> bool | None:\n");
  }

  @Test
  void newInADirectoryWithFilesSaysWhatAddWouldDo() {
    Path root = HostTree.named("pipfile").in(directory);

    assertThat(Run.in(root, "new", ".").err())
        .contains("`scaffold add .` brings a suite into this one: 12 files in tests/async_suite/")
        .contains("and lines in Pipfile");
  }

  @Test
  void projectIsInstalledWithAGroupWhereItSaysHowItIsBuilt() throws IOException {
    Files.writeString(
        directory.resolve("pyproject.toml"),
        """
        [build-system]
        requires = ["setuptools"]

        [project]
        name = "shop"
        version = "1"
        """);
    assertThat(Run.in(directory, "add", "--backends", "asyncio").out())
        .contains("next:\n  pip install -e . --group dev\n");
  }

  @Test
  void readmeLeavesOutFilesOfAProjectOfItsOwnAndNoRowOfAnotherTable() throws IOException {
    String[] add = {
      "add", "--backends", "asyncio", "--resource", "db:postgres", "--resource", "kv:redis"
    };
    Path root = HostTree.named("pipfile").in(directory);
    assertThat(Run.in(root, add).end()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(root.resolve("tests/async_suite/README.md")))
        .contains("\n| `DATABASE_URL` is set | ", "\n| `REDIS_URL` is set | ", "\n| `suites.py` | ")
        .doesNotContain("| `pyproject.toml` |");
  }

  private static Map<String, String> texts(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
