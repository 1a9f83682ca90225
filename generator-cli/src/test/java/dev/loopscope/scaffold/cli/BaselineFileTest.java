package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files {@code --write-baseline} writes to, and which never. */
class BaselineFileTest {
  @TempDir Path disk = Path.of("");
  private Path project = Path.of("");

  @BeforeEach
  void writeASuite() throws IOException {
    project = Files.createDirectory(disk.resolve("project"));
    Files.writeString(project.resolve("requirements.txt"), "pytest-asyncio>=1.0\n");
    Files.writeString(
        project.resolve("test_a.py"),
        """
        import pytest


        @pytest.mark.asyncio(scope="session")
        async def test_a():
            pass
        """);
  }

  private Run written(String to) {
    return Run.in(project, "check", "--baseline", to, "--write-baseline");
  }

  @Test
  void olderBaselineIsReplaced() throws IOException {
    assertThat(written("known.json").end()).isEqualTo(ExitCode.DONE);
    String known = Files.readString(project.resolve("known.json"));
    Files.delete(project.resolve("test_a.py"));
    Files.writeString(project.resolve("test_b.py"), "");
    assertThat(written("known.json").out()).isEqualTo("Wrote 0 findings to known.json\n");
    assertThat(Files.readString(project.resolve("known.json"))).isNotEqualTo(known);
    assertThat(Run.in(project, "check", "--baseline", "known.json").end()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void directoriesAboveItAreMade() {
    assertThat(written("a/b/known.json").end()).isEqualTo(ExitCode.DONE);
    assertThat(project.resolve("a/b/known.json")).isRegularFile();
    assertThat(written("back\\slash.json").end()).isEqualTo(ExitCode.DONE);
    assertThat(project.resolve("back\\slash.json")).isRegularFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"test_a.py", "requirements.txt", "empty.json", ".", "/"})
  void whatIsNoBaselineIsNotReplaced(String file) throws IOException {
    Files.createFile(project.resolve("empty.json"));
    String suite = Files.readString(project.resolve("test_a.py"));
    Run run = written(file);
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .startsWith("scaffold: --write-baseline replaces nothing but a baseline, and what is there")
        .contains("\n      at: " + file + "\n    next: name another file, or move this one away\n");
    assertThat(Files.readString(project.resolve("test_a.py"))).isEqualTo(suite);
  }

  @Test
  void pipeIsNotWaitedFor() throws Exception {
    Path pipe = project.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(written("pipe").err()).contains("what is there is a pipe, a socket or a device");
    assertThat(written("/dev/zero").end()).isEqualTo(ExitCode.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({"known.json", ".known.json.scaffold-unfinished", ".scaffold-apply"})
  void plantedLinkHasNoVictim(String planted) throws IOException {
    Path victim = Files.writeString(disk.resolve("victim"), "precious\n");
    Files.createSymbolicLink(project.resolve(planted), victim);
    Run run = written("known.json");
    assertThat(run.end())
        .isEqualTo(planted.endsWith("unfinished") ? ExitCode.DONE : ExitCode.REFUSED);
    assertThat(victim).hasContent("precious\n");
    assertThat(project.resolve(planted)).isSymbolicLink();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../known.json", "/tmp/known.json", "a/../../known.json", "."})
  void projectMayNotNameABaselineOutsideOfItself(String configured) throws IOException {
    Files.writeString(
        project.resolve("pyproject.toml"),
        "[tool.scaffold.check]\nbaseline = \"" + configured + "\"\n");
    for (String option : List.of("--write-baseline", "--exit-zero")) {
      Run run = Run.in(project, "check", option);
      assertThat(run.end()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err())
          .startsWith("scaffold: the project's `baseline` does not lie inside the project\n");
    }
    assertThat(disk.resolve("known.json")).doesNotExist();
  }

  @Test
  void projectMayNotLeadOutsideByALink() throws IOException {
    Files.createDirectory(disk.resolve("other"));
    Files.createSymbolicLink(project.resolve("out"), Path.of("../other"));
    Files.writeString(
        project.resolve("pyproject.toml"),
        "[tool.scaffold.check]\nbaseline = \"out/known.json\"\n");
    Run run = Run.in(project, "check", "--write-baseline");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(disk.resolve("other")).isEmptyDirectory();
  }

  @Test
  void nulInItsPathIsRefused() {
    Run run = written("a\u0000b");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("the baseline's name cannot be a path here");
  }
}
