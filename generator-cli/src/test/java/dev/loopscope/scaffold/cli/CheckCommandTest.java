package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.check.CheckFormat;
import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A suite with one hazard: a comment that ignores nothing. */
class CheckCommandTest {
  private static final String IDLE = "# scaffold: ignore[LS000] was needed once";

  @TempDir Path project = Path.of("");

  @BeforeEach
  void writeASuite() throws IOException {
    write("tests/test_a.py", "def test_a():  # scaffold: ignore\n    pass\n");
  }

  @Test
  void findingEndsWithOneAndIsTold() {
    Run run = Run.in(project, "check");
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            Checked 1 file in 1 suite: 1 warning
            with pytest-asyncio 1.5.0 (the newest), pytest 9.2.0 (the newest)

            tests/test_a.py:1:16: warning LS000 UnusedIgnore
              |
            1 | def test_a():  # scaffold: ignore
              |                ^^^^^^^^^^^^^^^^^^
              = run time: the comment names no rule, so nothing is ignored
              = fix: name the rules: `# scaffold: ignore[LS002] reason`

            LS000  1 warning  UnusedIgnore
            `scaffold explain LS000` tells more about a rule.
            """);
  }

  @Test
  void hintNamesTheRuleOfTheFirstErrorAndNotTheFirstRule() throws IOException {
    write("requirements.txt", "pytest-asyncio>=1.0\n");
    write(
        "tests/test_b.py",
        """
        import pytest


        @pytest.mark.asyncio(scope="session")
        async def test_b():
            pass


        async def test_c():
            pass
        """);
    assertThat(Run.in(project, "check").out())
        .contains("\nLS000 ", "\nLS008 ", "\nLS041  1 error")
        .contains("\n`scaffold explain LS041` tells more about a rule.\n");
  }

  @Test
  void cleanSuiteEndsWithZero() throws IOException {
    write("tests/test_a.py", "def test_a():\n    pass\n");
    Run run = Run.in(project, "check", "tests");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .isEqualTo(
            """
            Checked 1 file in 1 suite: nothing found
            with pytest-asyncio 1.5.0 (the newest), pytest 9.2.0 (the newest)
            """);
  }

  @Test
  void findingsMayEndWithZero() {
    Run run = Run.in(project, "check", "--exit-zero");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("1 warning");
  }

  @Test
  void findingsBelowTheSeverityAreNotTold() {
    Run run = Run.in(project, "check", "--severity", "error");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("nothing found");
  }

  @Test
  void rulesAreSelectedAndIgnored() {
    assertThat(Run.in(project, "check", "--ignore", "LS000").end()).isEqualTo(ExitCode.DONE);
    assertThat(Run.in(project, "check", "--select", "LS011").end()).isEqualTo(ExitCode.DONE);
    assertThat(Run.in(project, "check", "--select", "LS011,LS000").end())
        .isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void excludedFilesAreNotTold() {
    Run run = Run.in(project, "check", "--exclude", "tests/test_*.py");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).startsWith("Nothing to check");
  }

  @Test
  void moreFilesAreLeftOutThanTheConfigurationNames() throws IOException {
    write("pyproject.toml", "[tool.scaffold.check]\nexclude = [\"tests\"]\n");
    write("shop/test_b.py", "def test_b():  # scaffold: ignore\n    pass\n");
    assertThat(Run.in(project, "check").out()).contains("shop/test_b.py:1:16");
    assertThat(Run.in(project, "check", "--extend-exclude", "shop").end()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void configurationIsReadAndTheCommandLineReplacesIt() throws IOException {
    write("pyproject.toml", "[tool.scaffold.check]\nignore = [\"LS000\"]\n");
    assertThat(Run.in(project, "check").end()).isEqualTo(ExitCode.DONE);
    assertThat(Run.in(project, "check", "--ignore", "LS011").end()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void patternsOfTheConfigurationAreRelativeToItsFile() throws IOException {
    write(
        "pyproject.toml",
        "[tool.scaffold.check.per-file-ignores]\n\"tests/test_a.py\" = [\"LS000\"]\n");
    assertThat(Run.in(project.resolve("tests"), "check").end()).isEqualTo(ExitCode.DONE);
    write("pyproject.toml", "[tool.scaffold.check]\nexclude = [\"tests\"]\n");
    assertThat(Run.in(project.resolve("tests"), "check").end()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void misspeltKeyOfTheConfigurationIsRefused() throws IOException {
    write("pyproject.toml", "[tool.scaffold.check]\nexlude = [\"tests\"]\n");
    Run run = Run.in(project, "check");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            "scaffold: `exlude` is no key of [tool.scaffold.check]\n      at: pyproject.toml:2\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--format=sarif", "--format=github", "--format=gitlab"})
  void programsGetNoLineOfTextWhenABaselineIsWritten(String format) {
    Run written = Run.in(project, "check", "--baseline=known.json", "--write-baseline", format);
    assertThat(written.end()).isEqualTo(ExitCode.DONE);
    assertThat(written.out()).isEmpty();
    assertThat(written.err()).isEqualTo("Wrote 1 finding to known.json\n");
  }

  @Test
  void baselineHidesWhatItKnowsAndTellsOfWhatIsGone() throws IOException {
    Run written = Run.in(project, "check", "--baseline", "known.json", "--write-baseline");
    assertThat(written.end()).isEqualTo(ExitCode.DONE);
    assertThat(written.out()).isEqualTo("Wrote 1 finding to known.json\n");

    write("tests/test_a.py", "import a\n\ndef test_a():  # scaffold: ignore\n    pass\n");
    Run known = Run.in(project, "check", "--baseline", "known.json");
    assertThat(known.end()).isEqualTo(ExitCode.DONE);
    assertThat(known.out())
        .isEqualTo(
            """
            Checked 1 file in 1 suite: nothing found
            with pytest-asyncio 1.5.0 (the newest), pytest 9.2.0 (the newest)

            1 finding known to the baseline.
            """);

    write("tests/test_a.py", "def test_a():\n    pass\n");
    Run gone = Run.in(project, "check", "--baseline", "known.json");
    assertThat(gone.end()).isEqualTo(ExitCode.DONE);
    assertThat(gone.out().replaceAll("\\s+", " "))
        .contains(
            "note: known.json: the baseline's LS000 at `def test_a(): # scaffold: ignore` in"
                + " tests/test_a.py is not found any more; --write-baseline takes it out");
  }

  @Test
  void baselineOfTheConfigurationIsUsed() throws IOException {
    write("pyproject.toml", "[tool.scaffold.check]\nbaseline = \".scaffold/known.json\"\n");
    assertThat(Run.in(project, "check", "--write-baseline").end()).isEqualTo(ExitCode.DONE);
    assertThat(project.resolve(".scaffold/known.json")).exists();
    assertThat(Run.in(project, "check").end()).isEqualTo(ExitCode.DONE);
    assertThat(Run.in(project.resolve("tests"), "check", "--baseline", "../other.json").end())
        .isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void emptyPathIsRefused() {
    assertThat(Run.in(project, "check", "").end()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void pathsAboveTheWorkingDirectoryAreChecked() {
    Run run = Run.in(project.resolve("tests"), "check", "..");
    assertThat(run.out())
        .contains("\ntests/test_a.py:1:16: warning LS000")
        .contains("note: " + project + ": paths are relative to this directory\n");
  }

  @Test
  void pathsElsewhereAreRelativeToWhatTheyHaveInCommon() throws IOException {
    Path elsewhere = Files.createDirectories(project.resolve("a/b"));
    Run run = Run.in(elsewhere, "check", project.resolve("tests").toString());
    assertThat(run.out()).contains("\ntest_a.py:1:16: warning LS000");
  }

  @Test
  void fileThatIsNoTextIsNoDefect() throws IOException {
    Files.write(project.resolve("tests/test_b.py"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    Run run = Run.in(project, "check", "--show-unknown");
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("tests/test_b.py").contains("1 part could not be resolved.");
  }

  @Test
  void everyFormatIsPrinted() {
    for (CheckFormat format : CheckFormat.values()) {
      Run run = Run.in(project, "check", "--format", format.word());
      assertThat(run.end()).as(format.word()).isEqualTo(ExitCode.FINDINGS);
      assertThat(run.out()).as(format.word()).contains("LS000").endsWith("\n");
    }
  }

  @Test
  void outputIsTheSameEachTime() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("tests/test_" + i + ".py", "x = 1  " + IDLE + "\ny = 1  " + IDLE + "\n");
    }
    String first = Run.in(project, "check").out();
    assertThat(first).contains("41 warnings");
    assertThat(Run.in(project, "check").out()).isEqualTo(first);
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(project.resolve(path).getParent());
    Files.writeString(project.resolve(path), text);
  }
}
