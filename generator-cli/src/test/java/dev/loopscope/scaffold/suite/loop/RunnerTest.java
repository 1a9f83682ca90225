package dev.loopscope.scaffold.suite.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who runs a test, who runs a fixture, and on which backends. */
class RunnerTest {
  @TempDir Path directory;

  private WrittenSuite suite(String... pathsAndTexts) {
    return WrittenSuite.in(directory, pathsAndTexts);
  }

  private WrittenSuite auto(String test) {
    return suite("pytest.ini", "[pytest]\nasyncio_mode = auto\n", "test_a.py", test);
  }

  @Test
  void strictModeTakesWhatIsMarked() {
    WrittenSuite suite =
        suite(
            "test_a.py",
            """
            import pytest
            @pytest.mark.asyncio
            async def test_asyncio(): ...
            @pytest.mark.anyio
            async def test_anyio(): ...
            async def test_bare(): ...
            @pytest.mark.asyncio
            def test_sync(): ...
            """);
    assertThat(suite.runner("test_asyncio")).isEqualTo("PYTEST_ASYNCIO");
    assertThat(suite.runner("test_anyio")).isEqualTo("ANYIO");
    assertThat(suite.runner("test_bare")).isEqualTo("NONE");
    assertThat(suite.runner("test_sync")).isEqualTo("SYNC");
  }

  @Test
  void pytestTrioLeavesTestsWithoutItsMarkToPytestAsyncio() {
    WrittenSuite suite =
        suite(
            "requirements.txt",
            "pytest-asyncio\npytest-trio\n",
            "test_a.py",
            """
            import pytest
            @pytest.mark.asyncio
            async def test_asyncio(): ...
            @pytest.mark.trio
            async def test_trio(): ...
            async def test_bare(): ...
            """);
    assertThat(suite.runner("test_asyncio")).isEqualTo("PYTEST_ASYNCIO");
    assertThat(suite.runner("test_trio")).isEqualTo("? `pytest-trio` may run async tests, too");
    assertThat(suite.runner("test_bare")).isEqualTo("? `pytest-trio` may run async tests, too");
  }

  @Test
  void autoModeTakesAnyioTestsToo() {
    assertThat(
            auto("""
            import pytest
            @pytest.mark.anyio
            async def test_it(): ...
            """)
                .runner("test_it"))
        .isEqualTo("PYTEST_ASYNCIO");
  }

