package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCommandTest {
  @TempDir Path project;

  @BeforeEach
  void writeASuite() throws IOException {
    Files.writeString(
        project.resolve("pytest.ini"),
        "[pytest]\nasyncio_mode = strict\nasyncio_default_fixture_loop_scope = function\n");
    Files.writeString(
        project.resolve("test_echo.py"),
        """
        import asyncio

        import pytest
        import pytest_asyncio

        @pytest_asyncio.fixture(scope="module", loop_scope="module")
        async def server():
            reader, writer = await asyncio.open_connection("localhost", 1)
            yield reader
            writer.close()

        @pytest.mark.asyncio
        async def test_echoes(server):
            await server.readline()
        """);
  }

  private Run map(String... more) {
    String[] words = new String[more.length + 1];
    words[0] = "map";
    System.arraycopy(more, 0, words, 1, more.length);
    return Run.in(project, words);
  }

  @Test
  void pageIsWrittenAndWhatIsOnItIsSaid() throws IOException {
    Run run = map();
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEqualTo("Wrote loops.html: 1 test, 2 loops, 1 crossing, 0 lies\n");
    assertThat(Files.readString(project.resolve("loops.html")))
        .contains("test_echo.py::test_echoes", "module loop of pytest-asyncio", "LS002");
  }

  @Test
  void oneFileForTwoFormsIsRefusedAndNothingIsWritten() {
    Run run = map("--output", "one.html", "--svg", "./one.html");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("scaffold: --output and --svg name one file\n");
    assertThat(project.resolve("one.html")).doesNotExist();
  }

  @Test
  void olderMapIsReplacedAndTheSameSuiteGivesTheSameBytes() throws IOException {
    map("--output", "map.html");
    byte[] first = Files.readAllBytes(project.resolve("map.html"));
    assertThat(map("--output", "map.html").end()).isEqualTo(ExitCode.DONE);
    assertThat(project.resolve("map.html")).hasBinaryContent(first);
    assertThat(map("--with", "pytest-asyncio==0.24.0", "--output", "map.html").end())
        .isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(project.resolve("map.html"))).contains("pytest-asyncio 0.24.0");
  }

  @Test
  void fileThatIsNoMapIsLeftAlone() throws IOException {
    Files.writeString(project.resolve("loops.html"), "<!doctype html>\nmine");
    Run run = map();
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains("--output replaces nothing but a map of its kind", "name another file");
    assertThat(project.resolve("loops.html")).hasContent("<!doctype html>\nmine");
  }

  @Test
  void pathsAreThoseThatPytestWouldPrint() throws IOException {
    Path inner = Files.createDirectory(project.resolve("inner"));
    Files.move(project.resolve("test_echo.py"), inner.resolve("test_echo.py"));
    Run run = map("inner");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(project.resolve("loops.html")))
        .contains("inner/test_echo.py::test_echoes");
  }

  @Test
  void whereNoTestIsCollectedNothingIsWritten() throws IOException {
    Files.delete(project.resolve("test_echo.py"));
    Run run = map();
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).startsWith("scaffold: pytest collects no test here\n");
    assertThat(project.resolve("loops.html")).doesNotExist();
  }

  @Test
  void whatARepairChangesIsDrawnBeforeAndAfterAndToldInWords() throws IOException {
    Run run = Run.in(project, "check", "--unsafe-fixes", "--diff", "--map", "repair.html");
    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err())
        .contains(
            "Wrote repair.html: ",
            "1 test moves from function loop of pytest-asyncio to module loop of pytest-asyncio",
            "1 crossing before, 0 after");
    assertThat(run.out()).startsWith("--- a/pytest.ini\n");
    assertThat(Files.readString(project.resolve("repair.html"))).contains("before", "after");
    assertThat(Files.readString(project.resolve("pytest.ini"))).doesNotContain("test_loop_scope");
  }

  @Test
  void repairThatChangesNothingIsNotDrawn() throws IOException {
    Files.writeString(project.resolve("test_echo.py"), "def test_it():\n    pass\n");
    Run run = Run.in(project, "check", "--unsafe-fixes", "--diff", "--map", "repair.html");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(project.resolve("repair.html")).doesNotExist();
  }

  @Test
  void mapOfARepairNeedsADiff() {
    Run run = Run.in(project, "check", "--map", "repair.html");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("there is no --diff", "`scaffold map`");
  }
}
