package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.config.ConfigReader;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pytest itself says which configuration it reads, and the product reads the same. */
@ExtendWith(WorkbenchOfEachTest.class)
class ConfigAgreementIT {
  private static final String PLUGIN =
      """
      import pathlib

      def pytest_report_header(config):
          base = pathlib.Path(BASE)
          def show(path):
              return "none" if path is None else path.relative_to(base).as_posix()
          yield "@root " + show(config.rootpath)
          yield "@file " + show(config.inipath)
          yield "@mode " + (config.getoption("asyncio_mode") or config.getini("asyncio_mode"))
          yield "@fixture loop scope " + str(config.getini("asyncio_default_fixture_loop_scope"))
          yield "@test loop scope " + str(config.getini("asyncio_default_test_loop_scope"))
          yield "@files " + " ".join(config.getini("python_files"))
          yield "@classes " + " ".join(config.getini("python_classes"))
          yield "@testpaths " + " ".join(config.getini("testpaths"))
          yield "@norecursedirs " + " ".join(config.getini("norecursedirs"))
          yield "@import mode " + config.getoption("importmode")
      """;

  /**
   * A project.
   *
   * @param name what is special about it
   * @param test the file that pytest is asked to run, in the base directory
   * @param files paths and contents by turns
   */
  record Layout(String name, String test, List<String> files) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Layout layout(String name, String test, String... files) {
    return new Layout(name, test, List.of(files));
  }

