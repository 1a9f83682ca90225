package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands on the screen of a real terminal, made by the launcher. The files are under
 * src/test/resources/screens; {@code -Dgolden.update=true} rewrites them.
 */
@ExtendWith(WithTmuxOnly.class)
class ScreensIT {
  private static final Path GOLDEN = Path.of("src/test/resources/screens");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final String ESCAPE = "\u001b";

  @TempDir private static Path root;

  private static String scaffold = "";

  @TempDir private Path directory;

  @BeforeAll
  static void build() throws IOException {
    scaffold = "'" + BuiltClone.in(root).launcher() + "' ";
  }

  @BeforeEach
  void writeAProjectWithTests() throws IOException {
    Files.createDirectory(directory.resolve("tests"));
    Files.writeString(
        directory.resolve("pyproject.toml"),
        """
        [project]
        name = "shop"
        version = "1.0"
        requires-python = ">=3.11"

        [dependency-groups]
        dev = ["pytest>=8.4", "pytest-asyncio>=1.2", "asyncpg"]
        """);
    Files.writeString(
        directory.resolve("tests/conftest.py"),
        """
        import asyncpg
        import pytest_asyncio


        @pytest_asyncio.fixture(scope="session")
        async def pool():
            async with asyncpg.create_pool("postgresql:///shop") as pool:
                yield pool
        """);
    Files.writeString(
        directory.resolve("tests/test_orders.py"),
        """
        import pytest


        @pytest.mark.asyncio
        async def test_counts_orders(pool):
            assert await pool.fetchval("select count(*) from orders") == 0


        @pytest.mark.asyncio(scope="session")
        async def test_names_orders(pool):
            assert await pool.fetchval("select name from orders") is None
        """);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void help(int columns) throws Exception {
    compare("help-" + columns, shown(columns, "--help"));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void reportOfCheck(int columns) throws Exception {
    compare("check-" + columns, shown(columns, "check"));
  }

  /** Is the suite in danger, why, and what is to be typed: on the first screen. */
  @Test
  void firstScreenOfAReportSaysWhetherWhyAndWhatToType() throws Exception {
    List<String> screen = shown(80, "check").lines().limit(24).toList();
    assertThat(screen.get(0)).isEqualTo("Checked 3 files in 1 suite: 1 error, 1 warning");
    assertThat(String.join("\n", screen))
        .contains("scaffold check --unsafe-fixes")
        .contains("error LS002 TestLoopDiffersFromFixtureLoop")
        .contains("= run time: `test_counts_orders` runs on the `function` loop");
  }

  @Test
  void reportIsColouredByTheTerminal() throws Exception {
    try (RealTerminal terminal = RealTerminal.running(directory, 80, scaffold + "check")) {
      compare(
          "check-80-colours", terminal.coloured().replace(ESCAPE, "\\e").stripTrailing() + "\n");
    }
    try (RealTerminal terminal =
        RealTerminal.running(directory, 80, "NO_COLOR=1 " + scaffold + "check")) {
      assertThat(terminal.coloured()).doesNotContain(ESCAPE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void questionsOfNewAndWhatItWrote(int columns) throws Exception {
    compare("new-" + columns, answered(columns, "new", "4", "store", "1,2", "", "suite", "n", "y"));
    assertThat(directory.resolve("suite/pyproject.toml")).exists();
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void questionsOfAddAndWhatItWrote(int columns) throws Exception {
    compare("add-" + columns, answered(columns, "add", "", "", "2", "n", "y"));
    assertThat(directory.resolve("tests/async_suite/conftest.py")).exists();
  }

  @Test
  void noScreenIsWithoutItsTest() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .allMatch(it -> it.matches("(help|check|new|add)-(80|120)[.]txt|check-80-colours[.]txt"));
    }
  }

  private String shown(int columns, String command) throws Exception {
    try (RealTerminal terminal = RealTerminal.running(directory, columns, scaffold + command)) {
      return terminal.shown();
    }
  }

  private String answered(int columns, String command, String... answers) throws Exception {
    try (RealTerminal terminal = RealTerminal.running(directory, columns, scaffold + command)) {
      for (String answer : answers) {
        terminal.answer(answer);
      }
      return terminal.shown();
    }
  }

  private void compare(String name, String screen) throws IOException {
    String portable = screen.replace(directory.toRealPath().toString(), "/home/you");
    Path golden = GOLDEN.resolve(name + ".txt");
    if (UPDATE) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, portable);
    }
    assertThat(portable).isEqualTo(Files.readString(golden));
  }
}
