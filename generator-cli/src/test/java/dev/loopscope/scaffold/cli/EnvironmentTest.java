package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a virtual environment holds counts where nothing else says what is installed. */
class EnvironmentTest {
  @TempDir Path top = Path.of("");
  private Path project = Path.of("");

  @BeforeEach
  void writeASuite() throws IOException {
    project = top.resolve("project");
    write("project/test_it.py", "def test_it():\n    pass\n");
    write("project/requirements.txt", "pytest-asyncio>=0.21\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = top.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private void environment(String path, String... installed) throws IOException {
    write(path + "/pyvenv.cfg", "version = 3.11.7\n");
    for (String name : installed) {
      write(path + "/lib/python3.11/site-packages/" + name + ".dist-info/METADATA", "");
    }
  }

  private String checked(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "check";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Run.in(project, arguments).out();
  }

  @Test
  void projectsOwnEnvironmentSaysWhatIsInstalled() throws IOException {
    environment("project/.venv", "pytest_asyncio-0.23.8", "pytest-8.2.2", "six-1.16.0");
    assertThat(checked()).contains("with pytest-asyncio 0.23.8 (.venv), pytest 8.2.2 (.venv)\n");
  }

  @Test
  void environmentOfAnOuterProjectCountsForTheInnerOne() throws IOException {
    write("project/.git/HEAD", "");
    environment("project/.venv", "pytest_asyncio-0.23.8");
    write("project/inner/requirements.txt", "pytest-asyncio>=0.21\n");
    write("project/inner/test_inner.py", "def test_it():\n    pass\n");
    assertThat(checked("inner")).contains("pytest-asyncio 0.23.8 (.venv)");
  }

  @Test
  void pinsAndLocksCountBeforeWhatHappensToBeInstalled() throws IOException {
    environment("project/.venv", "pytest_asyncio-0.23.8");
    write("project/requirements.txt", "pytest-asyncio==0.26.0\n");
    assertThat(checked()).contains("pytest-asyncio 0.26.0 (requirements.txt:1)");
  }

  @Test
  void environmentThatIsOutOfDateIsLeftOut() throws IOException {
    environment("project/.venv", "pytest_asyncio-0.18.3");
    assertThat(checked()).contains("pytest-asyncio 1.5.0 (the newest for requirements.txt:1)");
  }

  @Test
  void environmentThatIsAskedForCountsBeforeEverything() throws IOException {
    environment("project/.venv", "pytest_asyncio-0.23.8");
    environment("elsewhere", "pytest_asyncio-0.24.0", "anyio-4.4.0");
    write("project/requirements.txt", "pytest-asyncio==0.26.0\n");
    assertThat(checked("--environment", "../elsewhere"))
        .contains("pytest-asyncio 0.24.0 (../elsewhere)", "anyio 4.4.0 (../elsewhere)");
  }

  @Test
  void fixturesOfPluginsAreReadFromAnEnvironmentOutsideOfTheProject() throws IOException {
    environment("elsewhere", "pytest_asyncio-1.3.0");
    String site = "elsewhere/lib/python3.11/site-packages/";
    write(site + "pytest_pool-1.0.dist-info/entry_points.txt", "[pytest11]\npool = pytest_pool\n");
    write(
        site + "pytest_pool.py",
        """
        import asyncio, pytest_asyncio
        @pytest_asyncio.fixture(scope="session", loop_scope="session")
        async def pool():
            yield asyncio.get_running_loop().create_future()
        """);
    write(
        "project/test_it.py",
        """
        import pytest
        @pytest.mark.asyncio
        async def test_it(pool):
            await pool
        """);
    assertThat(checked("--environment", "../elsewhere")).contains("test_it.py:3:19: error LS002");
    assertThat(checked()).doesNotContain("LS002");
  }

  @Test
  void upgradeOfAnEnvironmentRaisesPinsAlone() throws IOException {
    environment("project/.venv", "pytest_asyncio-0.23.8", "pytest-8.2.2");
    write("project/requirements.txt", "pytest-asyncio<1\n");
    assertThat(checked("--upgrade"))
        .contains("pytest-asyncio 1.5.0 (as asked for)", "note: requirements.txt:1: rules out")
        .doesNotContain("note: .venv");
  }

  @Test
  void directoryThatIsNoEnvironmentIsRefused() {
    Run run = Run.in(project, "check", "--environment", "nowhere");
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .isEqualTo(
            """
            scaffold: `nowhere` is no virtual environment
                  at: scaffold check --environment nowhere
                next: name a directory that holds a pyvenv.cfg
            """);
  }

  @Test
  void environmentOfTheShellCountsWhereAProjectHasNone() throws IOException {
    environment("shell", "pytest_asyncio-0.24.0", "pytest-8.2.2");
    assertThat(inShell()).contains("pytest-asyncio 0.24.0 (../shell)");
    environment("project/.venv", "pytest_asyncio-0.23.8");
    assertThat(inShell()).contains("pytest-asyncio 0.23.8 (.venv)");
  }

  private String inShell() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(out, new ByteArrayOutputStream(), Terminal.none());
    new Scaffold(console, project, true, Questions.ALL)
        .in(Optional.of(top.resolve("shell").toString()))
        .run("check");
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void environmentBehindALinkThatLeadsOutIsNotRead() throws IOException {
    environment("outside", "pytest_asyncio-0.23.8");
    Files.createSymbolicLink(project.resolve(".venv"), top.resolve("outside"));
    assertThat(checked()).contains("pytest-asyncio 1.5.0");
  }

  @Test
  void fixturesOfAPluginThatHoldABackendAreToldAtTheFirstTest() throws IOException {
    environment("project/.venv", "pytest-9.2.0", "anyio-4.16.0");
    String installed = "project/.venv/lib/python3.11/site-packages/";
    write(installed + "bots-1.0.dist-info/METADATA", "");
    write(installed + "bots-1.0.dist-info/entry_points.txt", "[pytest11]\nbots = bots\n");
    write(
        installed + "bots.py",
        """
        import pytest

        @pytest.fixture(scope="session", autouse=True)
        async def before_bots(): ...

        @pytest.fixture(scope="session", autouse=True)
        async def bots(before_bots):
            yield
        """);
    write("project/requirements.txt", "anyio[trio]\npytest\n");
    String backend =
        """
        import pytest

        @pytest.fixture(scope="session", params=["asyncio", "trio"])
        def anyio_backend(request):
            return request.param
        """;
    write("project/conftest.py", backend);
    write(
        "project/test_it.py",
        """
        import pytest

        @pytest.mark.anyio
        async def test_it(): ...

        @pytest.mark.anyio
        async def test_more(): ...
        """);
    assertThat(checked("--format", "github"))
        .contains(
            "test_it.py,line=4",
            "`before_bots` of an installed plugin is set up once, on asyncio, and holds that"
                + " runner, so `test_it[trio]` runs on asyncio and passes",
            "let `anyio_backend` give asyncio alone, as long as the plugin's fixture does not take")
        .doesNotContain("line=7");
    write("project/conftest.py", backend.replace(", \"trio\"", ""));
    assertThat(checked("--format", "github")).doesNotContain("LS030");
  }
}
