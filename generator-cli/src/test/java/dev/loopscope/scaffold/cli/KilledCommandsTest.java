package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that die at one operation of the disk after another: the next one finds old or new. */
class KilledCommandsTest {
  /** Nothing in the process can notice. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  @TempDir private Path directory;

  /**
   * Not at each operation, which takes a minute: all commands write in the same way.
   *
   * @param step from one operation at which it dies to the next one
   */
  @ParameterizedTest
  @CsvSource({
    "'', add --accept pin --yes, 3",
    "'', update suite --backends asyncio, 11",
    "add --accept pin --yes, undo, 5",
    "update suite --backends asyncio, undo suite, 11",
    "'', adopt lost --yes, 3"
  })
  void leavesTheOldTreeOrTheNewOne(String earlier, String line, int step) throws IOException {
    Map<String, String> before = tree(world("before", earlier));
    Path done = world("done", earlier);
    assertThat(Run.in(done, line.split(" ")).end()).isEqualTo(ExitCode.DONE);
    Map<String, String> after = tree(done);
    assertThat(after).isNotEqualTo(before);
    int old = 0;
    boolean died = true;
    for (int at = 0; died; at += step) {
      Path world = world("at" + at, earlier);
      died = dies(world, at, line);
      Run next = Run.in(world, "undo", "--list", where(line));
      assertThat(next.end()).as(next.err()).isEqualTo(ExitCode.DONE);
      assertThat(tree(world)).as("killed at %s", at).isIn(before, after);
      old += tree(world).equals(before) ? 1 : 0;
    }
    assertThat(old).isGreaterThan(2);
  }

  private static String where(String line) {
    return line.contains(" suite") ? "suite" : line.contains(" lost") ? "lost" : ".";
  }

  private static boolean dies(Path world, int at, String line) {
    AtomicInteger left = new AtomicInteger(at);
    Disk real = Disk.real();
    Disk dying =
        (Disk)
            Proxy.newProxyInstance(
                Disk.class.getClassLoader(),
                new Class<?>[] {Disk.class},
                (proxy, method, arguments) -> {
                  if (left.getAndDecrement() <= 0) {
                    throw new Died();
                  }
                  try {
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                  }
                });
    OutputStream nothing = OutputStream.nullOutputStream();
    Console console = new Console(nothing, nothing, Terminal.none());
    ExitCode end = new Scaffold(console, world, false, Questions.ALL, dying).run(line.split(" "));
    return end == ExitCode.DEFECT;
  }

  /** A repository with an old pin, a suite in a directory of it, and one that lost its answers. */
  private Path world(String name, String earlier) {
    Path world = HostTree.named("requirements-crlf-old-pin").in(directory.resolve(name));
    Map<String, String> given = Map.of("name", "suite", "backends", "asyncio,trio");
    SuiteTree.written(world.resolve("suite"), "0.1.0", given);
    SuiteTree.written(world.resolve("lost"), "0.1.0", given).delete(".scaffold/answers.toml");
    if (!earlier.isEmpty()) {
      assertThat(Run.in(world, earlier.split(" ")).end()).isEqualTo(ExitCode.DONE);
    }
    return world;
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
