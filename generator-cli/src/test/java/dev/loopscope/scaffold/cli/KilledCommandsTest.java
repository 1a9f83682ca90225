package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Commands that die at each operation of the disk, and in the middle of each that writes: the next
 * one finds old or new. And so it does if it dies itself at each operation of its taking back.
 */
class KilledCommandsTest {
  private static final Set<String> KEPT =
      Set.of(
          ".scaffold/answers.toml",
          "pyproject.toml",
          "tests/__init__.py",
          "tests/conftest.py",
          "tests/support/backends.py",
          "tests/support/line_service.py");

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "'', add --accept pin --yes, .",
    "'', add --accept pin --yes --package sub, tests/sub",
    "suite, update suite --backends asyncio, suite",
    "add --accept pin --yes, undo, .",
    "update suite, undo suite, suite",
    "new, undo suite, suite",
    "lost, adopt lost --yes, lost",
    "plan, apply plan.json, ."
  })
  void leavesTheOldTreeOrTheNewOneAtEveryStep(String earlier, String line, String place)
      throws IOException {
    Path world = world(earlier);
    SortedMap<String, String> before = tree(world);

    List<Path> killed = killed(world, line, "killed");

    SortedMap<String, String> after = tree(world);
    assertThat(after).isNotEqualTo(before);
    assertThat(killed).hasSizeGreaterThan(6);
    int old = 0;
    int journals = 0;
    for (int at = 0; at < killed.size(); at++) {
      Path left = killed.get(at);
      boolean journal = Files.exists(stage(left, place).resolve("journal"));
      if (journal && journals++ == 3) {
        takeBackIsKilled(left, place, before);
      }
      settle(left, place);
      assertThat(tree(left)).as("killed at %s", at).isIn(before, after);
      old += tree(left).equals(before) ? 1 : 0;
      DyingDisk.delete(left);
    }
    assertThat(old).isBetween(3, killed.size() - 1);
  }

  /** What a run leaves that dies while it takes back what one before it has left. */
  private void takeBackIsKilled(Path left, String place, SortedMap<String, String> before)
      throws IOException {
    Path copy = directory.resolve("taken-back");
    DyingDisk.copy(left, copy);
    List<Path> killed = killed(copy, "undo --list " + place, "twice");
    assertThat(killed).isNotEmpty();
    for (Path twice : killed) {
      settle(twice, place);
      assertThat(tree(twice)).isEqualTo(before);
    }
  }

  private static void settle(Path world, String place) {
    Path there = world.resolve(place);
    String where = Files.isDirectory(there) ? place : ".";
    Run next = Run.in(world, "undo", "--list", where);
    assertThat(next.end()).as(next.err()).isEqualTo(ExitCode.DONE);
  }

  private static Path stage(Path world, String place) {
    Path stage = world.resolve(place).resolve(".scaffold-apply");
    return Files.exists(stage) ? stage : world.resolve(".scaffold-apply");
  }

  /** Runs a command, and returns what it would have left if it had died at each of its steps. */
  private List<Path> killed(Path world, String line, String name) throws IOException {
    DyingDisk disk = new DyingDisk(world, directory.resolve(name));
    OutputStream nothing = OutputStream.nullOutputStream();
    Console console = new Console(nothing, nothing, Terminal.none());
    ExitCode end =
        new Scaffold(console, world, false, Questions.ALL, disk.disk()).run(line.split(" "));
    assertThat(end).isEqualTo(ExitCode.DONE);
    return disk.left();
  }

  /** A repository with an old pin, and what a command needs that has been there before. */
  private Path world(String earlier) throws IOException {
    Path world = HostTree.named("requirements-crlf-old-pin").in(directory);
    Map<String, String> given = Map.of("name", "suite", "backends", "asyncio,trio");
    switch (earlier) {
      case "" -> {}
      case "suite" -> smallSuite(world);
      case "new" -> SuiteTree.written(world.resolve("suite"), "0.1.0", given);
      case "lost" ->
          SuiteTree.written(world.resolve("lost"), "0.1.0", given).delete(".scaffold/answers.toml");
      case "plan" -> {
        Run plan = Run.in(world, "add", "--accept", "pin", "--yes", "--dry-run", "--json");
        Files.writeString(world.resolve("plan.json"), plan.out());
      }
      default -> {
        if (earlier.contains("suite")) {
          smallSuite(world);
        }
        assertThat(Run.in(world, earlier.split(" ")).end()).isEqualTo(ExitCode.DONE);
      }
    }
    return world;
  }

  /** What an update changes, moves, deletes and adds to, and little else: the steps are many. */
  private static void smallSuite(Path world) {
    Map<String, String> given = Map.of("name", "suite", "backends", "asyncio,trio");
    SuiteTree suite = SuiteTree.written(world.resolve("suite"), "0.1.0", given);
    for (String path : suite.texts().keySet()) {
      if (!KEPT.contains(path)) {
        suite.delete(path);
      }
    }
  }

  private static SortedMap<String, String> tree(Path root) throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        if (!path.toString().contains("/.scaffold/undo/")) {
          tree.put(
              root.relativize(path).toString(),
              Files.getPosixFilePermissions(path) + Files.readString(path));
        }
      }
    }
    return tree;
  }
}
