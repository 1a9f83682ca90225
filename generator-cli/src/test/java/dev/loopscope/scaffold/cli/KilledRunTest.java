package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes that are killed, and what the next command makes of what they left. */
class KilledRunTest {
  private static final String OLD =
      """
      import pytest


      @pytest.mark.asyncio(scope="session")
      async def test_é():
          pass
      """;
  private static final String NEW = OLD.replace("scope=", "loop_scope=");

  @TempDir Path directory = Path.of("");

  @BeforeEach
  void writeASuite() throws IOException {
    Files.createDirectory(directory.resolve("suite"));
    Files.writeString(directory.resolve("suite/requirements.txt"), "pytest-asyncio>=1.0\n");
    for (int i = 0; i < 20; i++) {
      Path file = directory.resolve("suite/tests" + i % 3 + "/test_" + i + ".py");
      Files.createDirectories(file.getParent());
      Files.writeString(file, OLD.replace("\n", i % 2 == 0 ? "\n" : "\r\n"));
    }
  }

  @ParameterizedTest
  @CsvSource({"create 9, Deleted what", "move 4, Took back what"})
  void halfOfASuiteInAnEmptyDirectoryIsTakenBackAndWritten(String at, String told)
      throws Exception {
    Files.createDirectory(directory.resolve("x"));
    Map<String, String> before = tree();
    dies(at, "new x");
    assertThat(tree()).isNotEqualTo(before);
    Run next = Run.in(directory, "new", "x");
    assertThat(next.end()).as(next.err()).isEqualTo(ExitCode.DONE);
    assertThat(next.err()).startsWith(told).endsWith("/x\n").hasLineCount(1);
    Run.in(directory, "new", "other/x");
    assertThat(below("x")).isEqualTo(below("other/x"));
  }

  @ParameterizedTest
  @CsvSource({"copy 9, Deleted what", "move 5, Took back what", "move 21, Took back what"})
  void halfOfTheFixesIsTakenBack(String at, String told) throws Exception {
    Map<String, String> before = tree();
    dies(at, "check --fix --select=LS008 suite");
    assertThat(tree()).isNotEqualTo(before);
    Run next = Run.in(directory.resolve("suite"), "check", "--select=LS008", "--exit-zero");
    assertThat(next.err()).startsWith(told).endsWith("/suite\n").hasLineCount(1);
    assertThat(tree()).isEqualTo(before);
    Run last = Run.in(directory, "check", "--fix", "--select=LS008", "suite");
    assertThat(last.out()).startsWith("Fixed 20 findings in ");
    assertThat(last.err()).isEmpty();
    assertThat(tree()).isEqualTo(fixed(before));
  }

  @Test
  void leftoverIsFoundFromAnywhereInTheRepository() throws Exception {
    Files.createDirectory(directory.resolve(".git"));
    Map<String, String> before = tree();
    dies("move 5", "check --fix --select=LS008 suite/tests0 suite/tests1");
    assertThat(tree()).isNotEqualTo(before);
    Run next = Run.in(directory.resolve("suite/tests2"), "check", "--exit-zero");
    assertThat(next.err()).startsWith("Took back what a run that was killed had begun to change");
    assertThat(tree()).isEqualTo(before);
  }

  @Test
  void leftoverBelowWhatIsCheckedIsTakenBackBeforeAnythingIsJudged() throws Exception {
    Map<String, String> before = tree();
    dies("move 5", "check --fix --select=LS008 suite/tests0");
    Path stage = directory.toRealPath().resolve("suite/tests0/.scaffold-apply");
    assertThat(stage).isDirectory();
    Run next = Run.in(directory, "check", "--fix", "--select=LS008");
    assertThat(next.err())
        .isEqualTo(
            "Took back what a run that was killed had begun to change in "
                + (stage.getParent() + "\n"));
    assertThat(next.out()).startsWith("Fixed 20 findings in ");
    assertThat(stage).doesNotExist();
    assertThat(tree()).isEqualTo(fixed(before));
  }

  @Test
  void runsKilledAtAnyMomentLeaveTheOldTreeOrTheNewOne() throws Exception {
    Random random = new Random(7);
    Map<String, String> before = tree();
    int killed = 0;
    for (int i = 0; i < 3; i++) {
      Process process = started("dev.loopscope.scaffold.cli.Main", "", "check --fix suite");
      // Wait for its stage, so that it is killed while it writes, and not while Java starts.
      Path stage = directory.resolve("suite/.scaffold-apply");
      while (process.isAlive() && !Files.exists(stage)) {
        Thread.onSpinWait();
      }
      TimeUnit.MICROSECONDS.sleep(random.nextInt(40_000));
      process.destroyForcibly().waitFor();
      killed += process.exitValue() == DyingScaffold.DEAD ? 1 : 0;
      Run.in(directory, "check", "--exit-zero", "suite");
      assertThat(tree()).isIn(before, fixed(before));
      writeBack(before);
    }
    assertThat(killed).isPositive();
  }

  @Test
  void threeRunsAtOnceIntoOneTargetAreOneSuiteAndTwoRefusals() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(started("dev.loopscope.scaffold.cli.Main", "", "new a/b"));
    }
    List<Integer> ends = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (Process process : processes) {
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      ends.add(process.waitFor());
      if (process.exitValue() != 0) {
        told.add(err);
      }
    }
    assertThat(ends).containsExactlyInAnyOrder(0, 3, 3);
    // One that finds the suite whole is told what `add` would do; one that finds it half is not.
    assertThat(told)
        .hasSize(2)
        .allMatch(it -> it.startsWith("scaffold: the target is "))
        .allMatch(it -> it.contains("next: name a new or an empty directory"));
    Run.in(directory, "new", "c/b");
    assertThat(below("a/b")).isEqualTo(below("c/b"));
  }

  private static Map<String, String> fixed(Map<String, String> tree) {
    Map<String, String> fixed = new TreeMap<>(tree);
    fixed.replaceAll(
        (path, text) ->
            path.endsWith(".py") ? NEW.replace("\n", text.contains("\r\n") ? "\r\n" : "\n") : text);
    return fixed;
  }

  private void writeBack(Map<String, String> tree) throws IOException {
    for (Map.Entry<String, String> file : tree.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
  }

  private void dies(String at, String line) throws Exception {
    Process process = started("dev.loopscope.scaffold.cli.DyingScaffold", at, line);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(err).isEqualTo(DyingScaffold.DEAD);
  }

  private Process started(String main, String at, String line) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.freemarker.loggerLibrary=none",
                "-Ddies.at=" + at,
                "-cp",
                System.getProperty("java.class.path"),
                main));
    words.addAll(List.of(line.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private String below(String path) throws IOException {
    return files(directory.resolve(path)).toString();
  }

  private SortedMap<String, String> tree() throws IOException {
    return files(directory);
  }

  private static SortedMap<String, String> files(Path root) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        // Each run records what it did, which `undo` takes back.
        if (file.toString().contains("/.scaffold/undo/")) {
          continue;
        }
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
