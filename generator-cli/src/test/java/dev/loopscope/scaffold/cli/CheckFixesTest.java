package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckFixesTest {
  private static final String FUNCTION_SCOPE =
      """
      import asyncio

      import pytest


      @pytest.fixture
      def event_loop():
          loop = asyncio.new_event_loop()
          yield loop
          loop.close()


      # kept
      @pytest.fixture
      def name():
          return "é"
      """;
  private static final String FIXED =
      """
      import pytest


      # kept
      @pytest.fixture
      def name():
          return "é"
      """;
  private static final String ONLY = "--select=LS011";

  @TempDir Path project = Path.of("");

  @BeforeEach
  void writeASuite() throws IOException {
    write("conftest.py", FUNCTION_SCOPE);
    write(
        "test_a.py",
        """
        import pytest


        @pytest.mark.asyncio
        async def test_a(name):
            assert name
        """);
    write("requirements.txt", "pytest-asyncio>=1.0\n");
  }

  @Test
  void nothingIsFixedIfTheBaselineCannotBeWritten() throws IOException {
    Files.createDirectory(project.resolve("known.json"));

    Run run = Run.in(project, "check", ONLY, "--fix", "--write-baseline", "--baseline=known.json");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(project.resolve("conftest.py")).hasContent(FUNCTION_SCOPE);
  }

  @Test
  void safeFixIsWritten() throws IOException {
    Run run = Run.in(project, "check", ONLY, "--fix");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .startsWith("Fixed 1 finding in conftest.py\nChecked 2 files in 1 suite: nothing found\n");
    assertThat(project.resolve("conftest.py")).hasContent(FIXED);
  }

  @Test
  void secondFixFindsNothingToDo() {
    Run.in(project, "check", ONLY, "--fix");
    Run run = Run.in(project, "check", ONLY, "--fix");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).startsWith("Checked 2 files in 1 suite: nothing found\n");
  }

  @Test
  void diffIsPrintedAndNothingIsWritten() {
    Run run = Run.in(project, "check", ONLY, "--diff");
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .isEqualTo(
            """
            --- a/conftest.py
            +++ b/conftest.py
            @@ -1,15 +1,6 @@
            -import asyncio
            -
             import pytest
            \s
            \s
            -@pytest.fixture
            -def event_loop():
            -    loop = asyncio.new_event_loop()
            -    yield loop
            -    loop.close()
            -
            -
             # kept
             @pytest.fixture
             def name():
            """);
    assertThat(run.err()).isEqualTo("Would fix 1 finding in 1 file\n");
    assertThat(project.resolve("conftest.py")).hasContent(FUNCTION_SCOPE);
  }

  @Test
  void lineEndsAndByteOrderMarkStay() throws IOException {
    byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    write(
        "conftest.py",
        new String(mark, StandardCharsets.UTF_8) + FUNCTION_SCOPE.replace("\n", "\r\n"));
    Run.in(project, "check", ONLY, "--fix");
    assertThat(Files.readString(project.resolve("conftest.py")))
        .isEqualTo(new String(mark, StandardCharsets.UTF_8) + FIXED.replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void insertedLinesEndAsTheFilesDo(String lineEnd) throws IOException {
    String test =
        """
        import pytest


        @pytest.fixture
        async def name():
            return "n"


        @pytest.mark.asyncio
        async def test_a(name):
            assert name
        """;
    write("test_a.py", test.replace("\n", lineEnd));
    Run run = Run.in(project, "check", "--select=LS023", "--unsafe-fixes");
    assertThat(run.out()).startsWith("Fixed 1 finding in test_a.py\n");
    assertThat(Files.readString(project.resolve("test_a.py")))
        .isEqualTo(
            test.replace("import pytest\n", "import pytest\nimport pytest_asyncio\n")
                .replace("@pytest.fixture", "@pytest_asyncio.fixture")
                .replace("\n", lineEnd));
  }

  @Test
  void unsafeFixWaitsUntilItIsAskedFor() throws IOException {
    sharesALoop();
    Run safe = Run.in(project, "check", ONLY, "--fix");
    assertThat(safe.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(safe.out())
        .contains(
            "Repair: run tests and fixtures on one `session` loop. It ends the one finding:\n")
        .contains("  = fix: the repair at the top (--unsafe-fixes)\n");
    assertThat(Files.readString(project.resolve("conftest.py"))).contains("def event_loop");
    Run unsafe = Run.in(project, "check", ONLY, "--unsafe-fixes");
    assertThat(unsafe.out()).startsWith("Fixed 1 finding in conftest.py, pytest.ini\n");
    assertThat(project.resolve("pytest.ini"))
        .hasContent(
            """
            [pytest]
            asyncio_mode = strict
            asyncio_default_fixture_loop_scope = session
            asyncio_default_test_loop_scope = session
            # the end
            """);
  }

  @Test
  void ignoredFindingIsNotFixed() throws IOException {
    String ignored =
        FUNCTION_SCOPE.replace(
            "def event_loop():",
            "def event_loop():  # scaffold: ignore[LS011] kept for old plugins");
    write("conftest.py", ignored);
    Run run = Run.in(project, "check", ONLY, "--fix");
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(project.resolve("conftest.py")).hasContent(ignored);
  }

  @Test
  void jsonTellsWhatWasFixed() {
    Run run = Run.in(project, "check", ONLY, "--fix", "--json");
    assertThat(run.out())
        .contains("\"fixed\": 1")
        .containsPattern("\"changed\": \\[\\s*\"conftest.py\"\\s*]");
  }

  @Test
  void diffAndReportAreRefusedTogether() {
    Run run = Run.in(project, "check", "--diff", "--json");
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo(
            """
            scaffold: --diff prints a diff, and neither a report nor a baseline
                  at: scaffold check --diff
                next: leave --format, --json and --write-baseline out, or --diff
            """);
  }

  private void sharesALoop() throws IOException {
    write(
        "conftest.py",
        """
        import asyncio

        import pytest
        import pytest_asyncio


        @pytest.fixture(scope="session")
        def event_loop():
            loop = asyncio.new_event_loop()
            yield loop
            loop.close()


        @pytest_asyncio.fixture(scope="session")
        async def name():
            return asyncio.Queue()
        """);
    write("pytest.ini", "[pytest]\nasyncio_mode = strict\n# the end\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