  static Stream<Layout> layouts() {
    return Stream.of(
        layout("nothing at all", "tests/test_a.py"),
        layout("setup.py alone", "tests/test_a.py", "setup.py", ""),
        layout("pytest.ini", "test_a.py", "pytest.ini", "[pytest]\nasyncio_mode = auto\n"),
        layout(
            "an empty pytest.ini beats pyproject.toml",
            "tests/test_a.py",
            "pytest.ini",
            "",
            "pyproject.toml",
            "[tool.pytest.ini_options]\nasyncio_mode = 'auto'\n"),
        layout(
            ".pytest.ini",
            "tests/test_a.py",
            ".pytest.ini",
            "[pytest]\nasyncio_default_fixture_loop_scope: session\n"),
        layout(
            "a nearer pyproject.toml without a section is passed over",
            "sub/tests/test_a.py",
            "pyproject.toml",
            "[tool.pytest.ini_options]\nasyncio_mode = 'auto'\n",
            "sub/pyproject.toml",
            "[project]\nname = 'sub'\n"),
        layout(
            "a pyproject.toml without a section anywhere",
            "sub/tests/test_a.py",
            "pyproject.toml",
            "[project]\nname = 'a'\n",
            "sub/pyproject.toml",
            "[project]\nname = 'sub'\n",
            "sub/tests/setup.py",
            ""),
        layout(
            "tox.ini",
            "tests/test_a.py",
            "tox.ini",
            """
            [tox]
            envlist = py
            [pytest]
            asyncio_mode = auto
            python_files = check_*.py *_t.py
            """),
        layout(
            "a tox.ini without a section is passed over",
            "tests/test_a.py",
            "tox.ini",
            "[tox]\nenvlist = py\n",
            "setup.cfg",
            "[tool:pytest]\naddopts = --asyncio-mode=auto\n"),
        layout(
            "the nearer file wins",
            "a/b/test_a.py",
            "pytest.ini",
            "[pytest]\nasyncio_mode = auto\n",
            "a/tox.ini",
            "[pytest]\nasyncio_default_test_loop_scope = module\n"),
        layout(
            "pytest.toml beats pytest.ini",
            "tests/test_a.py",
            "pytest.toml",
            "[pytest]\nasyncio_mode = 'auto'\naddopts = ['--import-mode=importlib']\n",
            "pytest.ini",
            "[pytest]\nasyncio_default_test_loop_scope = module\n"),
        layout(
            "an empty .pytest.toml",
            "tests/test_a.py",
            ".pytest.toml",
            "",
            "pytest.ini",
            "[pytest]\nasyncio_mode = auto\n"),
        layout(
            "native TOML in pyproject.toml",
            "tests/test_a.py",
            "pyproject.toml",
            "[tool.pytest]\nasyncio_mode = 'auto'\npython_files = ['a_*.py', 'test_*.py']\n"),
        layout(
            "-o in addopts beats the option",
            "tests/test_a.py",
            "pytest.ini",
            """
            [pytest]
            asyncio_default_fixture_loop_scope = function
            addopts = -ra -o asyncio_default_fixture_loop_scope=session
              --override-ini "asyncio_default_test_loop_scope=class"
              --override-ini=python_files='x_*.py test_*.py'
              -o asyncio_mode=strict -o asyncio_mode=auto
            """),
        layout(
            "--asyncio-mode beats -o",
            "tests/test_a.py",
            "pytest.ini",
            "[pytest]\naddopts = --asyncio-mode auto -oasyncio_mode=strict --import-mode append\n"),
        layout(
            "comments and continuations in INI",
            "tests/test_a.py",
            "setup.cfg",
            """
            [metadata]
            name = x
            [tool:pytest] ; here
            # a comment
            asyncio_mode=auto
            testpaths =
                tests
                ; no part of it

                more
            norecursedirs = .git build "with blank"
            """),
        layout(
            "lists and texts in TOML",
            "tests/test_a.py",
            "pyproject.toml",
            """
            [tool.pytest.ini_options]
            addopts = ["-ra", "-o", "asyncio_mode=auto"]
            testpaths = "tests 'more tests'"
            python_classes = ["Check", "*Suite"]
            norecursedirs = []
            """),
        layout(
            "dotted keys and inline tables in TOML",
            "tests/test_a.py",
            "pyproject.toml",
            "tool.pytest = { ini_options = { asyncio_mode = 'auto' } }\n"));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void productReadsWhatPytestReads(Layout layout, Workbench bench) throws IOException {
    Directories.delete(bench.place());
    // A file of the machine's own further up must not be seen by either.
    Path base = bench.place().resolve("base").toAbsolutePath();
    write(base.resolve(layout.test()), "def test_a(): pass\n");
    for (int at = 0; at < layout.files().size(); at += 2) {
      write(base.resolve(layout.files().get(at)), layout.files().get(at + 1));
    }
    write(bench.place().resolve("plugin/agreement.py"), PLUGIN.replace("BASE", "'" + base + "'"));
    assertThat(read(base, layout.test())).isEqualTo(said(bench, base, layout.test()));
  }

  private static List<String> said(Workbench bench, Path base, String test) {
    Venv venv =
        bench.venvs().of(bench.python(), List.of("pytest>=9.1", "pytest-asyncio>=1.4", "anyio"));
    Command.Ended ended =
        bench
            .forks()
            .run(
                venv.module(
                        "pytest",
                        List.of("-p", "agreement", "--collect-only", "-W", "ignore", test))
                    .in(base)
                    .with(
                        "PYTHONPATH", bench.place().toAbsolutePath().resolve("plugin").toString()));
    return ended.output().lines().filter(line -> line.startsWith("@")).map(String::strip).toList();
  }

  private static List<String> read(Path base, String test) {
    PytestConfig config = new ConfigReader(base).suites(List.of(test)).get(0).config();
    List<String> lines = new ArrayList<>();
    lines.add("@root " + config.rootDirectory());
    lines.add("@file " + config.file().map(it -> it.path()).orElse("none"));
    lines.add("@mode " + config.asyncioModeSetting().map(Setting::value).orElse("strict"));
    lines.add("@fixture loop scope " + value(config, "asyncio_default_fixture_loop_scope", "None"));
    lines.add("@test loop scope " + value(config, "asyncio_default_test_loop_scope", "function"));
    lines.add("@files " + String.join(" ", config.pythonFiles()));
    lines.add("@classes " + String.join(" ", config.pythonClasses()));
    lines.add("@testpaths " + String.join(" ", config.testpaths()));
    lines.add("@norecursedirs " + String.join(" ", config.norecursedirs()));
    lines.add("@import mode " + config.importMode().name().toLowerCase(Locale.ROOT));
    return lines.stream().map(String::strip).toList();
  }

  private static String value(PytestConfig config, String key, String unset) {
    return config.setting(key).map(Setting::value).orElse(unset);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
