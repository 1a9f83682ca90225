package dev.loopscope.scaffold.change.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.WriteFailedException;
import dev.loopscope.scaffold.change.disk.FaultyDisk.Died;
import dev.loopscope.scaffold.change.disk.FaultyDisk.Fault;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens at whichever operation: in the end there is the old tree, or the new one. */
class EveryOperationTest {
  private static final Set<Fault> FAILURES =
      EnumSet.of(Fault.FAILS, Fault.FAILS_HALFWAY, Fault.FAILS_FOR_GOOD);

  /** A change of a tree. */
  private enum Scenario {
    NEW_INTO_ABSENT {
      @Override
      void prepare(Path disk) throws IOException {
        Files.writeString(disk.resolve("mine"), "mine");
      }

      @Override
      void run(Path disk, PlanWriter writer) {
        writer.apply(SUITE, TargetLocator.locate(disk.resolve("a/b")));
      }
    },
    NEW_INTO_EMPTY {
      @Override
      void prepare(Path disk) throws IOException {
        Files.createDirectory(disk.resolve("a"));
      }

      @Override
      void run(Path disk, PlanWriter writer) {
        writer.apply(SUITE, TargetLocator.locate(disk.resolve("a")));
      }
    },
    FIX_OF_20_FILES {
      @Override
      void prepare(Path disk) throws IOException {
        for (int i = 0; i < 20; i++) {
          Path file = disk.resolve("tests/d" + i % 3 + "/test_" + i + ".py");
          Files.createDirectories(file.getParent());
          Files.writeString(file, "old " + i + "\r\n");
          if (i % 2 == 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
          }
        }
        // Written over, because it has two names; one that grows, and one that shrinks.
        Files.createLink(disk.resolve("other-name"), disk.resolve("tests/d0/test_0.py"));
        Files.createLink(disk.resolve("another-name"), disk.resolve("tests/d1/test_1.py"));
        Files.createSymbolicLink(disk.resolve("tests/link.py"), Path.of("d2/test_2.py"));
      }

      @Override
      void run(Path disk, PlanWriter writer) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
          String after = i == 1 ? "" : "the new text " + i + "\r\n";
          changes.add(
              replace("tests/d" + i % 3 + "/test_" + i + ".py", "old " + i + "\r\n", after));
        }
        changes.add(replace("tests/link.py", "old 2\r\n", "the new text 2\r\n"));
        writer.apply(new ChangePlan(changes), TargetLocator.files(disk, disk));
      }
    },
    BASELINE_THAT_IS_NEW {
      @Override
      void prepare(Path disk) throws IOException {
        Files.writeString(disk.resolve("mine"), "mine");
      }

      @Override
      void run(Path disk, PlanWriter writer) {
        writer.apply(
            new ChangePlan(List.of(create(".scaffold/known.json", "{}\n"))),
            TargetLocator.files(disk, disk));
      }
    },
    BASELINE_OVER_AN_OLDER_ONE {
      @Override
      void prepare(Path disk) throws IOException {
        Files.writeString(disk.resolve("known.json"), "{}\n");
      }

      @Override
      void run(Path disk, PlanWriter writer) {
        writer.apply(
            new ChangePlan(List.of(replace("known.json", "{}\n", "{\"schema\": 1}\n"))),
            TargetLocator.files(disk, disk));
      }
    },
    EVERYTHING_AT_ONCE {
      @Override
      void prepare(Path disk) throws IOException {
        Files.createDirectories(disk.resolve("tests/old"));
        Files.writeString(disk.resolve("tests/test_a.py"), "a\n");
        Files.writeString(disk.resolve("tests/old/test_b.py"), "b\n");
      }

      @Override
      void run(Path disk, PlanWriter writer) {
        writer.apply(
            new ChangePlan(
                List.of(
                    create("tests/new/deep/test_c.py", "c\n"),
                    create("tests/new/test_d.py", ""),
                    replace("tests/test_a.py", "a\n", "A\n"),
                    new Change.Delete("tests/old/test_b.py", text("b\n")),
                    create("tests/test_e.py", "e\n"))),
            TargetLocator.files(disk, disk));
      }
    },
    UPDATE_THAT_IS_RECORDED {
      @Override
      void prepare(Path disk) throws IOException {
        writeSuite(disk);
        // The oldest record has to go.
        for (int number = 1; number <= UndoRecords.MOST; number++) {
          Path record = disk.resolve(".scaffold/undo/" + number);
          Files.createDirectories(record.resolve("old"));
          Files.writeString(
              record.resolve("record"),
              "command update\nscaffold-journal 1\nreplace 4:0 4:0 tests/test_a.py\nend\n");
          Files.writeString(record.resolve("old/0"), "old\n");
        }
        Files.writeString(disk.resolve(".scaffold/undo/.gitignore"), "*\n");
      }

      @Override
      void run(Path disk, PlanWriter writer) {
        writer.apply(UPDATE, TargetLocator.files(disk, disk), "update");
      }
    },
    UNDO {
      @Override
      void prepare(Path disk) throws IOException {
        writeSuite(disk);
        new PlanWriter(faultless(disk)).apply(UPDATE, TargetLocator.files(disk, disk), "update");
      }

      @Override
      void run(Path disk, PlanWriter writer) {
        writer.undo(UndoRecords.last(disk).orElseThrow());
      }
    };

    abstract void prepare(Path disk) throws IOException;

    abstract void run(Path disk, PlanWriter writer);
  }

  private static final ChangePlan UPDATE =
      new ChangePlan(
          List.of(
              create("tests/new/test_c.py", "c\n"),
              replace("tests/test_a.py", "a\n", "A\n"),
              new Change.Move("tests/old/test_b.py", "tests/test_b.py", text("b\n"), text("B\n")),
              new Change.Delete("gone", text("gone\n"))));

  private static void writeSuite(Path disk) throws IOException {
    Files.createDirectories(disk.resolve("tests/old"));
    Files.writeString(disk.resolve("tests/test_a.py"), "a\n");
    Files.writeString(disk.resolve("tests/old/test_b.py"), "b\n");
    Files.writeString(disk.resolve("gone"), "gone\n");
    Files.setPosixFilePermissions(
        disk.resolve("gone"), PosixFilePermissions.fromString("rwxr-x---"));
    Files.setPosixFilePermissions(
        disk.resolve("tests/old/test_b.py"), PosixFilePermissions.fromString("rwx------"));
  }

  private static final ChangePlan SUITE =
      ChangePlan.ofNew(
          new FileTree(
              List.of(
                  new RenderedFile("README.md", "é\n"),
                  new RenderedFile("pyproject.toml", "[project]\n"),
                  new RenderedFile("src/a/__init__.py", ""),
                  new RenderedFile("src/a/b.py", "pass\n"),
                  new RenderedFile("tests/conftest.py", "import pytest\n"))));

  private static Change.Create create(String path, String text) {
    return new Change.Create(path, text);
  }

  private static Change.Replace replace(String path, String before, String after) {
    return new Change.Replace(path, text(before), text(after));
  }

  private static FileText text(String text) {
    return new FileText(text, StandardCharsets.UTF_8, false);
  }

  static Stream<Arguments> faults() {
    return Stream.of(Scenario.values())
        .flatMap(scenario -> Stream.of(Fault.values()).map(fault -> Arguments.of(scenario, fault)));
  }

  /** Thousands of small trees, which need not wait for a disk where there is one in memory. */
  private static final class InMemory implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      Path memory = Path.of("/dev/shm");
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "scaffold")
          : Files.createTempDirectory("scaffold");
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void oldTreeOrNewTree(
      Scenario scenario, Fault fault, @TempDir(factory = InMemory.class) Path root)
      throws IOException {
    Path model = prepared(scenario, root.resolve("model"));
    Map<String, String> before = Tree.of(model);
    scenario.run(model, new PlanWriter(Disk.real()));
    Map<String, String> after = Tree.of(model);
    assertThat(after).isNotEqualTo(before);
    int faults = 0;
    boolean more = true;
    for (int at = 0; more; at++) {
      Path disk = prepared(scenario, root.resolve("disk" + at));
      FaultyDisk faulty = new FaultyDisk(disk, fault, at);
      boolean finished = finishes(scenario, disk, new PlanWriter(faulty));
      more = !faulty.isStillToCome();
      faults += more ? 1 : 0;
      String when = scenario + " " + fault + " at " + at;
      if (finished && fault != Fault.FAILS_FOR_GOOD) {
        assertThat(withoutStage(Tree.of(disk))).as(when).isEqualTo(after);
      }
      if (!finished && FAILURES.contains(fault) && fault != Fault.FAILS_FOR_GOOD) {
        assertThat(withoutStage(Tree.of(disk))).as(when).isEqualTo(before);
      }
      settle(disk, faultless(disk));
      assertThat(Tree.of(disk)).as(when).isIn(before, after);
      if (Tree.of(disk).equals(before)) {
        assertThat(finished).as(when).isFalse();
        scenario.run(disk, new PlanWriter(faultless(disk)));
        assertThat(Tree.of(disk)).as(when).isEqualTo(after);
      }
    }
    assertThat(faults).isGreaterThan(8);
  }

  static Stream<Arguments> deaths() {
    return Stream.of(
            Scenario.NEW_INTO_EMPTY,
            Scenario.FIX_OF_20_FILES,
            Scenario.EVERYTHING_AT_ONCE,
            Scenario.UNDO)
        .flatMap(
            scenario ->
                Stream.of(Fault.DIES, Fault.DIES_HALFWAY, Fault.POWER_LOST)
                    .map(fault -> Arguments.of(scenario, fault)));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void takingBackCanDieAtEveryOperationToo(
      Scenario scenario, Fault fault, @TempDir(factory = InMemory.class) Path root)
      throws IOException {
    Path model = prepared(scenario, root.resolve("model"));
    Map<String, String> before = Tree.of(model);
    int last = operations(scenario, model);
    int deaths = 0;
    boolean more = true;
    for (int at = 0; more; at++) {
      Path disk = prepared(scenario, root.resolve("disk" + at));
      // All files are changed by then, and nothing is committed.
      finishes(scenario, disk, new PlanWriter(new FaultyDisk(disk, Fault.DIES, last)));
      FaultyDisk faulty = new FaultyDisk(disk, fault, at);
      try {
        settle(disk, faulty);
      } catch (Died e) {
        deaths++;
      }
      more = !faulty.isStillToCome();
      settle(disk, faultless(disk));
      assertThat(Tree.of(disk)).as(scenario + " " + fault + " at " + at).isEqualTo(before);
    }
    assertThat(deaths).isGreaterThan(8);
  }

  /** The number of the operation that commits: the renaming of the journal. */
  private static int operations(Scenario scenario, Path disk) {
    List<String> names = new ArrayList<>();
    Disk counting =
        (Disk)
            Proxy.newProxyInstance(
                Disk.class.getClassLoader(),
                new Class<?>[] {Disk.class},
                (proxy, method, arguments) -> {
                  names.add(method.getName());
                  return method.invoke(faultless(disk), arguments);
                });
    scenario.run(disk, new PlanWriter(counting));
    // Renamed are a draft of the journal, files into their places, and the journal; in this order.
    return names.lastIndexOf("move");
  }

  private static void settle(Path disk, Disk on) {
    new Leftovers(on).settleAt(List.of(disk.resolve("a/b"), disk.resolve("tests")));
  }

  /** Waits for no disk, so that the test is quick. */
  private static Disk faultless(Path disk) {
    return new FaultyDisk(disk, Fault.FAILS, Integer.MAX_VALUE);
  }

  private static Path prepared(Scenario scenario, Path disk) throws IOException {
    Files.createDirectory(disk);
    scenario.prepare(disk);
    return disk;
  }

  private static boolean finishes(Scenario scenario, Path disk, PlanWriter writer) {
    try {
      scenario.run(disk, writer);
      return true;
    } catch (WriteFailedException | Died e) {
      return false;
    } catch (RuntimeException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static Map<String, String> withoutStage(Map<String, String> tree) {
    tree.keySet().removeIf(path -> path.contains(Stage.NAME));
    return tree;
  }
}
