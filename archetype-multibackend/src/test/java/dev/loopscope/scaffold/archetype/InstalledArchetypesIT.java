package dev.loopscope.scaffold.archetype;

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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mvn install} in a fresh clone, then {@code archetype:generate} from anywhere. */
@ExtendWith(InstalledProject.class)
@Execution(ExecutionMode.CONCURRENT)
class InstalledArchetypesIT {
  private static final String EXPLICIT_SCOPE = "archetype-explicit-scope";
  private static final String MULTIBACKEND = "archetype-multibackend";

  private static Maven maven = new Maven(Path.of(""));

  private Path directory = Path.of("");

  @BeforeAll
  static void install(Maven installed) {
    maven = installed;
  }

  @BeforeEach
  void emptyDirectory(@TempDir Path empty) {
    directory = empty;
  }

  @ParameterizedTest
  @ValueSource(strings = {EXPLICIT_SCOPE, MULTIBACKEND})
  void artifactIdAloneMakesTheReferenceSuite(String archetype)
      throws IOException, InterruptedException {
    Run run = maven.generate(directory, archetype, "-DartifactId=demo");
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(Checkout.files(directory.resolve("demo")))
        .isEqualTo(
            Checkout.files(
                Path.of("..", archetype, "src/test/resources/projects/default/reference")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Dbackends=curio",
        "-DloopScope=package",
        "-Dresource=class",
        "-DresourceKind=smoke",
        "-DresourceScope=package",
        "-DresourceScope=session",
        "-Dpython=3.9",
        "-Dhypothesis=yes",
        "-Dlint=yes",
        "-Dci=travis",
        "-Dversion=LATEST",
        "-Dpackage=../demo",
        "-DgroupId=com..example",
        "-Dresource=${artifactId}"
      })
  void badValueStopsBatchModeBeforeAFileIsWritten(String property)
      throws IOException, InterruptedException {
    // Whatever else is passed: no value is given by a default that could have been checked.
    Run run =
        maven.generate(
            directory,
            MULTIBACKEND,
            "-DartifactId=demo",
            "-DgroupId=org.example",
            "-Dversion=1",
            "-Dpackage=demo",
            "-Dbackends=trio",
            "-DloopScope=class",
            "-Dresource=broker",
            "-DresourceKind=echo",
            "-DresourceScope=function",
            "-Dpython=3.12",
            "-Dhypothesis=true",
            "-Dlint=true",
            "-Dci=none",
            property);
    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("is refused. ");
    assertThatNothingIsIn(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../demo", "class"})
  void badArtifactIdStopsBatchModeBeforeAFileIsWritten(String artifactId)
      throws IOException, InterruptedException {
    Path below = Files.createDirectory(directory.resolve("below"));
    Run run = maven.generate(below, MULTIBACKEND, "-DartifactId=" + artifactId);
    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("is refused. ");
    assertThatNothingIsIn(below);
    assertThat(Checkout.files(directory)).isEmpty();
  }

  @Test
  void catalogThatIdesReadListsBoth() throws IOException {
    assertThat(Files.readString(maven.repository().resolve("archetype-catalog.xml")))
        .contains("<artifactId>" + EXPLICIT_SCOPE + "<", "<artifactId>" + MULTIBACKEND + "<");
  }

  @Test
  void refusalSaysWhatIsAllowed() throws IOException, InterruptedException {
    Run run = maven.generate(directory, MULTIBACKEND, "-DartifactId=a", "-Dbackends=curio");
    assertThat(run.output())
        .contains(
            "-Dbackends=curio is refused. Allowed: one or more of asyncio, trio, uvloop, each"
                + " once, separated by commas");
  }

  @Test
  void refusalOfAScopeSaysWhatItsLoopOutlives() throws IOException, InterruptedException {
    Run run =
        maven.generate(
            directory,
            MULTIBACKEND,
            "-DartifactId=a",
            "-DloopScope=class",
            "-DresourceScope=session");
    assertThat(run.output())
        .contains(
            "-DresourceScope=session is refused. What is bound to a loop ends with it, and the loop"
                + " lives as long as a class. Pass a scope that is no wider");
  }

  @Test
  void explicitScopeRefusesTrioAndNamesTheOtherArchetype()
      throws IOException, InterruptedException {
    Run run = maven.generate(directory, EXPLICIT_SCOPE, "-DartifactId=a", "-Dbackends=trio");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("For trio use archetype-multibackend");
    assertThatNothingIsIn(directory);
  }

  @Test
  void passingTheCheckByHandGivesNoSuite() throws IOException, InterruptedException {
    Run run =
        maven.generate(
            directory, MULTIBACKEND, "-DartifactId=a", "-Dbackends=curio", "-Dvalidated=yes");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("-Dbackends=curio is refused. ");
    assertThat(Checkout.files(directory))
        .containsOnlyKeys("a/pom.xml")
        .containsEntry("a/pom.xml", "");
  }

  @Test
  void missingArtifactIdStopsBatchMode() throws IOException, InterruptedException {
    Run run = maven.generate(directory, MULTIBACKEND);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThatNothingIsIn(directory);
  }

  @Test
  void interactiveModeAsksForTheArtifactIdAndForEnterTwice()
      throws IOException, InterruptedException {
    Run run =
        maven.generateAtATerminal(directory, MULTIBACKEND, List.of(), List.of("demo", "", ""));
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.count("Define value for property")).isEqualTo(2);
    assertThat(run.output())
        .contains("Define value for property 'artifactId'")
        .doesNotContain("setuptools")
        .contains("Define value for property 'validated' (should match expression 'yes') yes: ")
        .contains("Confirm properties configuration:");
    assertThat(Checkout.files(directory.resolve("demo")))
        .isEqualTo(Checkout.files(Path.of("src/test/resources/projects/default/reference")));
  }

  @Test
  void interactiveModeAsksAgainWhenAnAnswerIsWrong() throws IOException, InterruptedException {
    Run run =
        maven.generateAtATerminal(
            directory, MULTIBACKEND, List.of(), List.of("../demo", "demo", "no", "", ""));
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.count("Value does not match the expression, please try again")).isEqualTo(2);
    assertThat(directory.resolve("demo/pom.xml")).isNotEmptyFile();
  }

  @Test
  void answeringNoAsksForEverythingAndTakesTheAnswers() throws IOException, InterruptedException {
    List<String> everything =
        List.of(
            "org.example",
            "other",
            "2.0",
            "chosen",
            "curio",
            "trio",
            "class",
            "abcdefghijklmnopqrstuvwxy",
            "broker",
            "smoke",
            "echo",
            "function",
            "", // the app, the client of PostgreSQL and the command: an echo has none of them
            "",
            "",
            "3.12",
            "true",
            "true",
            "none",
            "");
    List<String> answers =
        Stream.of(List.of("demo", "", "n"), everything, List.of("y"))
            .flatMap(List::stream)
            .toList();
    Run run = maven.generateAtATerminal(directory, MULTIBACKEND, List.of(), answers);
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.count("Value does not match the expression, please try again")).isEqualTo(3);
    assertThat(Files.readString(directory.resolve("other/.scaffold/answers.toml")))
        .contains("package = \"chosen\"", "\"trio\"", "loop-scope = \"class\"", "3.12")
        .contains("resource = \"broker:echo:function\"", "lint = true");
  }

  @Test
  void keywordAnsweredAfterNoStopsBeforeAFileIsWritten() throws IOException, InterruptedException {
    List<String> answers =
        List.of(
            "demo",
            "",
            "N",
            "org.example",
            "other",
            "2.0",
            "chosen",
            "trio",
            "class",
            "class",
            "echo",
            "loop",
            "",
            "",
            "",
            "3.12",
            "true",
            "false",
            "none");
    Run run = maven.generateAtATerminal(directory, MULTIBACKEND, List.of(), answers);
    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("-Dresource=class is refused. ");
    assertThatNothingIsIn(directory);
  }

  @Test
  void badValueStopsInteractiveModeToo() throws IOException, InterruptedException {
    Run run =
        maven.generateAtATerminal(
            directory, MULTIBACKEND, List.of("-Dbackends=curio"), List.of("demo"));
    assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("-Dbackends=curio is refused. ");
    assertThatNothingIsIn(directory);
  }

  private static void assertThatNothingIsIn(Path directory) {
    assertThat(directory).isEmptyDirectory();
  }
}