  @Test
  void aFixtureWithABackendMakesAnyioRunAnUnmarkedTest() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest
                    @pytest.fixture
                    async def client(anyio_backend): ...
                    async def test_it(client): ...
                    """)
                .runner("test_it"))
        .isEqualTo("ANYIO");
  }

  @Test
  void anUnmarkedTestMayGetItsBackendFromAnUnknownFixture() {
    assertThat(
            suite(
                    "pytest.ini",
                    "[pytest]\nanyio_mode = strict\n",
                    "test_a.py",
                    "async def test_it(elsewhere): ...")
                .runner("test_it"))
        .isEqualTo("? `elsewhere` may request `anyio_backend`");
  }

  @Test
  void anAsyncPytestFixtureIsRunByNobodyInStrictMode() {
    WrittenSuite suite =
        suite(
            "test_a.py",
            """
            import pytest, pytest_asyncio
            @pytest.fixture
            async def plain(): ...
            @pytest_asyncio.fixture
            async def own(): ...
            @pytest.mark.asyncio
            async def test_it(plain, own): ...
            """);
    assertThat(suite.runner("plain", "test_it")).isEqualTo("NONE");
    assertThat(suite.runner("own", "test_it")).isEqualTo("PYTEST_ASYNCIO");
  }

  @Test
  void aDecoratorThatIsNotKnownMayMakeATestSync() {
    assertThat(
            auto("""
            from elsewhere import run_in_loop
            @run_in_loop
            async def test_it(): ...
            """)
                .runner("test_it"))
        .isEqualTo("? the decorator `run_in_loop` may change what it is");
  }

  @Test
  void aDecoratorOfTheProjectIsRead() {
    WrittenSuite suite =
        auto(
            """
            import asyncio, functools
            def in_loop(function):
                @functools.wraps(function)
                def wrapper(*args, **kwargs):
                    return asyncio.run(function(*args, **kwargs))
                return wrapper
            def twice(times):
                def decorate(function):
                    @functools.wraps(function)
                    async def wrapper(*args, **kwargs):
                        return await function(*args, **kwargs)
                    return wrapper
                return decorate
            @in_loop
            async def test_sync(): ...
            @twice(2)
            async def test_async(): ...
            """);
    assertThat(suite.runner("test_sync")).isEqualTo("SYNC");
    assertThat(suite.runner("test_async")).isEqualTo("PYTEST_ASYNCIO");
  }

  @Test
  void backendsComeFromTheParametersOfTheOverride() {
    assertThat(
            suite(
                    "conftest.py",
                    """
                    import pytest
                    @pytest.fixture(params=[
                        pytest.param(("asyncio", {"use_uvloop": True}), id="uvloop"),
                        "trio",
                    ])
                    def anyio_backend(request):
                        return request.param
                    """,
                    "test_a.py",
                    """
                    import pytest
                    @pytest.mark.anyio
                    async def test_it(): ...
                    """)
                .backends("test_it"))
        .isEqualTo("[asyncio, trio]");
  }

  @Test
  void anOverrideThatIgnoresItsParametersNamesOneBackendForEach() {
    assertThat(
            suite(
                    "conftest.py",
                    """
                    import pytest
                    @pytest.fixture(params=["asyncio", "trio"])
                    def anyio_backend():
                        return "asyncio"
                    """,
                    "test_a.py",
                    """
                    import pytest
                    @pytest.mark.anyio
                    async def test_it(): ...
                    """)
                .backends("test_it"))
        .isEqualTo("[asyncio, asyncio]");
  }

  @Test
  void aTestMayBeParametrizedWithItsBackend() {
    assertThat(
            suite(
                    "test_a.py",
                    """
                    import pytest
                    @pytest.mark.anyio
                    @pytest.mark.parametrize("anyio_backend", ["trio"])
                    async def test_it(anyio_backend): ...
                    """)
                .backends("test_it"))
        .isEqualTo("[trio]");
  }

  private static final String BY_DEFAULT =
      "import pytest\n@pytest.mark.anyio\nasync def test_it(): ...\n";

  @Test
  void theDefaultHasTrioOnlyWhereItIsInstalled() {
    assertThat(
            suite("requirements.txt", "pytest\nanyio\n", "test_a.py", BY_DEFAULT)
                .backends("test_it"))
        .isEqualTo("? it is not stated whether trio is installed");
    assertThat(
            suite("requirements.txt", "anyio\ntrio\n", "test_a.py", BY_DEFAULT).backends("test_it"))
        .isEqualTo("[asyncio, trio]");
  }

  @Test
  void anExtraInstallsTrio() {
    for (String requirement : List.of("anyio[trio]", "anyio[test, Trio]>=4.13", "anyio [trio]")) {
      assertThat(
              suite("requirements.txt", requirement + "\n", "test_a.py", BY_DEFAULT)
                  .backends("test_it"))
          .as(requirement)
          .isEqualTo("[asyncio, trio]");
    }
  }

  @Test
  void anExtraInATableInstallsTrio() {
    assertThat(
            suite(
                    "pyproject.toml",
                    """
                    [tool.poetry.dependencies]
                    anyio = {version = "^4.13", extras = ["trio"]}
                    """,
                    "test_a.py",
                    BY_DEFAULT)
                .backends("test_it"))
        .isEqualTo("[asyncio, trio]");
  }

  @Test
  void beforeAnyio412TheDefaultHasTrioWhateverIsInstalled() {
    assertThat(
            suite("requirements.txt", "anyio==4.11.0\n", "test_a.py", BY_DEFAULT)
                .backends("test_it"))
        .isEqualTo("[asyncio, trio]");
  }

  @Test
  void aProjectThatStatesNothingHasWhatItsTestsCanUse() {
    assertThat(suite("test_a.py", BY_DEFAULT).backends("test_it")).isEqualTo("[asyncio, trio]");
  }

  @Test
  void whereBothPluginsTakeAFixtureTheirOrderDecides() {
    WrittenSuite suite =
        suite(
            "test_a.py",
            """
            import pytest, pytest_asyncio
            @pytest_asyncio.fixture
            async def own(): ...
            @pytest.mark.anyio
            async def test_it(own): ...
            """);
    assertThat(suite.runner("own", "test_it")).startsWith("? pytest-asyncio and anyio both take");
  }

  @Test
  void aSuiteWithoutAnyioHasNoHiddenBackend() {
    WrittenSuite suite =
        suite(
            "test_a.py",
            """
            import pytest
            @pytest.fixture
            async def plain(elsewhere): ...
            @pytest.mark.asyncio
            async def test_it(plain): ...
            """);
    assertThat(suite.runner("plain", "test_it")).isEqualTo("NONE");
  }

  @Test
  void aBackendMayBeANamedTupleThatPassesThroughAVariable() {
    assertThat(
            suite(
                    "conftest.py",
                    """
                    from typing import NamedTuple
                    import pytest
                    class Backend(NamedTuple):
                        name: str
                        options: dict
                    @pytest.fixture(params=[Backend("trio", {}), Backend("asyncio", {"debug": True})])
                    def anyio_backend(request):
                        backend: Backend = request.param
                        return backend
                    """,
                    "test_a.py",
                    """
                    import pytest
                    @pytest.mark.anyio
                    async def test_it(): ...
                    """)
                .backends("test_it"))
        .isEqualTo("[trio, asyncio]");
  }
}
