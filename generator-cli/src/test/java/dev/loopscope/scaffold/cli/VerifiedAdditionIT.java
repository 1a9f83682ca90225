package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Additions that are tried in real pytest before they are written. */
@Execution(ExecutionMode.CONCURRENT)
class VerifiedAdditionIT {
  @TempDir private Path directory;

  @Test
  void suiteThatPassesBesideTheRepositorysTestsIsWritten() throws IOException {
    writeHost();

    Run run = Run.in(directory, "add", "--verify");

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .doesNotContain("verify:")
        .contains("the repository's 3 tests are collected as before\n")
        .containsPattern("13 passed, 1 failed, 2 xfailed in |1 failed, 13 passed, 2 xfailed in ")
        .contains("the suite passes beside 3 of the repository's tests\n");
    assertThat(directory.resolve("tests/async_suite/conftest.py")).exists();
    assertThat(files()).noneMatch(it -> it.contains("__pycache__") || it.contains("egg-info"));
  }

  @Test
  void whatLosesTestsOfTheRepositoryIsNotWritten() throws IOException {
    writeHost();
    Files.writeString(
        directory.resolve("tests/conftest.py"),
        """
        def pytest_collection_modifyitems(items):
            if len(items) > 5:
                del items[1:]
        """);
    List<String> before = files();

    Run run = Run.in(directory, "add", "--verify");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains("no longer collected: tests/test_feed.py::test_feeds\n")
        .contains("do not go together as they are; nothing was written")
        .contains("add it without --verify");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void suiteWithARunOfItsOwnIsTriedInThat() throws IOException {
    writeHost();

    Run run = Run.in(directory, "add", "--isolated", "--verify");

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .contains("11 passed, 2 xfailed in ")
        .contains("the suite passes beside 3 of the repository's tests\n");
    assertThat(directory.resolve("tests/async_suite/pytest.ini")).exists();
  }

  @Test
  void moduleOfAReactorIsTriedAsOne() throws IOException {
    Files.writeString(
        directory.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId>
          <artifactId>top</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <modules>
            <module>web</module>
          </modules>
        </project>
        """);

    Run run = Run.in(directory, "add", "--maven", "module", "--yes", "--verify");

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains("11 passed, 2 xfailed in ").doesNotContain("verify:");
    assertThat(Files.readString(directory.resolve("pom.xml")))
        .contains("<module>async-suite</module>");
  }

  /** One of its tests fails before as well, which is no fault of the suite. */
  private void writeHost() throws IOException {
    Files.createDirectories(directory.resolve("tests"));
    Files.writeString(directory.resolve("requirements-test.txt"), "pytest\npytest-asyncio\n");
    Files.writeString(
        directory.resolve("pytest.ini"), "[pytest]\ntestpaths = tests\nasyncio_mode = auto\n");
    Files.writeString(
        directory.resolve("tests/test_feed.py"),
        """
        import pytest


        async def test_feeds():
            assert True


        @pytest.mark.parametrize("size", [0, 1])
        def test_sizes(size):
            assert size
        """);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.map(Path::toString).sorted().toList();
    }
  }
}
