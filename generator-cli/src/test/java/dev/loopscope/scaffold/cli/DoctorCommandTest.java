package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a project on this machine, and what to do about it. */
class DoctorCommandTest {
  @TempDir Path project = Path.of("");

  @BeforeEach
  void writeASuite() throws IOException {
    Files.writeString(project.resolve("test_it.py"), "def test_it():\n    pass\n");
  }

  /** An environment whose Python says this of itself. */
  private void environment(String said) throws IOException {
    Path bin = Files.createDirectories(project.resolve(".venv/bin"));
    Path python = bin.resolve("python");
    Files.writeString(python, "#!/bin/sh\ncat <<'E'\n" + said.replace('|', '\t') + "E\n");
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run run(String... more) {
    String[] words = new String[more.length + 1];
    words[0] = "doctor";
    System.arraycopy(more, 0, words, 1, more.length);
    return Run.in(project, words);
  }

  @Test
  void aProjectThatHasAllItNeedsNeedsNothing() throws IOException {
    environment(
        """
        python|3.12.4
        has|pip|25.3
        has|pytest|9.0.1
        has|pytest-asyncio|1.3.0
        """);
    Run run = run();
    assertThat(run.end()).as(run.out()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains(
            "ok    python          3.12.4, ",
            "ok    environment     .venv\n",
            "ok    pip             25.3\n",
            "ok    pytest          9.0.1\n",
            "ok    pytest-asyncio  1.3.0\n",
            "ok    check           nothing found\n")
        .endsWith("\nNothing needs doing.\n");
  }

  @Test
  void whatIsOldOrMissingOrContradictsIsToldWithWhatToDo() throws IOException {
    environment(
        """
        python|3.9.2
        has|pip|24.0
        has|pytest|8.4.0
        conflict|pytest 8.4.0 needs pluggy>=1.5, and 1.0 is installed
        """);
    Run run = run();
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "do python 3.9.2,",
            "next: install Python 3.10 or newer",
            "do pip 24.0, which does not know --group before 25.1",
            "-m pip install --upgrade pip",
            "do plugins neither pytest-asyncio nor anyio is installed",
            "do conflict pytest 8.4.0 needs pluggy>=1.5, and 1.0 is installed",
            "4 things need doing.");
  }

  @Test
  void withoutAnEnvironmentItSaysHowToMakeOne() {
    Run run = run();
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("do    environment     none", "python3 -m venv .venv");
  }

  @Test
  void whatAnEnvironmentPrintsWhenItStartsIsPassedOver() throws IOException {
    environment("python\nhas|pip\nconflict\npython|3.12.4\nhas|pip|25.3\n");
    assertThat(run().out())
        .contains("ok    python          3.12.4, ", "ok    pip             25.3\n");
    environment("python|of the house\n");
    assertThat(run().out().replaceAll("\\s+", " ")).contains("does not answer");
  }

  @Test
  void howToInstallIsToldOfASuiteAndOnlySuggestedOfAnotherProject() throws IOException {
    assertThat(run("--json").out())
        .contains(
            "python3 -m venv .venv; install the project with what its tests need, such as by"
                + " .venv/bin/python");
    Files.createDirectory(project.resolve(".scaffold"));
    Files.createFile(project.resolve(".scaffold/answers.toml"));
    assertThat(run("--json").out())
        .contains("python3 -m venv .venv && .venv/bin/python -m pip install -e . --group dev");
  }

  @Test
  void anEnvironmentWhosePythonIsGoneIsToBeMadeAnew() throws IOException {
    environment("");
    assertThat(run().out().replaceAll("\\s+", " "))
        .contains("does not answer", "python3 -m venv --clear .venv");
  }

  @Test
  void whatCheckFindsNeedsDoing() throws IOException {
    environment("python|3.12.4\nhas|pip|25.3\nhas|pytest|9.0.1\nhas|anyio|4.15.0\n");
    Files.writeString(
        project.resolve("test_it.py"), "def test_it():  # scaffold: ignore\n    pass\n");
    Run run = run();
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("do    check           errors: 0, warnings: 1\n", "`scaffold check` tells them")
        .endsWith("\n1 thing needs doing.\n");
  }

  @Test
  void settingsThatCheckRefusesNeedDoing() throws IOException {
    Files.writeString(
        project.resolve("pyproject.toml"), "[tool.scaffold.check]\nselct = [\"LS\"]\n");
    assertThat(run().out()).contains("do    check           ").contains("did you mean `select`?");
  }

  @Test
  void jsonHoldsTheSame() throws IOException {
    environment("python|3.12.4\nhas|pip|24.0\nhas|pytest|9.0.1\nhas|anyio|4.15.0\n");
    Run run = run("--json");
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .startsWith("{\n  \"schema\": 1,\n")
        .contains(
            "\"command\": \"doctor\"", "\"topic\": \"pip\"", "\"well\": false", "\"next\": \"");
  }

  /** With a real Python, and distributions of which one needs what is not there. */
  @Test
  void aRealEnvironmentIsAskedForItsConflicts() throws Exception {
    Process venv =
        new ProcessBuilder("python3", "-m", "venv", project.resolve(".venv").toString()).start();
    assertThat(venv.waitFor()).isZero();
    Path library;
    try (var found = Files.walk(project.resolve(".venv/lib"), 2)) {
      library = found.filter(it -> it.endsWith("site-packages")).findFirst().orElseThrow();
    }
    Path metadata = Files.createDirectories(library.resolve("shop-1.0.dist-info"));
    Files.writeString(
        metadata.resolve("METADATA"),
        """
        Metadata-Version: 2.1
        Name: shop
        Version: 1.0
        Requires-Dist: pip<1
        Requires-Dist: nothing-at-all; extra == "more"
        Requires-Dist: pluggy>=1.5
        """);
    Path unreadable = Files.createDirectories(library.resolve("other-1.0.dist-info"));
    Files.write(unreadable.resolve("METADATA"), new byte[] {(byte) 0xff, '\n'});
    deleteBytecode(library);
    assertThat(run("--json").out())
        .contains(
            "shop 1.0 needs pluggy>=1.5, and it is not installed", "shop 1.0 needs pip<1, and ")
        .doesNotContain("nothing-at-all");
    assertThat(bytecode(library)).as("nothing is written").isEmpty();
  }

  private static List<Path> bytecode(Path library) throws IOException {
    try (var found = Files.walk(library)) {
      return found.filter(it -> it.toString().endsWith(".pyc")).toList();
    }
  }

  private static void deleteBytecode(Path library) throws IOException {
    for (Path file : bytecode(library)) {
      Files.delete(file);
    }
  }
}
