package dev.loopscope.scaffold.suite.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Patterns and versions that take a naive reader hours, or all of the stack. */
class HostileConfigTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String STARS = "*a".repeat(30) + "b";
  private static final String DIRECTORIES = "**/".repeat(25) + "never";

  @TempDir Path base = Path.of("");

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("pytest.ini", "[pytest]\ntestpaths = " + STARS + "\n"),
        Arguments.of("pytest.ini", "[pytest]\ntestpaths = " + DIRECTORIES + "\n"),
        Arguments.of("pytest.ini", "[pytest]\ntestpaths = tests" + "/".repeat(200_000) + "x\n"),
        Arguments.of("pytest.ini", "[pytest]\nnorecursedirs = " + STARS + "\n"),
        Arguments.of("pytest.ini", "[pytest]\npython_files = *.py " + STARS + "\n"),
        Arguments.of("pytest.ini", "[pytest]\npython_classes = " + STARS + "\n"),
        Arguments.of("pytest.ini", "[pytest]\npython_functions = " + STARS + "\n"),
        Arguments.of("conftest.py", "collect_ignore_glob = ['" + STARS + "']\n"),
        Arguments.of("requirements.txt", "pytest" + " ".repeat(100_000) + "x\n"),
        Arguments.of("requirements.txt", "pytest>=8" + "#".repeat(100_000) + "\n"),
        Arguments.of("requirements.txt", "pytest" + "-".repeat(100_000) + "\u2028\n"),
        Arguments.of("requirements.txt", "pytest==1" + ".1".repeat(100_000) + "\n"),
        Arguments.of("requirements.txt", "pytest==1+a" + ".a".repeat(100_000) + "\n"),
        Arguments.of("requirements.txt", "pytest" + clauses("!=1.", 20_000) + "\n"),
        Arguments.of(
            "requirements.txt", "pytest; python_version" + " ".repeat(100_000) + "and x\n"),
        Arguments.of(
            "environment.yml", "- pytest" + "a".repeat(20_000) + " ".repeat(20_000) + "'\u2028\n"),
        Arguments.of(
            "pyproject.toml",
            "[tool.poetry.dependencies]\npytest = '" + alternatives(10_000) + "'\n"),
        Arguments.of("pyproject.toml", "[project]\ndependencies = ['pytest" + blanks() + "x']\n"),
        Arguments.of("tox.ini", "[testenv]\ndeps =\n  py: pytest" + blanks() + "x\n"));
  }

  private static String blanks() {
    return " ".repeat(50_000);
  }

  private static String clauses(String operator, int number) {
    return String.join(",", IntStream.range(0, number).mapToObj(it -> operator + it).toList());
  }

  private static String alternatives(int number) {
    return String.join(" || ", IntStream.range(0, number).mapToObj(it -> "1." + 2 * it).toList());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void configurationIsReadInTime(String file, String text) {
    String name = "tests/" + "a".repeat(60) + "/test_" + "a".repeat(80) + ".py";
    List<SuiteModel> suites =
        assertTimeoutPreemptively(
            LIMIT,
            () ->
                WrittenSuite.modelsIn(
                    base,
                    file,
                    text,
                    name,
                    "async def test_"
                        + "a".repeat(80)
                        + "():\n    pass\n\n\nclass T"
                        + "a".repeat(80)
                        + ":\n    pass\n"));
    assertThat(suites).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void filterThatTriesEveryWayMatchesNothing() {
    String message = "The configuration option \"asyncio_default_fixture_loop_scope\" is unset";
    List<String> hostile =
        List.of(
            "error:(.*)*(.*)*(.*)*(.*)*x",
            "error:" + "(".repeat(100_000),
            "error:" + "(?:".repeat(200) + "{999}" + "){999}".repeat(199) + ")",
            "error:(?:.|\\w)+(?:.|\\w)+(?:.|\\w)+(?:.|\\w)+\\d");
    for (String filter : hostile) {
      WarningFilters filters = new WarningFilters(List.of(filter));
      assertThat(
              assertTimeoutPreemptively(
                  LIMIT, () -> filters.makesError("PytestDeprecationWarning", message)))
          .isFalse();
    }
  }

  @Test
  void filterThatIsWrittenForAMessageCounts() {
    WarningFilters filters = new WarningFilters(List.of("error:the .* option"));
    assertThat(filters.makesError("UserWarning", "The configuration option is unset")).isTrue();
    assertThat(filters.makesError("UserWarning", "Another one")).isFalse();
  }
}
