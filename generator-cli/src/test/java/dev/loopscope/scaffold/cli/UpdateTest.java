package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTest {
  private static final String NOW = "0.2.0";
  private static final Map<String, String> DEMO = Map.of("name", "demo");

  @TempDir Path directory;
  private SuiteTree suite;

  @BeforeEach
  void writeSuiteOfTheFirstRelease() {
    suite = SuiteTree.written(directory.resolve("demo"), "0.1.0", DEMO);
  }

  private Run update(String... options) {
    List<String> words = new ArrayList<>(List.of("update"));
    words.addAll(List.of(options));
    return Run.in(suite.root(), words.toArray(new String[0]));
  }

  private void updates(String... options) {
    Run run = update(options);
    assertThat(run.end()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void suiteThatNobodyChangedBecomesWhatIsWrittenToday() {
    updates();
    assertThat(suite.texts()).isEqualTo(SuiteTree.texts(NOW, DEMO));
  }

  @Test
  void suiteOfTodayIsLeftAlone() {
    suite = SuiteTree.written(directory.resolve("new"), NOW, DEMO);
    suite.edit("tests/suites.py", "Tests of what", "All tests of what");
    SortedMap<String, String> before = suite.texts();
    Run run = update();
    assertThat(run.out()).isEqualTo("Nothing to update in .: made by scaffold 0.2.0\n");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(suite.root().resolve(".scaffold/undo")).doesNotExist();
    assertThat(suite.texts()).isEqualTo(before);
  }

  @Test
  void updateOfAnUpdatedSuiteIsAnEmptyPlan() {
    suite.edit("tests/support/line_service.py", "HOST = \"127.0.0.1\"", "HOST = \"::1\"");
    suite.edit("pyproject.toml", "pytest-asyncio>=1.3,<2", "pytest-asyncio>=1.4,<2");
    updates();
    SortedMap<String, String> once = suite.texts();
    assertThat(update().out()).startsWith("Nothing to update");
    assertThat(update("--check").end()).isEqualTo(ExitCode.DONE);
    assertThat(suite.texts()).isEqualTo(once);
  }

  @Test
  void editsOfBothSidesStandInOneFile() {
    suite.edit("pyproject.toml", "pytest-asyncio>=1.3,<2", "pytest-asyncio==1.4.0");
    suite.edit("pyproject.toml", "version = \"0.1.0\"", "version = \"3.2.1\"");
    suite.edit("README.md", "# demo\n", "# Our demo\n");
    updates();
    assertThat(suite.text("pyproject.toml"))
        .contains("pytest-asyncio==1.4.0", "version = \"3.2.1\"")
        .doesNotContain("[tool.mypy]");
    assertThat(suite.text("README.md"))
        .startsWith("# Our demo\n")
        .contains("pip install --editable .");
  }

  /** copier and cruft lose what was changed in a file that the templates give another name. */
  @Test
  void fileThatTheTemplatesMovedTakesItsEditsAlong() {
    suite.edit("tests/support/line_service.py", "HOST = \"127.0.0.1\"", "HOST = \"::1\"");
    Run run = update();
    assertThat(run.out())
        .contains("  moved     tests/support/line_service.py -> tests/resources/line_service.py\n");
    assertThat(suite.root().resolve("tests/support/line_service.py")).doesNotExist();
    assertThat(suite.text("tests/resources/line_service.py"))
        .contains("HOST = \"::1\"", "async def isolate_client(");
  }

  @Test
  void fileThatTheUserRenamedIsUpdatedUnderItsNewName() {
    suite.move("tests/test_loop_contract.py", "tests/contract/test_loops.py");
    suite.edit("tests/contract/test_loops.py", "import asyncio\n", "import asyncio\nimport os\n");
    updates();
    assertThat(suite.root().resolve("tests/test_loop_contract.py")).doesNotExist();
    assertThat(suite.text("tests/contract/test_loops.py"))
        .contains("import os\n", "test_what_a_test_leaves_is_gone_in_the_next");
  }

  @Test
  void renamedDirectoryGetsTheNewFilesToo() {
    for (String path : List.copyOf(suite.texts().keySet())) {
      if (path.startsWith("tests/")) {
        suite.move(path, path.replace("tests/", "test/"));
      }
    }
    deleteEmptyTests();
    updates();
    assertThat(suite.texts().keySet()).noneMatch(path -> path.startsWith("tests/"));
    assertThat(suite.texts())
        .containsKeys(
            "test/test_refusals.py",
            "test/conftest.py",
            "test/resources/line_service.py",
            "test/resources/__init__.py");
  }

  private void deleteEmptyTests() {
    suite.delete("tests/support");
    suite.delete("tests");
  }

  @Test
  void deletedFileStaysDeletedAndIsToldOf() {
    suite.delete("README.md");
    suite.delete("src/demo/py.typed");
    Run run = update();
    assertThat(run.out()).contains("  left out  README.md  (it was deleted here)\n");
    assertThat(suite.texts()).doesNotContainKeys("README.md", "src/demo/py.typed");
    assertThat(update().out()).startsWith("Nothing to update");
  }

  @Test
  void fileThatIsNewInTheTemplatesIsCreated() {
    assertThat(update().out()).contains("  created   tests/test_refusals.py\n");
  }

  /**
   * copier 2486 and cruft 176: a file of the user's in the way of a new one is not written over.
   */
  @Test
  void ownFileInThePlaceOfANewOneIsAConflict() {
    suite.write("tests/test_refusals.py", "def test_mine():\n    pass\n");
    SortedMap<String, String> before = suite.texts();
    Run run = update();
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("tests/test_refusals.py");
    assertThat(suite.texts()).isEqualTo(before);
    updates("--on-conflict", "ours");
    assertThat(suite.text("tests/test_refusals.py")).isEqualTo("def test_mine():\n    pass\n");
  }

  @Test
  void ownTestsFollowWhatTheyImport() {
    suite.write(
        "tests/orders/test_orders.py",
        """
        from unittest import mock

        from tests.suites import LineServiceSuite
        from tests.support.line_service import LineClient
        from ..support import line_service
        from ..support.loop_contract import Openings
        import tests.support.line_service as service


        class TestOrders(LineServiceSuite):
            @mock.patch("tests.support.line_service.HOST", "::1")
            async def test_order(self, client: LineClient) -> None:
                tests_support_line_service = 1
        """);
    Run run = update();
    assertThat(run.out())
        .contains("  followed  tests/orders/test_orders.py  (it uses what has moved or changed)\n");
    assertThat(suite.text("tests/orders/test_orders.py"))
        .isEqualTo(
            """
            from unittest import mock

            from tests.suites import LineServiceSuite
            from tests.resources.line_service import LineClient
            from ..resources import line_service
            from ..support.loop_contract import Openings
            import tests.resources.line_service as service


            class TestOrders(LineServiceSuite):
                @mock.patch("tests.resources.line_service.HOST", "::1")
                async def test_order(self, client: LineClient) -> None:
                    tests_support_line_service = 1
            """);
  }

  @Test
  void ownOverridesTakeFromSelfWhatTheyWereHanded() {
    suite.write(
        "tests/test_orders.py",
        """
        class TestOrders(LineServiceSuite):
            @classmethod
            async def arrange(cls, client: LineClient) -> None:
                \"\"\"What each test finds.\"\"\"
                await client.set("order", cls.__name__)


        class TestOthers(LineServiceSuite):
            @classmethod
            async def arrange(
                cls,
                client: LineClient,
            ) -> None:
                await client.set("order", "7")


        class TestTheirs:
            async def arrange(self, table: Table) -> None:
                await table.set("order", "7")
        """);
    updates();
    assertThat(suite.text("tests/test_orders.py"))
        .isEqualTo(
            """
            class TestOrders(LineServiceSuite):
                async def arrange(self) -> None:
                    \"\"\"What each test finds.\"\"\"
                    cls = type(self)
                    client = self.client
                    await client.set("order", cls.__name__)


            class TestOthers(LineServiceSuite):
                async def arrange(self) -> None:
                    client = self.client
                    await client.set("order", "7")


            class TestTheirs:
                async def arrange(self, table: Table) -> None:
                    await table.set("order", "7")
            """);
  }

  @Test
  void conflictStopsBeforeAnythingIsWrittenAndAllFilesAreNamed() {
    conflict();
    SortedMap<String, String> before = suite.texts();
    Run run = update();
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .isEqualTo(
            """
            scaffold: you and the templates changed the same lines, and nothing was written
                  at: pyproject.toml (1 place), tests/suites.py (1 place)
                next: pass --on-conflict markers to have both in the files and resolve them there; or skip to keep these files, and all modules with one, as they are; or ours or theirs
            """);
    assertThat(run.out()).isEmpty();
    assertThat(suite.texts()).isEqualTo(before);
    assertThat(suite.root().resolve(".scaffold/undo")).doesNotExist();
  }

  private void conflict() {
    suite.edit("pyproject.toml", "lint = [\"mypy>=1.18\",", "lint = [\"mypy>=1.19\",");
    suite.edit("tests/suites.py", "    \"\"\"Tests that talk to", "    \"\"\"Tests that shout at");
  }

  @Test
  void markersNameTheSidesAndTheAnswersAdvanceWhenAllIsResolved() {
    conflict();
    Run run = update("--on-conflict", "markers");
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(suite.text("tests/suites.py"))
        .contains(
            "<<<<<<< yours\n    \"\"\"Tests that shout at",
            "=======\n    \"\"\"Tests of what",
            ">>>>>>> templates of scaffold 0.2.0\n");
    assertThat(suite.text(".scaffold/answers.toml")).contains("scaffold = \"0.1.0\"");
    assertThat(update().end()).isEqualTo(ExitCode.REFUSED);
    assertThat(update("--check").end()).isEqualTo(ExitCode.FINDINGS);
    Run early = update("--continue");
    assertThat(early.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(early.err()).contains("at: pyproject.toml, tests/suites.py\n");

    suite.write("tests/suites.py", SuiteTree.text(NOW, DEMO, "tests/suites.py"));
    suite.write("pyproject.toml", "[project]\nname = \"demo\"\nname = \"twice\"\n");
    Run invalid = update("--continue");
    assertThat(invalid.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(invalid.err()).contains("pyproject.toml");
    suite.write("pyproject.toml", SuiteTree.text(NOW, DEMO, "pyproject.toml"));
    updates("--continue");
    assertThat(suite.texts()).isEqualTo(SuiteTree.texts(NOW, DEMO));
    assertThat(update().out()).startsWith("Nothing to update");
  }

  @Test
  void abortedUpdateLeavesWhatWasThereBefore() {
    conflict();
    SortedMap<String, String> before = suite.texts();
    update("--on-conflict", "markers");
    suite.edit("tests/suites.py", "<<<<<<< yours\n", "");
    SortedMap<String, String> resolving = suite.texts();
    Run run = update("--abort");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(suite.texts()).isEqualTo(before);
    assertThat(Run.in(suite.root(), "undo").end()).isEqualTo(ExitCode.DONE);
    assertThat(suite.texts()).isEqualTo(resolving);
  }

  @Test
  void abortTakesNothingElseBackThatWasChangedSince() {
    conflict();
    update("--on-conflict", "markers");
    suite.append("README.md", "mine\n");
    SortedMap<String, String> before = suite.texts();
    Run run = update("--abort");
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("README.md");
    assertThat(suite.texts()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"ours, shout at, mypy>=1.19", "theirs, Tests of what, minversion"})
  void sideThatIsAskedForIsTakenWhereTheyContradictAndBothElsewhere(
      String side, String inSuites, String inPyproject) {
    conflict();
    suite.edit("pyproject.toml", "version = \"0.1.0\"", "version = \"3.2.1\"");
    updates("--on-conflict", side);
    assertThat(suite.text("tests/suites.py")).contains(inSuites);
    assertThat(suite.text("pyproject.toml")).contains(inPyproject, "version = \"3.2.1\"");
  }

  /** aegis-stack 1115: a merge that was clean as text and invalid as TOML. */
  /** Somebody put a resource of theirs into the example's place, as the README of 0.1.0 says. */
  private void ownResourceInTheExamplesPlace() {
    suite.write(
        "tests/support/ledger.py",
        suite.text("tests/support/line_service.py").replace("LineClient", "Ledger"));
    for (String path : List.of("conftest.py", "suites.py", "test_loop_contract.py")) {
      suite.write(
          "tests/" + path,
          suite
              .text("tests/" + path)
              .replace("support.line_service import LineClient", "support.ledger import Ledger")
              .replace("LineClient", "Ledger"));
    }
    suite.delete("tests/support/line_service.py");
    suite.delete("tests/test_entries.py");
  }

  @Test
  void noSideIsTakenThatWouldUseWhatOnlyTheOtherOneImports() {
    ownResourceInTheExamplesPlace();
    suite.edit(
        "tests/conftest.py",
        "    async with open_client() as opened:",
        "    async with open_client() as opened:  # ours");
    SortedMap<String, String> before = suite.texts();

    Run run = update("--on-conflict", "ours");

    assertThat(run.end()).as(run.out()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("tests/conftest.py (", "LineService", "--on-conflict skip");
    assertThat(suite.texts()).isEqualTo(before);
  }

  @Test
  void skippedUpdateKeepsAResourceInTheExamplesPlaceWithAllModulesAroundIt() {
    ownResourceInTheExamplesPlace();
    SortedMap<String, String> before = suite.texts();

    updates("--on-conflict", "skip");

    suite
        .texts()
        .forEach(
            (path, text) -> {
              if (path.startsWith("tests/")) {
                assertThat(text).as(path).isEqualTo(before.get(path));
              }
            });
    assertThat(suite.text(".scaffold/answers.toml")).contains(NOW);
  }

  @Test
  void mergeThatIsCleanAsTextAndInvalidAsTomlIsAConflict() {
    suite = SuiteTree.written(directory.resolve("new"), NOW, DEMO);
    suite.append("pyproject.toml", "\n[tool.mypy]\nstrict = false\n");
    suite.edit("pyproject.toml", "minversion = \"8.4\"\n", "minversion = \"8.4\"\n\n\n");
    suite.edit("pyproject.toml", "\n\n\n", "\n");
    SortedMap<String, String> before = suite.texts();
    Run run = update("--lint");
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("pyproject.toml");
    assertThat(suite.texts()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=demo | --backends asyncio,trio | name=demo;backends=asyncio,trio",
        "name=demo;backends=asyncio,trio | --backends asyncio | name=demo",
        "name=demo | --archetype multibackend | name=demo;archetype=multibackend",
        "name=demo;archetype=multibackend | --backends asyncio,uvloop"
            + " | name=demo;archetype=multibackend;backends=asyncio,uvloop",
        "name=demo;hypothesis=true | --no-hypothesis --lint | name=demo;lint=true",
        "name=demo;maven=true;group-id=org.shop | --no-maven --ci github | name=demo;ci=github",
        "name=demo | --resource db:postgres,client --postgres sqlalchemy"
            + " | name=demo;resource=db:postgres,client;postgres=sqlalchemy",
        "name=demo;resource=db:postgres | --resource client | name=demo",
        "name=demo | --name shop | name=shop",
        "name=demo;package=other | --name shop | name=shop;package=other",
        "name=demo | --loop-scope module --python 3.12 | name=demo;loop-scope=module;python=3.12",
      })
  void suiteOfOtherAnswersIsTheOneThatIsWrittenForThem(String old, String options, String now) {
    suite = SuiteTree.written(directory.resolve("other"), NOW, answers(old));
    updates(options.split(" "));
    assertThat(suite.texts()).isEqualTo(SuiteTree.texts(NOW, answers(now)));
  }

  private static Map<String, String> answers(String text) {
    Map<String, String> answers = new java.util.HashMap<>();
    for (String one : text.split(";", -1)) {
      answers.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
    }
    return answers;
  }

  @Test
  void checkTellsWhatIsPendingAndWritesNothing() {
    SortedMap<String, String> before = suite.texts();
    Run run = update("--check");
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).startsWith("Would update .: made by scaffold 0.1.0, now 0.2.0\n");
    assertThat(suite.texts()).isEqualTo(before);
    updates("--dry-run");
    assertThat(suite.texts()).isEqualTo(before);
  }

  @Test
  void lineEndsOfWindowsSurvive() {
    SortedMap<String, String> today = SuiteTree.texts(NOW, DEMO);
    suite.texts().forEach((path, text) -> suite.write(path, text.replace("\n", "\r\n")));
    updates();
    today.forEach(
        (path, text) -> {
          boolean isNew =
              !SuiteTree.texts("0.1.0", DEMO).containsKey(path)
                  && !path.equals("tests/resources/line_service.py");
          assertThat(suite.text(path))
              .as(path)
              .isEqualTo(isNew ? text : text.replace("\n", "\r\n"));
        });
  }

  @Test
  void dirtyGitTreeIsNoObstacle() throws Exception {
    Files.createDirectory(suite.root().resolve(".git"));
    suite.write("tests/test_mine.py", "def test_mine():\n    pass\n");
    updates();
    assertThat(suite.text("tests/test_mine.py")).isEqualTo("def test_mine():\n    pass\n");
  }

  /** A repository with tests, and a suite that {@code add} put beside them. */
  private SuiteTree added(String options) {
    SuiteTree host = new SuiteTree(directory.resolve("host"));
    host.write(
        "pyproject.toml",
        """
        [project]
        name = "host"
        version = "1"

        [dependency-groups]
        dev = ["pytest>=9"]
        """);
    host.write("tests/__init__.py", "");
    host.write("tests/test_shed.py", "def test_shed():\n    pass\n");
    Run run = Run.in(host.root(), ("add . --yes --name shared" + options).split(" "));
    assertThat(run.end()).as(run.err() + run.out()).isEqualTo(ExitCode.DONE);
    return host;
  }

  @ParameterizedTest
  @CsvSource({"''", "' --isolated'"})
  void addedSuiteIsUpdatedWhereItStands(String options) {
    SuiteTree host = added(options);
    SortedMap<String, String> before = host.texts();
    suite = new SuiteTree(host.root().resolve("tests/shared"));
    assertThat(update().out()).startsWith("Nothing to update in .: made by scaffold 0.2.0\n");
    suite.edit("suites.py", "Tests of what", "All tests of what");
    Run run = update("--resource", "client,web:http", "--loop-scope", "module");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("The project's list of what its tests need has to have: ", "httpx");
    assertThat(suite.texts()).containsKeys("resources/running_app.py", "test_requests.py");
    assertThat(suite.text("suites.py")).contains("All tests of what", "class AppSuite");
    assertThat(suite.text("conftest.py")).contains("loop_scope=\"module\"");
    for (String path : before.keySet()) {
      if (!path.startsWith("tests/shared/")) {
        assertThat(host.text(path)).as(path).isEqualTo(before.get(path));
      }
    }
    assertThat(update("--check").end()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void addedSuiteIsFoundFromTheTopOfItsRepository() {
    suite = added("");
    Run run = update();
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("name the directory of one: tests/shared");
  }
}
