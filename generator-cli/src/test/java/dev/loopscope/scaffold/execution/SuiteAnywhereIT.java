package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.value.Archetype;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The modules of a suite import each other relatively, so it passes wherever it stands, however
 * pytest imports it and wherever pytest is started.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class SuiteAnywhereIT {
  /** What a careful host of pytest-asyncio has, and nothing for the sake of our suite. */
  private static final String HOST_CONFIGURATION =
      """
      [pytest]
      minversion = 8.4
      testpaths = tests
      pythonpath = src
      addopts = --strict-config --strict-markers --import-mode=IMPORT_MODE
      xfail_strict = true
      asyncio_default_fixture_loop_scope = function
      """;

  @ParameterizedTest
  @CsvSource({
    "EXPLICIT_SCOPE, importlib",
    "EXPLICIT_SCOPE, prepend",
    "EXPLICIT_SCOPE, append",
    "MULTIBACKEND, importlib",
    "MULTIBACKEND, prepend",
    "MULTIBACKEND, append"
  })
  void newSuitePassesInEveryImportModeFromItsRootAndFromInside(
      Archetype archetype, String importMode, Workbench bench) {
    Suite suite = bench.suite(answers(archetype, importMode));
    suite.edit(Suite.PYPROJECT, "--import-mode=importlib", "--import-mode=" + importMode);
    Venv venv = bench.crowdedVenv();

    String summary = summary(archetype, importMode, 0);
    assertThatRun(bench.forkedPytest(venv, suite)).isGreen(summary);
    assertThatRun(bench.forkedPytest(venv, in(suite, "tests"))).isGreen(summary);
  }

  @ParameterizedTest
  @CsvSource({
    "EXPLICIT_SCOPE, importlib, true",
    "EXPLICIT_SCOPE, prepend, false",
    "EXPLICIT_SCOPE, append, true",
    "MULTIBACKEND, importlib, false",
    "MULTIBACKEND, prepend, true",
    "MULTIBACKEND, append, false"
  })
  void sameBytesPassBelowTheTestsOfAHost(
      Archetype archetype, String importMode, boolean isPackage, Workbench bench)
      throws IOException {
    Suite host = host(bench, importMode, isPackage);
    copy(bench.suite(answers(archetype, importMode)).directory().resolve("tests"), added(host));
    Venv venv = bench.crowdedVenv();

    assertThatRun(bench.forkedPytest(venv, host)).isGreen(summary(archetype, importMode, 1));
    // Not `python -m pytest`, which puts our directory before the host's: appending, pytest would
    // then take our conftest for the host's, which has no package to tell the two apart.
    Command.Ended inside =
        Command.of(venv.directory().resolve("bin/pytest").toString())
            .in(added(host))
            .within(Duration.ofMinutes(15))
            .run();
    assertThat(inside.output()).contains("= " + summary(archetype, importMode, 0) + " in ");
    assertThat(inside.exitCode()).isZero();
  }

  /** As the suite's README says it; as packages of one name they would be one to pytest. */
  @Test
  void twoSuitesPassInOneRunWithoutTheirPackages(Workbench bench) throws IOException {
    for (String name : List.of("one", "two")) {
      Suite suite = bench.at(name).suite(answers(Archetype.EXPLICIT_SCOPE));
      Files.delete(suite.directory().resolve("tests/__init__.py"));
    }
    Suite both = new Suite(bench.place());
    assertThatRun(bench.forkedPytest(bench.crowdedVenv(), both, "one/demo", "two/demo"))
        .isGreen("26 passed, 4 xfailed");
  }

  @Test
  void hostsOwnAsyncTestIsNotRefusedByTheSuite(Workbench bench) throws IOException {
    Suite host = host(bench, "importlib", true);
    host.append(
        "tests/test_theirs.py",
        """

        @pytest.mark.asyncio(loop_scope="function")
        async def test_of_theirs_on_a_loop_of_its_own() -> None: ...
        """);
    copy(bench.suite(answers(Archetype.EXPLICIT_SCOPE)).directory().resolve("tests"), added(host));
    assertThatRun(bench.forkedPytest(bench.crowdedVenv(), host)).isGreen("15 passed, 2 xfailed");
  }

  @ParameterizedTest
  @CsvSource({"EXPLICIT_SCOPE", "MULTIBACKEND"})
  void suiteIsTypedStrictlyBelowTheTestsOfAHost(Archetype archetype, Workbench bench)
      throws IOException {
    Suite host = host(bench, "importlib", true);
    Suite suite = bench.suite(answers(archetype));
    copy(suite.directory().resolve("tests"), added(host));
    List<String> lint = answers(archetype).withLint().dependencyGroups().group("lint");
    Command.Ended ended =
        bench
            .crowdedVenv(lint.toArray(String[]::new))
            .module("mypy", List.of("--strict", "--cache-dir", bench.place() + "/mypy", "tests"))
            .in(host.directory())
            .within(Duration.ofMinutes(15))
            .run();
    assertThat(ended.exitCode()).as(ended.output()).isZero();
  }

  private static SuiteAnswers answers(Archetype archetype) {
    return archetype == Archetype.MULTIBACKEND
        ? SuiteAnswers.multibackend("asyncio,trio").withHypothesis()
        : SuiteAnswers.explicitScope("asyncio").withHypothesis();
  }

  /** Properties, which take most of the time of a run, are in those of one import mode. */
  private static SuiteAnswers answers(Archetype archetype, String importMode) {
    return answers(archetype).hypothesis(hasProperties(importMode));
  }

  private static boolean hasProperties(String importMode) {
    return importMode.equals("importlib");
  }

  private static String summary(Archetype archetype, String importMode, int theirs) {
    int plain = archetype == Archetype.MULTIBACKEND ? 20 : 11;
    int properties = archetype == Archetype.MULTIBACKEND ? 6 : 2;
    int passed = plain + theirs + (hasProperties(importMode) ? properties : 0);
    return passed + " passed, 2 xfailed";
  }

  /** A small project with a test of its own, and a module as ours is called. */
  private static Suite host(Workbench bench, String importMode, boolean isPackage)
      throws IOException {
    Path directory = bench.place().resolve("host");
    Directories.delete(directory);
    Files.createDirectories(directory.resolve("tests"));
    Files.createDirectories(directory.resolve("src"));
    Suite host = new Suite(directory);
    host.append("pytest.ini", HOST_CONFIGURATION.replace("IMPORT_MODE", importMode));
    host.append("tests/conftest.py", "\"\"\"Theirs.\"\"\"\n");
    host.append(
        "tests/test_theirs.py",
        "import pytest\n\n\ndef test_theirs() -> None:\n    assert pytest\n");
    return isPackage ? host.append("tests/__init__.py", "") : host;
  }

  private static Path added(Suite host) {
    return host.directory().resolve("tests/async_suite");
  }

  private static Suite in(Suite suite, String directory) {
    return new Suite(suite.directory().resolve(directory));
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(from)) {
      files.filter(file -> !file.toString().contains("__pycache__")).forEach(found::add);
    }
    for (Path file : found) {
      Files.copy(file, to.resolve(from.relativize(file).toString()));
    }
  }
}
