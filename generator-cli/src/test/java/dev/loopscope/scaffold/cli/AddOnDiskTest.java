package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code scaffold add} makes of files that are in the way, and of what is no usual disk. */
class AddOnDiskTest {
  private static final String SUITES = "tests/async_suite/suites.py";
  private static final String CONFTEST = "tests/async_suite/conftest.py";

  @TempDir private Path directory;
  private Path root = Path.of("");

  @BeforeEach
  void writeHost() {
    root = HostTree.named("pipfile").in(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"skip", "ours"})
  void whatIsInTheWayStaysAndTheOthersAreWritten(String choice) throws IOException {
    put(SUITES, "mine = 1\n");

    assertThat(Run.in(root, "add", "--on-conflict", choice).end()).isEqualTo(ExitCode.DONE);

    assertThat(text(SUITES)).isEqualTo("mine = 1\n");
    assertThat(root.resolve(CONFTEST)).exists();
  }

  @Test
  void theirsTakesItsPlaceAndUndoBringsItBack() throws IOException {
    put(SUITES, "mine = 1\n");
    SortedMap<String, String> before = tree();

    assertThat(Run.in(root, "add", "--on-conflict", "theirs").end()).isEqualTo(ExitCode.DONE);

    assertThat(text(SUITES)).contains("class ").doesNotContain("mine");
    assertThat(Run.in(root, "undo").end()).isEqualTo(ExitCode.DONE);
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void markersNameTheSidesAndTakeTheFilesLineEnds() throws IOException {
    put(SUITES, "mine = 1\r\n");

    assertThat(Run.in(root, "add", "--on-conflict", "markers").end()).isEqualTo(ExitCode.DONE);

    assertThat(text(SUITES))
        .startsWith("<<<<<<< the repository\r\nmine = 1\r\n=======\r\n")
        .endsWith("\r\n>>>>>>> scaffold 0.2.0\r\n")
        .doesNotContainPattern("[^\r]\n");
  }

  @Test
  void jsonTellsConclusionsConflictsAndWhyItIsRefused() throws IOException {
    put(SUITES, "mine = 1\n");

    Run run = Run.in(root, "add", "--json");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out())
        .contains("  \"command\": \"add\",\n  \"written\": false,\n  \"directory\": \".\",\n")
        .contains("  \"suite\": \"tests/async_suite\",\n")
        .contains("      \"topic\": \"backends\",\n      \"value\": \"asyncio\",\n")
        .contains("      \"path\": \"" + SUITES + "\",\n      \"what\": \"holds something else\"\n")
        .contains("  \"refusal\": {\n    \"what\": \"1 files are in the way")
        .contains("  \"changes\": []\n");
  }

  @Test
  void jsonOfAPlanHoldsEveryByteOfIt() {
    Run run = Run.in(root, "add", "--dry-run", "--json");

    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("      \"change\": \"create\",\n      \"path\": \"" + CONFTEST + "\",\n")
        .contains("      \"change\": \"replace\",\n      \"path\": \"Pipfile\",\n")
        .containsPattern("      \"before\": \"[0-9a-f]{64}\",\n")
        .doesNotContain("\"refusal\"");
  }

  @Test
  void linkThatLeadsOutIsNotWrittenThrough() throws IOException {
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.createSymbolicLink(root.resolve("tests/async_suite"), outside);

    Run run = Run.in(root, "add", "--on-conflict", "theirs");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void fileBehindALinkIsNotWrittenOver() throws IOException {
    Path outside = Files.writeString(directory.resolve("outside.py"), "mine = 1\n");
    Files.createDirectories(root.resolve("tests/async_suite"));
    Files.createSymbolicLink(root.resolve(SUITES), outside);

    Run run = Run.in(root, "add", "--on-conflict", "theirs");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains(SUITES);
    assertThat(outside).hasContent("mine = 1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pyproject.toml", "pytest.ini", "tests/conftest.py"})
  void pipeInAFilesPlaceIsPassedOver(String path) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", root.resolve(path).toString()).start().waitFor())
        .isZero();

    Run run = Run.in(root, "add", "--dry-run");

    assertThat(run.end()).as(run.err()).isIn(ExitCode.DONE, ExitCode.REFUSED);
    assertThat(run.out()).contains("backends      asyncio");
  }

  @Test
  void pipeWhereAFileOfTheSuiteGoesIsRefused() throws Exception {
    Files.createDirectories(root.resolve("tests/async_suite"));
    assertThat(new ProcessBuilder("mkfifo", root.resolve(SUITES).toString()).start().waitFor())
        .isZero();

    Run run = Run.in(root, "add", "--on-conflict", "theirs");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains(SUITES + " is a pipe");
    assertThat(Files.isRegularFile(root.resolve(SUITES), LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "--tests=.., 2",
    "--tests=/tmp, 2",
    "--package=nul, 2",
    "--package=aux, 2",
    "--package=a/b, 2",
    "--package=.., 2",
    "--name=con, 2",
    "--name=../x, 2"
  })
  void namesThatLeadOutOrThatNotEverySystemHasAreRefused(String option, int code)
      throws IOException {
    SortedMap<String, String> before = tree();

    Run run = Run.in(root, "add", option);

    assertThat(run.end().number()).as(run.err()).isEqualTo(code);
    assertThat(run.err().lines()).hasSize(3);
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void directoryThatDiffersInCaseAloneIsInTheWay() throws IOException {
    put("tests/Async_Suite/theirs.py", "mine = 1\n");
    SortedMap<String, String> before = tree();

    Run run = Run.in(root, "add");

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("tests/Async_Suite").contains("--name");
    assertThat(tree()).isEqualTo(before);
  }

  private void put(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  private String text(String path) throws IOException {
    return Files.readString(root.resolve(path));
  }

  private SortedMap<String, String> tree() throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        tree.put(
            root.relativize(path).toString(),
            Files.getPosixFilePermissions(path) + Files.readString(path));
      }
    }
    return tree;
  }
}
