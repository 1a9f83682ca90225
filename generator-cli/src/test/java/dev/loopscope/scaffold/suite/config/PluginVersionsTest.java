package dev.loopscope.scaffold.suite.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import dev.loopscope.scaffold.suite.config.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginVersionsTest {
  @TempDir Path base = Path.of("");

  @BeforeEach
  void beARepository() throws IOException {
    Files.createDirectory(base.resolve(".git"));
  }

  static Stream<Arguments> statements() {
    return Stream.of(
        said("pyproject.toml", "[project]\ndependencies = ['pytest_asyncio[docs] >=0.24, <1']\n"),
        said(
            "pyproject.toml", "[project.optional-dependencies]\nt = ['Pytest.Asyncio>=0.24,<1']\n"),
        said(
            "pyproject.toml",
            "[dependency-groups]\nt = ['pytest-asyncio>=0.24,<1']\ndev = [{include-group='t'}]\n"),
        said("pyproject.toml", "[tool.uv]\ndev-dependencies = ['pytest-asyncio>=0.24,<1']\n"),
        said("pyproject.toml", "[tool.pdm.dev-dependencies]\nt = ['pytest-asyncio>=0.24,<1']\n"),
        said("pyproject.toml", "[tool.hatch.envs.t]\ndependencies = ['pytest-asyncio>=0.24,<1']\n"),
        said(
            "pyproject.toml",
            "[tool.hatch.envs.t]\nextra-dependencies = ['pytest-asyncio>=0.24,<1']\n"),
        said(
            "pyproject.toml", "[tool.poetry.group.t.dependencies]\npytest-asyncio = '>=0.24 <1'\n"),
        said("pyproject.toml", "[tool.poetry.dev-dependencies]\npytest-asyncio = '>=0.24,<1'\n"),
        said(
            "pyproject.toml",
            "[tool.poetry.dependencies.pytest-asyncio]\nversion = '>=0.24,<1'\noptional = true\n"),
        said(
            "pyproject.toml",
            """
            [tool.poetry.dependencies]
            pytest-asyncio = [{version = '^0.24'}, {version = '>=0.25,<1', python = '>=3.9'}]
            """),
        said("setup.cfg", "[options]\ninstall_requires =\n  six\n  pytest-asyncio>=0.24,<1\n"),
        said("setup.cfg", "[options.extras_require]\ntest = pytest-asyncio>=0.24,<1\n"),
        said("setup.py", "setup(tests_require=['six', 'pytest-asyncio>=0.24,<1'])\n"),
        said(
            "setup.py",
            """
            import setuptools
            tests = ["pytest-asyncio>=0.24,<1"]
            extras = {"test": tests + ["six"]}
            setuptools.setup(extras_require=extras)
            """),
        said(
            "setup.py",
            """
            tests = ["pytest-asyncio>=0.24,<1"]
            options = {"name": "demo", "install_requires": ["six"]}
            options["extras_require"] = {"test": tests}
            setup(**options)
            """),
        said(
            "setup.py",
            """
            options = dict(name="demo", tests_require=["pytest-asyncio>=0.24,<1"])
            setup(version="1", **{**options})
            """),
        said("requirements-test.txt", "six\npytest-asyncio>=0.24,<1  # ours\n"),
        said("test-requirements.txt", "pytest-asyncio>=0.24,<1 ; python_version>'3'\n"),
        said("requirements/dev.in", "pytest-asyncio>=0.24,<1\n"),
        said("Pipfile", "[dev-packages]\npytest-asyncio = '>=0.24,<1'\n"),
        said("Pipfile", "[dev-packages]\npytest-asyncio = {version = '>=0.24,<1'}\n"),
        said("environment.yml", "dependencies:\n  - six\n  - pytest-asyncio >=0.24,<1\n"),
        said("environment.yml", "dependencies:\n - pip:\n   - 'pytest-asyncio>=0.24,<1'\n"),
        said("tox.ini", "[testenv]\ndeps =\n  six\n  py311: pytest-asyncio>=0.24,<1\n"),
        said(
            "noxfile.py",
            "def tests(session):\n  session.install('six', 'pytest-asyncio>=0.24,<1')\n"));
  }

  private static Arguments said(String file, String text) {
    return Arguments.of(file, text);
  }

  @ParameterizedTest
  @MethodSource("statements")
  void everyPlaceThatNamesVersionsIsRead(String file, String text) throws IOException {
    write(file, text);
    Allowed allowed = versions().pytestAsyncio();
    assertThat(allowed.range()).hasToString(">=0.24,<1");
    assertThat(allowed.statedAt()).extracting(it -> it.path()).containsExactly(file);
  }

  static Stream<Arguments> locks() {
    String table = "version = 1\n\n[[package]]\nname = \"pytest-asyncio\"\nversion = \"1.3.0\"\n";
    return Stream.of(
        said("uv.lock", table),
        said("poetry.lock", table),
        said("pdm.lock", table),
        said("pylock.toml", table.replace("[[package]]", "[[packages]]")),
        said(
            "Pipfile.lock",
            """
            {
                "develop": {
                    "pytest-asyncio": {
                        "markers": "python_version >= '3.9'",
                        "version": "==1.3.0"
                    }
                }
            }
            """),
        said("requirements-dev.txt", "pytest-asyncio==1.3.0 --hash=sha256:0\n"),
        said("requirements.lock", "pytest-asyncio==1.3.0 \\\n    --hash=sha256:0\n"));
  }

  @ParameterizedTest
  @MethodSource("locks")
  void lockedVersionIsFoundBesideWhatIsAllowed(String file, String text) throws IOException {
    write("pyproject.toml", "[dependency-groups]\ntest = ['pytest-asyncio>=0.23']\n");
    write(file, text);
    assertThat(versions().pytestAsyncio().locked()).contains(Version.of("1.3.0"));
    assertThat(versions().pytestAsyncio().range()).hasToString(">=0.23");
  }

  @Test
  void groupsNarrowWhatIsAlwaysInstalled() throws IOException {
    write(
        "pyproject.toml",
        """
        [project]
        dependencies = ['anyio>=3,<5']
        [dependency-groups]
        test = ['anyio[trio]>=4.4']
        """);
    assertThat(versions().anyio().range()).hasToString(">=4.4,<5");
  }

  @Test
  void groupsStandBesideEachOther() throws IOException {
    write(
        "pyproject.toml",
        "[dependency-groups]\nold=['pytest-asyncio<0.22']\nnew=['pytest-asyncio>=1.0']\n");
    assertThat(versions().pytestAsyncio().range()).hasToString("<0.22 or >=1.0");
    assertThat(versions().pytestAsyncio().statedAt()).hasSize(2);
  }

  @Test
  void markersStandBesideEachOther() throws IOException {
    write(
        "pyproject.toml",
        """
        [dependency-groups]
        t=["pytest-asyncio==0.24; python_version<'3.9'", "pytest-asyncio==1.0; python_version>='3.9'"]
        """);
    assertThat(versions().pytestAsyncio().range()).hasToString("==0.24 or ==1.0");
  }

  @Test
  void statementsForPythonsThatAreNotAllowedAreLeftOut() throws IOException {
    write(
        "pyproject.toml",
        """
        [project]
        requires-python = ">=3.9"
        [dependency-groups]
        t=["pytest-asyncio==0.24; python_version<'3.9'", "pytest-asyncio==1.0; python_version>='3.9'"]
        """);
    assertThat(versions().pytestAsyncio().locked()).contains(Version.of("1.0"));
    assertThat(versions().python().range()).hasToString(">=3.9");
  }

  @Test
  void constraintsNarrowTheFileThatNamesThem() throws IOException {
    write("requirements.txt", "-c limits.txt\npytest-asyncio\n");
    write("limits.txt", "pytest-asyncio<1\n");
    assertThat(versions().pytestAsyncio().range()).hasToString("<1");
  }

  @Test
  void includedFilesAreRead() throws IOException {
    write("requirements-dev.txt", "-r deeper/tests.txt\n");
    write("deeper/tests.txt", "-r ../requirements-dev.txt\npytest-asyncio>=1\n");
    assertThat(versions().pytestAsyncio().range()).hasToString(">=1");
  }

  @Test
  void versionsOfAUrlAreUnknown() throws IOException {
    write("requirements.txt", "pytest-asyncio @ git+https://example.org/pytest-asyncio\n");
    assertThat(versions().pytestAsyncio().range().isAll()).isTrue();
    assertThat(versions().unreadable())
        .singleElement()
        .satisfies(it -> assertThat(it.what()).isEqualTo("the versions of `pytest-asyncio`"))
        .satisfies(it -> assertThat(it.location().line()).isEqualTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"install_requires=open('x').read()", "**read('x')", "**elsewhere"})
  void computedRequirementsAreUnknown(String keyword) throws IOException {
    write("setup.py", "setup(\n  " + keyword + ")\n");
    assertThat(versions().unreadable())
        .singleElement()
        .satisfies(it -> assertThat(it.location().line()).isEqualTo(2));
  }

  @Test
  void projectWithoutStatementsAllowsEverything() {
    assertThat(versions().pytestAsyncio().stated()).isFalse();
    assertThat(versions().of("pytest-asyncio")).isEmpty();
  }

  @Test
  void nestedProjectHasVersionsOfItsOwn() throws IOException {
    write("pytest.ini", "[pytest]\n");
    write("requirements.txt", "pytest-asyncio==1.3.0\nanyio==4.9\n");
    write("examples/a/requirements.txt", "pytest-asyncio==0.23.8\n");
    List<ConfiguredSuite> suites =
        new ConfigReader(base).suites(List.of("tests/test_a.py", "examples/a/test_b.py"));
    assertThat(suites)
        .extracting(it -> it.versions().pytestAsyncio().range().toString())
        .containsExactly("==1.3.0", "==0.23.8");
    assertThat(suites.get(1).versions().anyio().range()).hasToString("==4.9");
  }

  @Test
  void oldPytestDoesNotReadTypedTables() throws IOException {
    write("pyproject.toml", "[tool.pytest]\nasyncio_mode = 'auto'\n");
    assertThat(config().section()).isEqualTo("tool.pytest");
    write("requirements.txt", "pytest<9\n");
    assertThat(config().section()).isEmpty();
    assertThat(config().file()).map(ConfigFile::path).contains("pyproject.toml");
  }

  @Test
  void nestedProjectWithAnOldPytestDoesNotReadTypedFilesAboveIt() throws IOException {
    write(".pytest.toml", "[pytest]\nasyncio_mode = 'auto'\n");
    write("requirements.txt", "pytest>=9\n");
    write("examples/a/requirements.txt", "pytest<8\n");
    List<ConfiguredSuite> suites =
        new ConfigReader(base).suites(List.of("tests/test_a.py", "examples/a/test_b.py"));
    assertThat(suites)
        .extracting(it -> it.config().file().map(ConfigFile::path).orElse("none"))
        .containsExactly(".pytest.toml", "none");
  }

  private PluginVersions versions() {
    return new ConfigReader(base).suites(List.of("tests/test_a.py")).get(0).versions();
  }

  private PytestConfig config() {
    return new ConfigReader(base).suites(List.of("tests/test_a.py")).get(0).config();
  }

  private void write(String name, String text) throws IOException {
    Path file = base.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
