package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The pom of a suite, in a module of its own and in a parent's reactor, with a real Python. Tests
 * with a directory of their own run beside those that share one.
 */
@ExtendWith(InstalledProject.class)
class EmittedPomIT {
  private static final Path REFERENCE = Path.of("src/test/resources/projects/default/reference");
  private static final String REPORT = "target/surefire-reports/TEST-pytest.xml";
  private static final String MAKING = "Making the virtual environment";

  private static final String REACTOR =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Two comments, -->
      <!-- each on a line. -->
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>org.example</groupId>
        <artifactId>reactor</artifactId>
        <version>7</version>
        <packaging>pom</packaging>%s
      </project>
      """;

  private static final String PARENT =
      """
        <parent>
          <artifactId>reactor</artifactId>
          <groupId>org.example</groupId>
          <version>7</version>
        </parent>
      """;

  @TempDir static Path shared = Path.of("");
  private static Maven maven = new Maven(Path.of(""));
  private static Path suite = Path.of("");
  private static Run first = new Run(-1, "");

  /** A path with a blank in it, as Windows users have. */
  @BeforeAll
  static void verifyOnce() throws IOException, InterruptedException {
    maven = Maven.withoutThisProject("emitted");
    suite = Checkout.copy(REFERENCE, shared.resolve("a suite"));
    first = maven.run(suite, "verify");
  }

  @Test
  void verifyMakesTheEnvironmentAndRunsTheTests() throws IOException {
    assertThat(first.exitCode()).as(first.output()).isZero();
    assertThat(first.count(MAKING)).isEqualTo(1);
    assertThat(Files.readString(suite.resolve(REPORT)))
        .contains("<testsuite ", "failures=\"0\"", "[asyncio]", "[trio]");
  }

  @Test
  void secondRunInstallsNothing() throws IOException, InterruptedException {
    Path madeFrom = suite.resolve("target/venv/made-from.txt");
    var before = Files.getLastModifiedTime(madeFrom);
    Run second = maven.run(suite, "verify");
    assertThat(second.exitCode()).as(second.output()).isZero();
    assertThat(second.output()).doesNotContain(MAKING).contains(" passed");
    assertThat(Files.getLastModifiedTime(madeFrom)).isEqualTo(before);
  }

  @Test
  void failingTestFailsTheBuildAndIsReported() throws IOException, InterruptedException {
    Run run = withFailingTest("verify");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("1 failed").contains("pytest: tests failed; see " + REPORT);
  }

  @Test
  void failingTestIsReportedAndIgnoredWhereMavenIsToldSo()
      throws IOException, InterruptedException {
    Run run = withFailingTest("verify", "-Dmaven.test.failure.ignore");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("1 failed")
        .contains("pytest: tests failed, which is ignored; see " + REPORT);
  }

  private static Run withFailingTest(String... arguments) throws IOException, InterruptedException {
    Path failing = suite.resolve("tests/test_failing.py");
    Files.writeString(failing, "def test_it_fails() -> None:\n    assert False\n");
    try {
      Run run = maven.run(suite, arguments);
      assertThat(Files.readString(suite.resolve(REPORT)))
          .contains("failures=\"1\"", "test_it_fails");
      return run;
    } finally {
      Files.delete(failing);
    }
  }

  @Test
  void testsThatCannotRunAreNoFailuresToIgnore() throws IOException, InterruptedException {
    Run run =
        maven.run(suite, "verify", "-Dpytest.args=--no-such-option", "-Dmaven.test.failure.ignore");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("unrecognized arguments: --no-such-option")
        .contains("pytest could not run the tests: it ended with 4; its output above says why");
  }

  @Test
  void pytestArgumentsArePassedOn() throws IOException, InterruptedException {
    Run run = maven.run(suite, "verify", "-Dpytest.args=-k \"entries and asyncio\" -v");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("3 passed", "[asyncio]", "PASSED").doesNotContain("[trio]");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void skipTestsRunsNothing(@TempDir Path directory) throws IOException, InterruptedException {
    runsNothing(directory, "-DskipTests");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void mavenTestSkipRunsNothing(@TempDir Path directory) throws IOException, InterruptedException {
    runsNothing(directory, "-Dmaven.test.skip");
  }

  private static void runsNothing(Path directory, String flag)
      throws IOException, InterruptedException {
    Path skipped = Checkout.copy(REFERENCE, directory.resolve("demo"));
    Run run = maven.run(skipped, "verify", flag);
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(skipped.resolve("target/venv")).doesNotExist();
    assertThat(skipped.resolve(REPORT)).doesNotExist();
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void missingPythonIsNamedWithTheWayOut(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path suite = Checkout.copy(REFERENCE, directory.resolve("demo"));
    Run run = maven.run(suite, "verify", "-Dpython.executable=no-such-python");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("no-such-python could not make a virtual environment", "-Dpython.executable=");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void olderPythonIsNamedWithTheWayOutEachTime(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path suite = Checkout.copy(REFERENCE, directory.resolve("demo"));
    Path pom = suite.resolve("pom.xml");
    Files.writeString(pom, Files.readString(pom).replace("3.10", "3.99"));
    for (int attempt = 0; attempt < 2; attempt++) {
      Run run = maven.run(suite, "verify", "-Dpython.executable=python3");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output())
          .contains(
              "python3 is older than Python 3.99, which this suite needs. Name another one with"
                  + " -Dpython.executable=PATH.");
      assertThat(suite.resolve(REPORT)).doesNotExist();
    }
  }

  @Test
  void codeOfTheProjectIsInstalledWithItsTests() throws IOException, InterruptedException {
    Path importing = suite.resolve("tests/test_importing.py");
    Files.writeString(importing, "import demo\n\n\ndef test_code() -> None:\n    assert demo\n");
    try {
      Run run = maven.run(suite, "verify", "-Dpytest.args=-k test_code");
      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.output()).contains("1 passed");
    } finally {
      Files.delete(importing);
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void namedPythonMakesTheEnvironment(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path suite = Checkout.copy(REFERENCE, directory.resolve("demo"));
    Run which =
        Run.of(directory, java.util.List.of("python3", "-c", "import sys; print(sys.executable)"));
    String python = which.output().strip();
    Run run = maven.run(suite, "verify", "-Dpython.executable=" + python);
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(Files.readString(suite.resolve("target/venv/made-from.txt")))
        .startsWith("# " + python + "\n");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void suiteIsAModuleOfTheReactorItIsGeneratedInto(@TempDir Path reactor, Maven installed)
      throws IOException, InterruptedException {
    Files.writeString(reactor.resolve("pom.xml"), REACTOR.formatted(""));
    Run generated = installed.generate(reactor, "archetype-multibackend", "-DartifactId=demo");
    assertThat(generated.exitCode()).as(generated.output()).isZero();
    assertThat(reactor.resolve("pom.xml"))
        .hasContent(REACTOR.formatted("\n  <modules>\n    <module>demo</module>\n  </modules>"));
    assertThat(Files.readString(reactor.resolve("demo/pom.xml")))
        .as("the template's pom, with group and version of the parent")
        .isEqualTo(
            Files.readString(REFERENCE.resolve("pom.xml"))
                .replace("  <groupId>com.example</groupId>\n", "")
                .replace("  <version>1.0-SNAPSHOT</version>\n", "")
                .replace("</modelVersion>\n", "</modelVersion>\n" + PARENT));
    Run run = installed.run(reactor, "verify");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(reactor.resolve("demo").resolve(REPORT)).exists();
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void groupAndVersionInAReactorAreThoseThatArePassed(@TempDir Path reactor, Maven installed)
      throws IOException, InterruptedException {
    Files.writeString(reactor.resolve("pom.xml"), REACTOR.formatted(""));
    Run generated =
        installed.generate(
            reactor,
            "archetype-multibackend",
            "-DartifactId=demo",
            "-DgroupId=com.example", // as if it were not passed
            "-Dversion=8");
    assertThat(generated.exitCode()).as(generated.output()).isZero();
    assertThat(Files.readString(reactor.resolve("demo/pom.xml")))
        .contains(PARENT)
        .contains("  <groupId>com.example</groupId>\n  <artifactId>demo</artifactId>\n")
        .contains("\n  <version>8</version>\n  <packaging>pom</packaging>\n");
  }
}
