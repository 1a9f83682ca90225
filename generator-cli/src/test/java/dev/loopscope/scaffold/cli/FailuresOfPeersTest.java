package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users of other generators complain of, when those come to a repository that has files. That
 * comments are lost, and that an edit is clean as text and no TOML, is shown by {@code
 * EditedFilesTest}; that edits of renamed files are lost, by {@code UpdateTest}.
 */
class FailuresOfPeersTest {
  @TempDir private Path directory;

  /** copier 2486: to overwrite destroys, and to skip adds nothing. Yeoman 725: skip overwrote. */
  @Test
  void skippedFileStaysAndAllOthersAreAdded() throws IOException {
    Path root = HostTree.named("pipfile").in(directory);
    write(root, "tests/async_suite/suites.py", "mine = 1\n");

    assertThat(Run.in(root, "add", "--on-conflict", "skip").end()).isEqualTo(ExitCode.DONE);

    assertThat(Files.readString(root.resolve("tests/async_suite/suites.py")))
        .isEqualTo("mine = 1\n");
    assertThat(root.resolve("tests/async_suite/conftest.py")).exists();
    assertThat(root.resolve("tests/async_suite/test_entries.py")).exists();
    assertThat(Files.readString(root.resolve("Pipfile"))).contains("pytest-asyncio");
  }

  /** authentication-zero 59: a helper of the tests overwritten unasked. */
  @Test
  void filesOfTheSameNamesBesideTheSuiteStay() throws IOException {
    Path root = HostTree.named("no-project").in(directory);
    write(root, "tests/conftest.py", "# mine\n");
    Map<String, String> before = texts(root);

    assertThat(Run.in(root, "add").end()).isEqualTo(ExitCode.DONE);

    assertThat(texts(root)).containsAllEntriesOf(before);
  }

  /** Nx 5015: configuration at the root changed unasked. poetry 1639, uv 7199: none accepted. */
  @Test
  void configurationThatTheSuiteCanLiveWithIsNotTouched() throws IOException {
    Path root = HostTree.named("groups-native-strict").in(directory);
    Map<String, String> before = texts(root);

    assertThat(Run.in(root, "add").end()).isEqualTo(ExitCode.DONE);

    Map<String, String> after = texts(root);
    assertThat(after).containsAllEntriesOf(before);
    after.keySet().removeAll(before.keySet());
    after.keySet().removeIf(it -> it.startsWith(".scaffold/"));
    assertThat(after.keySet()).allMatch(it -> it.startsWith("tests/async_suite/"));
  }

  /** cruft 176: a link that creates nothing. cruft 256: a diff that hides what is missing. */
  @Test
  void diffShowsEveryFileThatIsWritten() throws IOException {
    Path root = HostTree.named("pipfile").in(directory);
    String diff = Run.in(root, "add", "--diff").out();
    Map<String, String> before = texts(root);

    assertThat(Run.in(root, "add").end()).isEqualTo(ExitCode.DONE);

    Map<String, String> after = texts(root);
    after.entrySet().removeAll(before.entrySet());
    after.keySet().removeIf(it -> it.startsWith(".scaffold/"));
    assertThat(after).isNotEmpty();
    assertThat(after.keySet()).allMatch(it -> diff.contains("+++ b/" + it + "\n"));
  }

  /** Maven's partial archetypes stop half-way: files are there, and the pom is changed or not. */
  @Test
  void moduleThatIsInTheWayLeavesThePomAlone() throws IOException {
    Path root = HostTree.named("maven-reactor").in(directory);
    write(root, "async-suite/pom.xml", "<project/>\n");
    Map<String, String> before = texts(root);

    Run run = Run.in(root, "add", "--backends", "asyncio");

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("async-suite/pom.xml holds something else");
    assertThat(texts(root)).isEqualTo(before);
  }

  /** vscode-spring-initializr 242: the same dependency twice after a second run. */
  @Test
  void requirementIsThereOnceAfterASecondSuiteInAnotherList() throws IOException {
    Path root = HostTree.named("uv-workspace-root").in(directory);
    for (String member : new String[] {"ladle", "mould"}) {
      String tests = "packages/" + member + "/tests";
      assertThat(Run.in(root, "add", "--tests", tests, "--backends", "asyncio,trio").end())
          .isEqualTo(ExitCode.DONE);
    }
    assertThat(Files.readString(root.resolve("pyproject.toml"))).containsOnlyOnce("anyio[trio]");
  }

  private static void write(Path root, String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Map<String, String> texts(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
