package dev.loopscope.scaffold.change.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.WriteFailedException;
import dev.loopscope.scaffold.change.disk.FaultyDisk.Fault;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanWriterTest {
  private static final PlanWriter WRITER = new PlanWriter(Disk.real());
  private static final ChangePlan PLAN =
      ChangePlan.ofNew(
          new FileTree(
              List.of(
                  new RenderedFile("README.md", "é\n"),
                  new RenderedFile("src/a/__init__.py", ""),
                  new RenderedFile("src/a/b.py", "pass\n"))));
  private static final List<String> WRITTEN =
      List.of("README.md", "src", "src/a", "src/a/__init__.py", "src/a/b.py");

  @Test
  void absentDirectoryIsMadeWithItsParents(@TempDir Path disk) throws IOException {
    WRITER.apply(PLAN, TargetLocator.locate(disk.resolve("x/y/z")));
    assertThat(Files.readString(disk.resolve("x/y/z/README.md"))).isEqualTo("é\n");
    assertThat(tree(disk.resolve("x/y/z"))).isEqualTo(WRITTEN);
    assertThat(tree(disk)).startsWith("x", "x/y", "x/y/z");
  }

  @Test
  void emptyDirectoryIsKeptAndFilled(@TempDir Path disk) throws IOException {
    Object before = Files.getAttribute(disk, "unix:ino");
    WRITER.apply(PLAN, TargetLocator.locate(disk));
    assertThat(tree(disk)).isEqualTo(WRITTEN);
    assertThat(Files.getAttribute(disk, "unix:ino")).isEqualTo(before);
  }

  @Test
  void directoriesAreAsOpenAsOthersThatTheUserMakes(@TempDir Path disk) throws IOException {
    Path other = Files.createDirectory(disk.resolve("other"));
    WRITER.apply(PLAN, TargetLocator.locate(disk.resolve("x")));
    assertThat(Files.getPosixFilePermissions(disk.resolve("x")))
        .isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void whatAnOlderScaffoldLeftIsNotTouched(@TempDir Path disk) throws IOException {
    Files.createDirectory(disk.resolve(".scaffold-unfinished"));
    WRITER.apply(PLAN, TargetLocator.locate(disk.resolve("x")));
    assertThat(disk.resolve(".scaffold-unfinished")).isEmptyDirectory();
    assertThat(tree(disk.resolve("x"))).isEqualTo(WRITTEN);
  }

  @Test
  void failureIsToldWithItsReason(@TempDir Path disk) {
    Target target = TargetLocator.locate(disk.resolve("x"));
    PlanWriter writer = new PlanWriter(new FaultyDisk(disk, Fault.FAILS, 0));
    Refusal refusal =
        catchThrowableOfType(WriteFailedException.class, () -> writer.apply(PLAN, target))
            .refusal();
    assertThat(refusal.what()).isEqualTo("nothing was written: No space left on device");
    assertThat(refusal.where()).isEqualTo(disk.resolve("x").toString());
    assertThat(refusal.next())
        .isEqualTo("mend that and run the command again, or write to another place");
  }

  @Test
  void directoryThatAppearsMeanwhileIsLeftAlone(@TempDir Path disk) throws IOException {
    Target target = TargetLocator.locate(disk.resolve("x"));
    Files.createDirectory(disk.resolve("x"));
    Refusal refusal =
        catchThrowableOfType(TargetRefusedException.class, () -> WRITER.apply(PLAN, target))
            .refusal();
    assertThat(refusal.what()).isEqualTo("the target was made or deleted meanwhile");
    assertThat(tree(disk)).containsExactly("x");
  }

  @Test
  void fileThatAppearsInTheEmptyDirectoryMeanwhileIsLeftAlone(@TempDir Path disk)
      throws IOException {
    Target target = TargetLocator.locate(disk);
    Files.writeString(disk.resolve("src"), "mine");
    assertThatExceptionOfType(TargetRefusedException.class)
        .isThrownBy(() -> WRITER.apply(PLAN, target))
        .withMessage("the target is not empty: it holds src");
    assertThat(tree(disk)).containsExactly("src");
    assertThat(disk.resolve("src")).hasContent("mine");
  }

  @Test
  void whoLooksWhileAnotherRunWritesFindsNothingThatCannotBeSettled(@TempDir Path disk)
      throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> written =
          other.submit(
              () -> {
                for (int number = 0; number < 200; number++) {
                  WRITER.apply(PLAN, TargetLocator.locate(disk.resolve("x" + number)));
                }
              });
      while (!written.isDone()) {
        assertThat(new Leftovers(Disk.real()).settleAt(List.of(disk)).left()).isEmpty();
      }
      written.get();
    } finally {
      other.shutdownNow();
    }
  }

  private static List<String> tree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> !path.equals(root))
          .map(path -> root.relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
