package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A suite that lost the file of its answers, or never had one, is told from what is in it. */
class AdoptCommandTest {
  private static final String ANSWERS = ".scaffold/answers.toml";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.2.0 | name=demo",
        "0.2.0 | name=demo package=other loop-scope=module",
        "0.2.0 | name=My.Suite backends=asyncio,trio resource=store:redis,web:http:function",
        "0.2.0 | name=demo backends=trio hypothesis=true ci=gitlab",
        "0.2.0 | name=demo backends=uvloop lint=true python=3.13",
        "0.2.0 | name=demo resource=db:postgres postgres=sqlalchemy ci=github",
        "0.2.0 | name=demo resource=web:http app=shop.main:make()",
        "0.2.0 | name=demo maven=true group-id=org.shop version=2.1",
        "0.2.0 | name=demo archetype=multibackend resource=north,south:echo:module",
        "0.1.0 | name=demo",
        "0.1.0 | name=demo backends=asyncio,trio resource=broker hypothesis=true",
        "0.1.0 | name=older backends=uvloop loop-scope=class maven=true ci=github python=3.12"
      })
  void lostAnswersAreFoundAgain(String version, String answers) {
    SuiteTree suite = lost(version, answers);
    String recorded = suite.text(ANSWERS);
    suite.delete(ANSWERS);

    Run run = Run.in(directory, "adopt", "demo", "--yes");

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(suite.text(ANSWERS)).isEqualTo(recorded);
    assertThat(run.out()).startsWith("scaffold " + version + " wrote this suite: ");
  }

  /** The trees that the archetypes' own tests hold {@code archetype:generate} to, byte by byte. */
  @ParameterizedTest
  @CsvSource({
    "explicit-scope, default",
    "explicit-scope, corner",
    "multibackend, default",
    "multibackend, corner"
  })
  void suiteOfAnArchetypeIsAdoptedUpdatedAndTakenBack(String archetype, String project)
      throws IOException {
    Path reference =
        Path.of("../archetype-" + archetype + "/src/test/resources/projects", project, "reference");
    Path root = directory.resolve("suite");
    DyingDisk.copy(reference, root);
    SuiteTree suite = new SuiteTree(root);
    SortedMap<String, String> written = suite.texts();
    suite.delete(ANSWERS);

    Run adopt = Run.in(root, "adopt", "--yes");

    assertThat(adopt.end()).as(adopt.err()).isEqualTo(ExitCode.DONE);
    assertThat(suite.texts()).isEqualTo(written);
    assertThat(Run.in(root, "update").out()).startsWith("Nothing to update");
    Run other = Run.in(root, "update", "--loop-scope", "class", "--no-maven");
    assertThat(other.end()).as(other.err()).isEqualTo(ExitCode.DONE);
    assertThat(suite.texts()).doesNotContainKey("pom.xml");
    assertThat(Run.in(root, "undo").end()).isEqualTo(ExitCode.DONE);
    assertThat(suite.texts()).isEqualTo(written);
    assertThat(Run.in(root, "undo").end()).isEqualTo(ExitCode.DONE);
    assertThat(suite.texts()).doesNotContainKey(ANSWERS);
  }

  @ParameterizedTest
  @CsvSource({"0.1.0", "0.2.0"})
  void editedSuiteIsFoundAsWellAndCanBeUpdated(String version) {
    SuiteTree suite = lost(version, "name=demo backends=asyncio,trio resource=broker");
    String recorded = suite.text(ANSWERS);
    suite.delete(ANSWERS);
    suite.delete("tests/test_entries.py");
    suite.delete("README.md");
    suite.write("tests/test_mine.py", "async def test_mine(broker):\n    assert broker\n");
    suite.append("src/demo/__init__.py", "\nMINE = 1\n");

    assertThat(Run.in(directory, "adopt", "demo", "--yes").end()).isEqualTo(ExitCode.DONE);

    assertThat(suite.text(ANSWERS)).isEqualTo(recorded);
    Run update = Run.in(directory, "update", "demo");
    assertThat(update.end()).as(update.err()).isEqualTo(ExitCode.DONE);
    assertThat(suite.text("src/demo/__init__.py")).endsWith("MINE = 1\n");
    assertThat(suite.root().resolve("tests/test_entries.py")).doesNotExist();
    assertThat(Run.in(directory, "update", "demo", "--check").end()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void addedSuiteIsAdoptedWhereItIs() throws IOException {
    Path host = HostTree.named("pipfile").in(directory);
    Files.createDirectory(host.resolve(".git"));
    Run.in(host, "add", "--resource", "store:redis", "--name", "feed-tests");
    Path answers = host.resolve("tests/feed_tests").resolve(ANSWERS);
    String recorded = Files.readString(answers);
    Files.delete(answers);

    Run above = Run.in(host, "adopt", "--yes");
    Run run = Run.in(host, "adopt", "tests/feed_tests", "--yes");

    assertThat(above.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(above.err()).contains("name the directory of a suite: tests/feed_tests");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(answers)).isEqualTo(recorded);
  }

  @Test
  void eachAnswerIsToldWithTheLineThatSaysIt() {
    lost("0.2.0", "name=demo backends=asyncio,trio resource=store:redis").delete(ANSWERS);

    assertThat(Run.in(directory, "adopt", "demo", "--dry-run").out())
        .containsPattern("archetype     multibackend  tests/conftest.py:[0-9]+  \\[--archetype]\n")
        .containsPattern("name          demo  pyproject.toml:6  \\[--name]\n")
        .containsPattern("backends      asyncio,trio  tests/conftest.py:[0-9]+  \\[--backends]\n")
        .containsPattern("resource      store:redis  tests/conftest.py:[0-9]+  \\[--resource]\n")
        .contains("hypothesis    false  no file says otherwise  [--hypothesis]\n");
  }

  @Test
  void suiteByHandIsReadFromItsCode() throws IOException {
    Path shop = byHand();

    Run run = Run.in(shop, "adopt", "--yes");

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .startsWith("No release of scaffold wrote this suite: it is recorded as one of 0.2.0")
        .contains("name          shop  pyproject.toml:2  [--name]\n")
        .contains("backends      asyncio  tests/test_orders.py:4  [--backends]\n")
        .contains("loop-scope    session  tests/test_orders.py:4  [--loop-scope]\n")
        .contains("resource      pool:postgres  tests/conftest.py:6: async and longer than a test");
    assertThat(Files.readString(shop.resolve(ANSWERS)))
        .contains("resource = \"pool:postgres\"\n", "loop-scope = \"session\"\n");
    assertThat(Run.in(shop, "update", "--check").end()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void answersOfOptionsOverruleWhatWasConcluded() throws IOException {
    Path shop = byHand();

    Run run =
        Run.in(shop, "adopt", "--yes", "--name", "store", "--resource", "pool", "--hypothesis");

    assertThat(run.out())
        .contains("name          store  --name says so")
        .contains("resource      pool  --resource says so")
        .contains("hypothesis    true  --hypothesis says so");
  }

  @Test
  void nothingIsRecordedThatNobodyAgreedTo() throws IOException {
    Path shop = byHand();

    Run run = Run.in(shop, "adopt");
    Run no = Run.answering("n\n", shop, "adopt");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("nobody agreed to what was concluded").contains("--yes");
    assertThat(no.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(shop.resolve(ANSWERS)).doesNotExist();
  }

  @Test
  void yesOnATerminalRecordsAndUndoTakesItBack() throws IOException {
    Path shop = byHand();

    Run run = Run.answering("y\n", shop, "adopt");

    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).isEqualTo("Record this in .scaffold/answers.toml? [y/N] ");
    assertThat(shop.resolve(ANSWERS)).exists();
    assertThat(Run.in(shop, "undo").end()).isEqualTo(ExitCode.DONE);
    assertThat(shop.resolve(".scaffold")).doesNotExist();
  }

  @Test
  void whatNoLineSaysIsAskedOrRefusedByItsOption() throws IOException {
    Path root = directory.resolve("plain");
    Files.createDirectories(root);
    Files.writeString(root.resolve("test_sums.py"), "def test_adds():\n    assert 1 + 1 == 2\n");

    Run stopped = Run.in(root, "adopt");
    Run asked = Run.answering("trio\nledger\ny\n", root, "adopt");

    assertThat(stopped.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(stopped.err()).contains("say it by --backends and --resource");
    assertThat(asked.end()).as(asked.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(root.resolve(ANSWERS)))
        .contains("    \"trio\",\n", "resource = \"ledger\"\n");
  }

  @Test
  void suiteThatSaysWhatItWasMadeFromIsLeft() throws IOException {
    SuiteTree suite = lost("0.1.0", "name=demo");
    String recorded = suite.text(ANSWERS);

    Run run = Run.in(directory, "adopt", "demo", "--yes", "--name", "other");

    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEqualTo("Nothing to do: demo says that scaffold 0.1.0 wrote it\n");
    assertThat(suite.text(ANSWERS)).isEqualTo(recorded);
    assertThat(Run.in(directory, "adopt", "demo", "--json").out())
        .startsWith("{\n")
        .contains("\"release\": \"0.1.0\"", "\"written\": false", "\"changes\": []");
  }

  @Test
  void directoryWithoutTestsIsRefused() throws IOException {
    Files.writeString(directory.resolve("a.txt"), "a\n");

    Run run = Run.in(directory, "adopt", "--yes");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("there are no tests here that could be a suite");
  }

  @Test
  void planOfItIsCarriedOutByApply() throws IOException {
    SuiteTree suite = lost("0.1.0", "name=demo backends=asyncio,trio");
    String recorded = suite.text(ANSWERS);
    suite.delete(ANSWERS);
    Run plan = Run.in(directory, "adopt", "demo", "--dry-run", "--json");
    Files.writeString(directory.resolve("plan.json"), plan.out());

    assertThat(Run.in(directory, "apply", "plan.json").end()).isEqualTo(ExitCode.DONE);
    assertThat(suite.text(ANSWERS)).isEqualTo(recorded);
  }

  private SuiteTree lost(String version, String answers) {
    Map<String, String> given = new HashMap<>();
    for (String answer : answers.split(" ", -1)) {
      int sign = answer.indexOf('=');
      given.put(answer.substring(0, sign), answer.substring(sign + 1));
    }
    return SuiteTree.written(directory.resolve("demo"), version, given);
  }

  private Path byHand() throws IOException {
    Path shop = directory.resolve("work");
    Files.createDirectories(shop.resolve("tests"));
    Files.writeString(
        shop.resolve("pyproject.toml"),
        """
        [project]
        name = "shop"
        version = "1"

        [dependency-groups]
        dev = ["pytest", "pytest-asyncio>=1"]

        [tool.pytest.ini_options]
        asyncio_default_test_loop_scope = "session"
        asyncio_default_fixture_loop_scope = "session"
        """);
    Files.writeString(
        shop.resolve("tests/conftest.py"),
        """
        import asyncpg
        import pytest_asyncio


        @pytest_asyncio.fixture(scope="session")
        async def pool():
            async with asyncpg.create_pool("postgresql:///shop") as pool:
                yield pool
        """);
    Files.writeString(
        shop.resolve("tests/test_orders.py"),
        """
        import pytest


        @pytest.mark.asyncio
        async def test_counts_orders(pool):
            assert await pool.fetchval("select count(*) from orders") == 0
        """);
    return shop;
  }
}
