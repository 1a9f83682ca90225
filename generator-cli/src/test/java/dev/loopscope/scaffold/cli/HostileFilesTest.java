package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are none, have no end, lead elsewhere or nowhere: all are read as any others. */
class HostileFilesTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path temporary = Path.of("");

  private Path project = Path.of("");

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectory(temporary.toRealPath().resolve("project"));
    Files.createDirectory(project.resolve(".git"));
    write(
        "tests/test_fine.py",
        "import pytest\n\n@pytest.mark.asyncio\nasync def test_fine(): pass\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** What a name can lead to that is no file to be read. */
  enum Trap {
    PIPE,
    ENDLESS_DEVICE,
    SPARSE,
    DIRECTORY,
    DANGLING,
    CIRCLE,
    OUTSIDE;

    void set(Path place) throws Exception {
      Files.createDirectories(place.getParent());
      switch (this) {
        case PIPE ->
            assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor()).isZero();
        case ENDLESS_DEVICE -> Files.createSymbolicLink(place, Path.of("/dev/zero"));
        case SPARSE -> {
          try (RandomAccessFile file = new RandomAccessFile(place.toFile(), "rw")) {
            file.setLength(3L << 30);
          }
        }
        case DIRECTORY -> Files.createDirectory(place);
        case DANGLING -> Files.createSymbolicLink(place, Path.of("nowhere"));
        case CIRCLE -> Files.createSymbolicLink(place, place.getFileName());
        case OUTSIDE -> Files.createSymbolicLink(place, Path.of("/etc/passwd"));
      }
    }

    /** Whether there is a file, and only its text is not known. */
    boolean isFile() {
      return this == SPARSE || this == OUTSIDE;
    }
  }

  static Stream<Arguments> names() {
    return Stream.of(
            "pytest.ini",
            "pytest.toml",
            "pyproject.toml",
            "tox.ini",
            "setup.cfg",
            "setup.py",
            "noxfile.py",
            "requirements.txt",
            "requirements/dev.txt",
            "environment.yml",
            "uv.lock",
            "Pipfile",
            "Pipfile.lock",
            "conftest.py",
            "tests/conftest.py",
            "tests/test_trap.py",
            "tests/__init__.py")
        .flatMap(name -> Stream.of(Trap.values()).map(trap -> Arguments.of(name, trap)));
  }

  private Run run(String... arguments) {
    return assertTimeoutPreemptively(LIMIT, () -> Run.in(project, arguments));
  }

  @ParameterizedTest
  @MethodSource("names")
  void trapIsPassedByOrToldOfAsUnknown(String name, Trap trap) throws Exception {
    trap.set(project.resolve(name));
    Run run = run("check", "--show-unknown");
    if (name.equals("pyproject.toml") && trap == Trap.SPARSE) {
      // The project's settings may be in it.
      assertThat(run.err()).contains("the settings cannot be read: it is larger than 64 MiB");
      return;
    }
    assertThat(run.err()).isEmpty();
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    if (trap.isFile() && !name.endsWith("__init__.py")) {
      String file = name.substring(name.lastIndexOf('/') + 1);
      assertThat(run.out()).contains(file).contains("unknown");
    }
  }

  @ParameterizedTest
  @EnumSource(Trap.class)
  void includedRequirementsAreReadByTheSamePolicy(Trap trap) throws Exception {
    write("requirements.txt", "-r other.txt\npytest-asyncio>=1.0\n");
    trap.set(project.resolve("other.txt"));
    Run run = run("check", "--show-unknown");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().contains("`other.txt`")).isEqualTo(trap.isFile());
  }

  @ParameterizedTest
  @EnumSource(Trap.class)
  void settingsAreRefusedOrNotThere(Trap trap) throws Exception {
    trap.set(project.resolve(".scaffold/check.toml"));
    Run run = run("check");
    if (trap.isFile()) {
      assertThat(run.err())
          .startsWith("scaffold: the settings cannot be read: it is ")
          .contains(".scaffold/check.toml\n");
      assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
      assertThat(run.out()).isEmpty();
    } else {
      assertThat(run.end()).isEqualTo(ExitCode.DONE);
    }
  }

  @ParameterizedTest
  @EnumSource(Trap.class)
  void baselineIsRefused(Trap trap) throws Exception {
    trap.set(project.resolve("known.json"));
    Run run = run("check", "--baseline", "known.json");
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).startsWith("scaffold: ").contains("known.json");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Trap.class)
  void trapThatIsAskedForByNameIsNoDefect(Trap trap) throws Exception {
    trap.set(project.resolve("tests/test_trap.py"));
    Run run = run("check", "tests/test_trap.py", "--show-unknown");
    switch (trap) {
      case PIPE, ENDLESS_DEVICE, DANGLING, CIRCLE -> {
        assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).startsWith("scaffold: `tests/test_trap.py` is ");
      }
      case SPARSE -> assertThat(run.out()).contains("is larger than 16 MiB");
      // What is named is asked for, wherever it lies.
      case OUTSIDE -> assertThat(run.out()).startsWith("Checked 1 file");
      case DIRECTORY -> assertThat(run.end()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void directoryBehindLinkThatLeadsOutIsToldOf() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("test_a.py"), "async def test_a(): pass\n");
    Files.createSymbolicLink(project.resolve("tests/more"), outside);
    Run run = run("check", "--show-unknown");
    assertThat(run.out())
        .startsWith("Checked 1 file")
        .contains("what `tests/more` holds", "a link that leads out of what was asked for");
    assertThat(run("check", "tests/more").out()).startsWith("Checked 1 file");
  }

  @Test
  void directoryWithoutSuiteBehindLinkIsToldOfAsWell() throws IOException {
    Files.delete(project.resolve("tests/test_fine.py"));
    Files.createSymbolicLink(project.resolve("tests/more"), temporary);
    assertThat(run("check", "--show-unknown").out()).contains("what `tests/more` holds");
  }

  @Test
  void fileWithTwoNamesIsFixedOnceAtItsRealPlace() throws IOException {
    write("requirements.txt", "pytest-asyncio>=1.0\n");
    write(
        "tests/test_mark.py",
        """
        import pytest

        @pytest.mark.asyncio(scope="session")
        async def test_a():
            pass
        """);
    Path file = project.resolve("tests/test_mark.py");
    Files.createSymbolicLink(project.resolve("tests/test_also.py"), Path.of("test_mark.py"));
    assertThat(run("check", "--diff").out()).containsOnlyOnce("+++ b/tests/test_mark.py\n");
    Run run = run("check", "--fix");
    assertThat(run.err()).isEmpty();
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(file).content().contains("(loop_scope=\"session\")");
    assertThat(project.resolve("tests/test_also.py")).isSymbolicLink();
  }

  @Test
  void fileNamesWithLineEndsAndBackslashesAreRead() throws IOException {
    write("tests/test_\n.py", "async def test_newline(): pass\n");
    write("tests/test_\\.py", "async def test_backslash(): pass\n");
    assertThat(run("check").out()).startsWith("Checked 3 files in 1 suite");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", ""})
  void pathOfBaselineThatIsNoPathIsRefused(String name) throws IOException {
    write("pyproject.toml", "[tool.scaffold.check]\nbaseline = \"" + name + "\"\n");
    Run run = run("check");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("scaffold: ").contains("    next: ");
  }

  @Test
  void entryOfBaselineWhosePathIsNoneIsStale() throws IOException {
    write(
        "known.json",
        """
        {"schema": 1, "findings": [
          {"path": "a\\u0000b", "rule": "LS002", "source": "x", "occurrence": 1}
        ]}
        """);
    Run run = run("check", "--baseline", "known.json");
    assertThat(run.end()).isIn(ExitCode.DONE, ExitCode.REFUSED, ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-r a\u0000b", "-c ../../../../../../../../x", "-r ", "-r .", "-r /"})
  void includeThatIsNoFileSaysNothing(String line) throws IOException {
    write("requirements.txt", line + "\npytest-asyncio>=1.0\n");
    assertThat(run("check").end()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void entryPointsOfAFileThatCannotBeReadAreUnknown() throws IOException {
    write("pytest.ini", "[pytest]\n");
    write("pyproject.toml", "[project.entry-points.pytest11]\nx = \n");
    Run run = run("check", "--show-unknown");
    assertThat(run.out()).contains("it is not valid TOML");
  }

  @Test
  void pluginThatTheProjectDeclaresIsLoaded() throws IOException {
    write("pytest.ini", "[pytest]\n");
    write("requirements.txt", "pytest-asyncio>=1.0\n");
    write("plugin.py", "import pytest\n");
    write("pyproject.toml", "[project.entry-points.pytest10]\nx = \"plugin:hooks\"\n");
    assertThat(run("check").out()).startsWith("Checked 2 files in 1 suite");
    write("pyproject.toml", "[project.entry-points.pytest11]\nx = \"plugin:hooks\"\n");
    assertThat(run("check").out()).startsWith("Checked 3 files in 1 suite");
  }

  @Test
  void directoryThatMayNotBeListedIsToldOf() throws Exception {
    write("tests/closed/test_a.py", "");
    Path closed = project.resolve("tests/closed");
    List<String> close = List.of("chmod", "000", closed.toString());
    assertThat(new ProcessBuilder(close).start().waitFor()).isZero();
    Process check = ruledByModes("check", "--show-unknown");
    assertThat(text(check.getInputStream()))
        .contains("what `tests/closed` holds", "permission denied");
    Process named = ruledByModes("check", "tests/closed");
    assertThat(text(named.getErrorStream()))
        .startsWith("scaffold: `tests/closed` cannot be listed: permission denied\n");
    assertThat(named.waitFor()).isEqualTo(ExitCode.REFUSED.number());
  }

  /** A run that modes of files hold for, root's too. */
  private Process ruledByModes(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isReadable(project.resolve("tests/closed"))) {
      command.addAll(List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(project.toFile()).start();
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
