package dev.loopscope.scaffold.check.rules.unrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.JudgedSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which async tests are told to be run by nobody, and what may run them after all. */
class UnrunTestsTest {
  private static final String ONE_FORGOTTEN =
      """
      import pytest

      @pytest.mark.asyncio
      async def test_marked():
          pass

      async def test_forgotten():
          pass
      """;

  @TempDir Path directory;

  private JudgedSuite suite;

  @BeforeEach
  void requirePytestAsyncio() {
    suite =
        new JudgedSuite(directory)
            .with("requirements.txt", "pytest\npytest-asyncio\n")
            .with("test_it.py", ONE_FORGOTTEN);
  }

  @Test
  void forgottenMarkIsFoundAndTheMarkedTestIsNot() {
    assertThat(suite.places("LS041")).containsExactly("test_it.py:7 error");
  }

  @Test
  void testsOfOneFileAreToldTogether() {
    suite.with("test_it.py", "async def test_a(): ...\nasync def test_b(): ...\n");
    assertThat(suite.places("LS041")).containsExactly("test_it.py:1 error");
    assertThat(suite.messages("LS041").get(0)).contains("`test_a` and `test_b`");
  }

  @Test
  void markOfAPluginThatIsKeptOutIsNotPutOnOnceMore() {
    suite
        .with("requirements.txt", "pytest\nanyio\n")
        .with("pytest.ini", "[pytest]\naddopts = -p no:asyncio\n")
        .with(
            "test_it.py",
            ONE_FORGOTTEN.replace("async def test_f", "@pytest.mark.anyio\nasync def test_f"));
    assertThat(suite.places("LS041")).containsExactly("test_it.py:3 error");
    assertThat(suite.messages("LS041").get(0))
        .startsWith(
            "nobody runs `test_marked`: `-p no:` keeps the plugin out that the mark is for");
  }

  @Test
  void pytestBefore84SkipsIt() {
    suite.with("requirements.txt", "pytest<8.4\npytest-asyncio\n");
    assertThat(suite.messages("LS041").get(0)).endsWith("pytest skips it, and the run is green");
  }

  @Test
  void suiteThatShowsNoPluginMayHaveAnyOne() {
    suite.with("requirements.txt", "pytest\n").with("test_it.py", "async def test_a(): ...\n");
    assertThat(suite.places("LS041")).isEmpty();
  }

  @Test
  void anyioMarksShowThePluginAsWell() {
    suite
        .with("requirements.txt", "pytest\nanyio\n")
        .with("test_it.py", ONE_FORGOTTEN.replace("asyncio", "anyio"));
    assertThat(suite.places("LS041")).containsExactly("test_it.py:7 error");
    assertThat(suite.findings().get(0).remedy()).isEqualTo("mark it with `pytest.mark.anyio`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pytest-trio",
        "pytest-twisted",
        "pytest-tornasync",
        "pytest-aiohttp",
        "pytest-aio",
        "alt-pytest-asyncio",
        "pytest-asyncio-cooperative",
        "pytest-homeassistant-custom-component"
      })
  void anotherPluginMayRunIt(String plugin) {
    suite.with("requirements.txt", "pytest\npytest-asyncio\n" + plugin + "\n");
    assertThat(suite.places("LS041")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def pytest_pyfunc_call(pyfuncitem): return True",
        "def pytest_pycollect_makeitem(collector, name, obj): ...",
        "def pytest_itemcollected(item): item.add_marker('asyncio')",
        "def pytest_configure(config): config.option.asyncio_mode = 'auto'",
        "def pytest_collection_modifyitems(items): mark_all(items)",
        "def pytest_collection_modifyitems(items):\n"
            + "    for item in items: item.obj = sync(item.obj)",
        "pytest_plugins = ['aiohttp.pytest_plugin']",
        "pytest_plugins = ['a_plugin.of_somebody']"
      })
  void conftestMayRunOrMarkIt(String conftest) {
    suite.with("conftest.py", conftest + "\n");
    assertThat(suite.places("LS041")).isEmpty();
  }

