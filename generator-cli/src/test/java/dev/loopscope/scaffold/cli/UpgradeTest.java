package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A suite that is fine where it is pinned, and is not with the releases that came later. */
class UpgradeTest {
  private static final String TESTS =
      """
      import asyncio

      import pytest


      @pytest.mark.asyncio
      async def test_it(event_loop):
          assert event_loop is asyncio.get_running_loop()
      """;

  private static final String CONFTEST =
      """
      import asyncio

      import pytest


      @pytest.fixture(scope="session")
      def event_loop():
          loop = asyncio.new_event_loop()
          yield loop
          loop.close()


      @pytest.fixture(scope="session")
      async def jobs():
          jobs = asyncio.Queue()
          waiting = asyncio.ensure_future(jobs.get())
          yield jobs
          waiting.cancel()
      """;

  @TempDir Path project = Path.of("");

  @BeforeEach
  void writeASuite() throws IOException {
    write("tests/test_it.py", TESTS);
    pin("pytest==7.4.4", "pytest-asyncio==0.21.1");
  }

  private void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private void pin(String... lines) throws IOException {
    write("requirements.txt", "# what runs the tests\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void reportSaysWhatItAssumedFromWhereAndWhatAnUpgradeWouldBring() {
    Run run = Run.in(project, "check");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .isEqualTo(
            """
            Checked 1 file in 1 suite: nothing found
            with pytest-asyncio 0.21.1 (requirements.txt:3), pytest 7.4.4
                 (requirements.txt:2)
            With pytest-asyncio 1.5.0 and pytest 9.2.0 there is 1 more finding: `scaffold
                 check --upgrade` shows it
            """);
  }

  @Test
  void upgradeIsToldOnlyWhereItChangesWhatIsFound() throws IOException {
    write("tests/test_it.py", "def test_it():\n    pass\n");
    assertThat(Run.in(project, "check").out()).doesNotContain("--upgrade");
    write("tests/test_it.py", TESTS);
    pin("pytest>=8", "pytest-asyncio>=0.21");
    assertThat(Run.in(project, "check").out())
        .contains("with pytest-asyncio 1.5.0 (the newest for requirements.txt:3)")
        .doesNotContain("--upgrade");
  }

  @Test
  void warningThatBecomesAnErrorIsOneOfTheFindingsOfAnUpgrade() throws IOException {
    pin("pytest==8.3.5", "pytest-asyncio==0.26.0");
    write("requirements-new.txt", "pytest-asyncio>=0.26\n");
    Run now = Run.in(project, "check", "--select", "LS012");
    assertThat(now.out()).contains("1 warning", "there is 1 more finding: ");
    assertThat(Run.in(project, "check", "--select", "LS012", "--upgrade").out())
        .contains("1 error");
  }

  @Test
  void commandOfTheUpgradeNamesWhatWasChecked() {
    assertThat(Run.in(project, "check", "tests").out()).contains("tests --upgrade` shows it");
  }

  @Test
  void upgradeJudgesWithTheNewestAndSaysWhichPinsToRaise() {
    Run run = Run.in(project, "check", "--upgrade");
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains(
            "with pytest-asyncio 1.5.0 (as asked for), pytest 9.2.0 (as asked for)\n",
            "error LS012 EventLoopFixtureRequested",
            "note: requirements.txt:2: rules out pytest 9.2.0",
            "note: requirements.txt:3: rules out pytest-asyncio 1.5.0")
        .doesNotContain("more finding");
  }

  @Test
  void oneReleaseIsTakenForInstalledAndBringsWhatItRequires() {
    Run run = Run.in(project, "check", "--with", "pytest_asyncio==1.0");
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains(
            "with pytest-asyncio 1.0.0 (as asked for), pytest 8.4.2 (as asked for)\n",
            "error LS012 EventLoopFixtureRequested",
            "requirements.txt:2: rules out pytest 8.4.2");
  }

  @Test
  void severalReleasesAreTakenForInstalled() {
    Run run =
        Run.in(project, "check", "--with", "pytest-asyncio==0.23.8", "--with", "pytest==8.2.2");
    assertThat(run.out())
        .contains("with pytest-asyncio 0.23.8 (as asked for), pytest 8.2.2 (as asked for)\n");
  }

  @Test
  void namedReleaseWinsOverTheNewest() {
    Run run = Run.in(project, "check", "--upgrade", "--with", "pytest-asyncio==0.26.0");
    assertThat(run.out())
        .contains("with pytest-asyncio 0.26.0 (as asked for), pytest 8.4.2 (as asked for)\n");
  }

  @Test
  void releaseOfWhatTheProjectDoesNotNameIsTakenForInstalled() {
    Run run = Run.in(project, "check", "--with", "anyio==4.13.0");
    assertThat(run.out()).contains("anyio 4.13.0 (as asked for)");
  }

  @Test
  void releaseThatIsNotKnownIsRefused() {
    Run run = Run.in(project, "check", "--with", "pytest-asyncio==0.22");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            scaffold: pytest-asyncio has no release `0.22` that is known
                  at: scaffold check --with pytest-asyncio==0.22
                next: did you mean 0.21.2? Known are 0.10.0 to 1.5.0
            """);
  }

  @Test
  void distributionThatIsNotKnownIsRefused() {
    Run run = Run.in(project, "check", "--with", "pytest-asynci==1.0");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("no release of `pytest-asynci` is known", "`pytest-asyncio`?");
    assertThat(Run.in(project, "check", "--with", "pytest>=8").end()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.in(project, "check", "--with", "pytest==1!2").end()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.in(project, "check", "--with", "pytest==8.4.2", "--with", "pytest==9.2.0").end())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void unsafeFixesOfAnUpgradeAreTheMigration() throws IOException {
    Run run = Run.in(project, "check", "--upgrade", "--unsafe-fixes");
    assertThat(Files.readString(project.resolve("tests/test_it.py")))
        .doesNotContain("test_it(event_loop)");
    assertThat(run.out()).contains("Fixed ", "note: requirements.txt:3: rules out pytest-asyncio");
  }

  static Stream<Arguments> placesOfPins() {
    return Stream.of(
        arguments("requirements.txt", "pytest==7.4.4\npytest-asyncio==0.21.1\n", "1", "2"),
        arguments(
            "pyproject.toml",
            """
            [dependency-groups]
            test = [
              "pytest==7.4.4",
              "pytest-asyncio==0.21.1",
            ]
            """,
            "3",
            "4"),
        arguments(
            "pyproject.toml",
            """
            [tool.poetry.group.dev.dependencies]
            pytest = "7.4.4"
            pytest-asyncio = "0.21.1"
            """,
            "2",
            "3"),
        arguments(
            "setup.cfg",
            "[options.extras_require]\ntest =\n  pytest==7.4.4\n  pytest-asyncio==0.21.1\n",
            "3",
            "4"),
        arguments(
            "tox.ini", "[testenv]\ndeps =\n  pytest==7.4.4\n  pytest-asyncio==0.21.1\n", "3", "4"),
        arguments(
            "uv.lock",
            """
            version = 1
            [[package]]
            name = "pytest"
            version = "7.4.4"
            [[package]]
            name = "pytest-asyncio"
            version = "0.21.1"
            """,
            "4",
            "7"));
  }

  @ParameterizedTest
  @MethodSource("placesOfPins")
  void migratedSuiteIsCleanOnceThePinsThatWereNamedAreRaised(
      String path, String pins, String line, String lineOfAsyncio) throws IOException {
    Files.delete(project.resolve("requirements.txt"));
    write("pytest.ini", "[pytest]\nasyncio_mode = auto\n");
    write("tests/conftest.py", CONFTEST);
    write(path, pins);
    assertThat(Run.in(project, "check").out()).contains("pytest-asyncio 0.21.1 (" + path);
    Run run = Run.in(project, "check", "--upgrade", "--unsafe-fixes");
    assertThat(run.out())
        .contains(
            "note: " + path + ":" + line + ": rules out pytest 9.2.0",
            "note: " + path + ":" + lineOfAsyncio + ": rules out pytest-asyncio 1.5.0",
            ": nothing found\n");
    write(path, pins.replace("7.4.4", "9.2.0").replace("0.21.1", "1.5.0"));
    Run raised = Run.in(project, "check");
    assertThat(raised.out())
        .contains(": nothing found\n", "with pytest-asyncio 1.5.0 (" + path)
        .doesNotContain("more finding");
  }

  @Test
  void jsonHoldsTheAssumedVersionsAndTheUpgrade() {
    assertThat(Run.in(project, "check", "--json").out())
        .contains(
            """
                      "distribution": "pytest-asyncio",
                      "version": "0.21.1",
                      "why": "requirements.txt:3",
                      "path": "requirements.txt",
                      "line": 3
            """,
            "\"upgrade\": {\n    \"findings\": 1,",
            "\"command\": \"scaffold check --upgrade\"");
    assertThat(Run.in(project, "check", "--json", "--upgrade").out())
        .contains("\"upgrade\": false");
  }

  @Test
  void everyFormatThatHasAPlaceForItSaysWhatAnUpgradeWouldBring() {
    String said =
        "With pytest-asyncio 1.5.0 and pytest 9.2.0 there is 1 more finding: `scaffold check"
            + " --upgrade` shows it";
    assertThat(Run.in(project, "check", "--format", "sarif").out())
        .contains("\"level\": \"note\"", "\"text\": \"" + said + "\"");
    assertThat(Run.in(project, "check", "--format", "github").out())
        .isEqualTo("::notice title=What an upgrade would bring::" + said + "\n");
    Run gitlab = Run.in(project, "check", "--format", "gitlab");
    assertThat(gitlab.out()).isEqualTo("[]\n");
    assertThat(gitlab.err()).isEqualTo(said + "\n");
  }

  @Test
  void fixesAndTheirDiffSayWhatAnUpgradeWouldBringToWhatIsLeft() throws IOException {
    write("pytest.ini", "[pytest]\nasyncio_mode = \"strict\"\n");
    Run diff = Run.in(project, "check", "--fix", "--diff");
    assertThat(diff.out()).contains("+asyncio_mode = strict");
    assertThat(diff.err()).contains("Would fix 1 finding", "there is 1 more finding: `scaffold");
    Run fixed = Run.in(project, "check", "--fix");
    assertThat(fixed.out()).contains("Fixed 1 finding", "there is 1 more finding: `scaffold");
    Run upgraded = Run.in(project, "check", "--upgrade", "--fix", "--diff");
    assertThat(upgraded.err()).doesNotContain("more finding");
  }

  @Test
  void suitesThatAreJudgedWithDifferentVersionsAreNamed() throws IOException {
    write("pytest.ini", "[pytest]\n");
    write("new/pytest.ini", "[pytest]\n");
    write("new/requirements.txt", "pytest-asyncio==1.4.0\n");
    write("new/test_new.py", "def test_new():\n    pass\n");
    assertThat(Run.in(project, "check").out())
        .contains("(requirements.txt:2): .\n", "(requirements.txt:2): new\n");
  }
}