  @Test
  void hookThatSkipsTestsRunsNone() {
    suite.with(
        "conftest.py",
        """
        import pytest

        pytest_plugins = ["pytester", "anyio"]

        def pytest_collection_modifyitems(config, items):
            for item in list(items):
                if "slow" in item.keywords:
                    item.add_marker(pytest.mark.skip)
        """);
    assertThat(suite.places("LS041")).containsExactly("test_it.py:7 error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tox.ini | [testenv]~commands = pytest --asyncio-mode=auto",
        "noxfile.py | session.run('pytest', '--asyncio-mode', 'auto')",
        "Makefile | test:~pytest -o asyncio_mode=auto",
        ".github/workflows/test.yml | run: pytest --asyncio-mode=auto",
        "run.sh | pytest --asyncio-mode auto"
      })
  void commandLineMaySetTheMode(String file, String text) {
    suite.with(file, text.replace('~', '\n') + "\n");
    assertThat(suite.places("LS041")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        import unittest
        class TestA(unittest.IsolatedAsyncioTestCase):
            async def test_a(self): ...
        """,
        "import pytest\n@pytest.mark.trio\nasync def test_a(): ...\n",
        "import pytest\n@pytest.mark.skip\nasync def test_a(): ...\n",
        "import pytest\n@pytest.mark.xfail\nasync def test_a(): ...\n",
        "import pytest\n@pytest.mark.usefixtures('anyio_backend')\nasync def test_a(): ...\n",
        "async def test_a(anyio_backend): ...\n",
        "import pytest\npytestmark = [pytest.mark.asyncio]\nasync def test_a(): ...\n",
        """
        import pytest
        @pytest.mark.asyncio
        class Base: ...
        class TestA(Base):
            async def test_a(self): ...
        """,
        "from somewhere import drives\n@drives\nasync def test_a(): ...\n",
        """
        import pytest
        pytestmark = [pytest.mark.slow]
        if True:
            pytestmark.append(pytest.mark.asyncio)
        async def test_a(): ...
        """,
        """
        import pytest, sys
        pytestmark = []
        if sys.platform != "win32":
            pytestmark.append(pytest.mark.asyncio)
        async def test_a(): ...
        """,
        """
        import pytest
        from somewhere import marks
        pytestmark = [pytest.mark.slow]
        for mark in marks: pytestmark.append(mark)
        async def test_a(): ...
        """,
        "import pytest\npytestmark = []\npytestmark[:] = [pytest.mark.asyncio]\nasync def test_a(): ...\n",
        "from somewhere import fill\npytestmark = []\nfill(pytestmark)\nasync def test_a(): ...\n",
        """
        import pytest
        @pytest.mark.skipif("'it' in __name__", reason="made of another module")
        async def test_a(): ...
        """,
        """
        import asyncio
        def drives(f):
            def run(): asyncio.run(f())
            return run
        @drives
        async def test_a(): ...
        """
      })
  void isRunOrLeftAloneByItsOwnText(String text) {
    suite.with("test_it.py", text);
    assertThat(suite.places("LS041")).isEmpty();
  }

  @Test
  void markOfAHookComesInTimeForOldVersionsAndTooLateForNewOnes() {
    suite
        .with("test_it.py", "async def test_a(): ...\n")
        .with(
            "conftest.py",
            """
            import pytest

            def pytest_collection_modifyitems(items):
                for item in items:
                    item.add_marker(pytest.mark.asyncio)
            """);
    assertThat(suite.places("LS041")).containsExactly("conftest.py:5 error");
    suite.with("requirements.txt", "pytest<8.4\npytest-asyncio==0.21.1\n");
    assertThat(suite.places("LS041")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pyproject.toml | [tool.pytest-asyncio]~mode = \"auto\" | pyproject.toml:2 error",
        "pyproject.toml | [tool.asyncio]~asyncio-mode = \"auto\" | pyproject.toml:2 error",
        "pyproject.toml | [pytest]~asyncio_mode = \"auto\" | pyproject.toml:2 error",
        "setup.cfg | [pytest-asyncio]~asyncio_mode = auto | setup.cfg:2 error",
        "tox.ini | [tool:pytest]~asyncio_mode = auto | tox.ini:2 error",
        "pytest.ini | [tool:pytest]~asyncio_mode = auto | pytest.ini:2 error",
        "pytest.ini | [pytest]~asyncio_mode = auto |",
        "pyproject.toml | [tool.pytest]~asyncio_mode = \"auto\" |",
        "pytest.toml | [pytest]~asyncio_mode = \"auto\" |",
        "pyproject.toml | [tool.other]~asyncio_mode_of_ours = \"auto\" |"
      })
  void modeIsFoundWhereNobodyReadsIt(String file, String text, String found) {
    suite.with(file, text.replace('~', '\n') + "\n");
    assertThat(suite.places("LS042"))
        .containsExactlyElementsOf(found == null ? List.of() : List.of(found));
  }

  @Test
  void oldPytestPassesOverTheNewFiles() {
    suite
        .with("requirements.txt", "pytest<9\npytest-asyncio\n")
        .with("pytest.toml", "[pytest]\nasyncio_mode = 'auto'\n");
    assertThat(suite.places("LS042")).containsExactly("pytest.toml:2 error");
  }

  @Test
  void optionOfAPluginThatTheProjectDoesNotNameIsNotMoved() {
    suite
        .with("requirements.txt", "pytest\nanyio\n")
        .with("pytest.ini", "[pytest]\ntestpaths = .\n")
        .with("pyproject.toml", "[tool.pytest.ini_options]\nasyncio_mode = \"auto\"\n");
    assertThat(suite.findings())
        .anyMatch(it -> it.rule().id().equals("LS042"))
        .allMatch(it -> it.fix().isEmpty());
  }

  @Test
  void optionIsMovedWhereTheProjectSaysNothingOfWhatItsTestsNeed() {
    suite
        .with("requirements.txt", "")
        .with("pytest.ini", "[pytest]\ntestpaths = .\n")
        .with("pyproject.toml", "[tool.pytest.ini_options]\nasyncio_mode = \"auto\"\n");
    assertThat(suite.findings())
        .filteredOn(it -> it.rule().id().equals("LS042"))
        .hasSize(1)
        .allMatch(it -> it.fix().isPresent());
  }

  @Test
  void versionsOfAProjectInsideSayNothingOfTheFilesAroundIt() {
    suite
        .with("requirements.txt", "pytest==9.0.1\npytest-asyncio==1.3.0\n")
        .with("pytest.toml", "[pytest]\nasyncio_mode = 'auto'\n")
        .with("inner/requirements.txt", "pytest==7.4.4\npytest-asyncio==0.23.8\n")
        .with("inner/test_inner.py", ONE_FORGOTTEN);
    assertThat(suite.places("LS042")).isEmpty();
  }

  @Test
  void fileThatComesFirstHidesTheOthers() {
    suite
        .with("pytest.ini", "[pytest]\nasyncio_mode = strict\n")
        .with("pyproject.toml", "[tool.pytest.ini_options]\nasyncio_mode = 'auto'\n")
        .with("setup.cfg", "[tool:pytest]\nasyncio_mode = strict\n");
    assertThat(suite.places("LS042")).containsExactly("pyproject.toml:2 warning");
  }

  @Test
  void markInAConftestIsReadWhereAModuleImportsIt() {
    suite.with("conftest.py", "import pytest\npytestmark = pytest.mark.asyncio\n");
    assertThat(suite.places("LS043")).containsExactly("conftest.py:2 error");
    suite.with("test_it.py", "from conftest import pytestmark\nasync def test_a(): ...\n");
    assertThat(suite.places("LS043")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "asyncio.get_running_loop() | test_it.py:6 error",
        "current() | test_it.py:6 error",
        "asyncio.create_task(work()) | test_it.py:6 error",
        "asyncio.all_tasks(asyncio.new_event_loop()) |",
        "asyncio.run(asyncio.sleep(0)) |",
        "call = lambda: asyncio.get_running_loop() |",
        "pytest.raises(RuntimeError, asyncio.get_running_loop) |",
        "assert 'asyncio.get_running_loop'; asyncio.get_running_loop() |"
      })
  void syncTestHasNoRunningLoop(String body, String found) {
    suite.with(
        "test_it.py",
        """
        import asyncio, pytest
        from asyncio import get_running_loop as current
        async def work(): ...

        def test_it():
            %s
        """
            .formatted(body));
    assertThat(suite.places("LS044"))
        .containsExactlyElementsOf(found == null ? List.of() : List.of(found));
  }

  @ParameterizedTest
  @ValueSource(strings = {"loop.run_until_complete(function())", "asyncio.run(function())"})
  void coroutineThatADecoratorRunsHasALoop(String run) {
    suite.with(
        "test_it.py",
        """
        import asyncio, functools, pytest

        def on_a_loop(function):
            @functools.wraps(function)
            def run():
                loop = asyncio.new_event_loop()
                return %s
            return run

        @pytest.mark.parametrize("number", [1])
        @on_a_loop
        async def test_it(number):
            await asyncio.create_task(asyncio.sleep(0))

        @pytest.fixture
        @on_a_loop
        async def user():
            return asyncio.get_running_loop()

        def test_user(user): ...
        """
            .formatted(run));
    assertThat(suite.places("LS044")).isEmpty();
  }

  @Test
  void backendThatATestUsesIsRead() {
    String backend = "import pytest\n@pytest.fixture\ndef anyio_backend(): return 'asyncio'\n";
    suite.with("pytest.ini", "[pytest]\nasyncio_mode = auto\n").with("conftest.py", backend);
    assertThat(suite.places("LS045")).containsExactly("conftest.py:3 warning");
    suite.with("test_it.py", "async def test_a(anyio_backend): ...\n");
    assertThat(suite.places("LS045")).isEmpty();
  }
}
