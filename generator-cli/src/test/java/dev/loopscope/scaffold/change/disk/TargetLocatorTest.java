package dev.loopscope.scaffold.change.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetLocatorTest {
  @Test
  void nonEmptyDirectoryIsRefusedAndSaysWhatToDo(@TempDir Path disk) throws IOException {
    Files.createFile(disk.resolve("notes.txt"));
    Refusal refusal = refusal(disk);
    assertThat(refusal.what()).isEqualTo("the target is not empty: it holds notes.txt");
    assertThat(refusal.where()).isEqualTo(disk.toRealPath().toString());
    assertThat(refusal.next()).startsWith("name a new or an empty directory");
  }

  @Test
  void whatAnOlderScaffoldLeftIsRecognised(@TempDir Path disk) throws IOException {
    Files.createDirectory(disk.resolve(".scaffold-unfinished"));
    Refusal refusal = refusal(disk);
    assertThat(refusal.what()).isEqualTo("the target is not empty: it holds .scaffold-unfinished");
    assertThat(refusal.next())
        .isEqualTo(
            "it is left by a run of an older scaffold that was interrupted; delete it and run the"
                + " command again");
    assertThat(disk.resolve(".scaffold-unfinished")).exists();
  }

  @Test
  void whatIsMineIsNamedEvenBesideWhatAnOlderScaffoldLeft(@TempDir Path disk) throws IOException {
    Files.createDirectory(disk.resolve(".scaffold-unfinished"));
    Files.createFile(disk.resolve("notes.txt"));
    assertThat(refusal(disk).what()).isEqualTo("the target is not empty: it holds notes.txt");
  }

  @Test
  void fileInTheWayIsRefused(@TempDir Path disk) throws IOException {
    Files.createFile(disk.resolve("x"));
    assertThat(refusal(disk.resolve("x")).what()).isEqualTo("the target is a file");
    assertThat(refusal(disk.resolve("x/y")).what()).isEqualTo("the target would be below a file");
  }

  @Test
  void symbolicLinkIsRefusedWhereverItLeads(@TempDir Path disk) throws IOException {
    Files.createSymbolicLink(disk.resolve("dangling"), Path.of("nowhere"));
    Files.createDirectory(disk.resolve("empty"));
    Files.createSymbolicLink(disk.resolve("link"), Path.of("empty"));
    assertThat(refusal(disk.resolve("dangling")).what()).isEqualTo("the target is a symbolic link");
    assertThat(refusal(disk.resolve("link")).what()).isEqualTo("the target is a symbolic link");
  }

  @Test
  void linksThatGoInACircleAreRefused(@TempDir Path disk) throws IOException {
    Files.createSymbolicLink(disk.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(disk.resolve("b"), Path.of("a"));
    assertThat(refusal(disk.resolve("a/x")).next()).startsWith("name a new or an empty directory");
  }

  @Test
  void parentMayBeASymbolicLink(@TempDir Path disk) throws IOException {
    Files.createDirectory(disk.resolve("real"));
    Files.createSymbolicLink(disk.resolve("link"), Path.of("real"));
    assertThat(TargetLocator.locate(disk.resolve("link/x")).directory())
        .isEqualTo(disk.resolve("real/x"));
  }

  @Test
  void twoFullStopsLeadWhereTheOperatingSystemGoes(@TempDir Path disk) throws IOException {
    Files.createDirectories(disk.resolve("far/away"));
    Files.createSymbolicLink(disk.resolve("link"), Path.of("far/away"));
    assertThat(TargetLocator.locate(disk.resolve("link/../x")).directory())
        .isEqualTo(disk.resolve("far/x"));
  }

  @Test
  void fullStopIsTheDirectoryItself(@TempDir Path disk) throws IOException {
    Path suite = Files.createDirectory(disk.resolve("my-suite"));
    Target target = TargetLocator.locate(suite.resolve("."));
    assertThat(target).isEqualTo(new Target.EmptyDirectory(suite));
    assertThat(target.name()).contains("my-suite");
  }

  @Test
  void rootHasNoName() {
    assertThat(new Target.EmptyDirectory(Path.of("/")).name()).isEmpty();
  }

  @Test
  void nameThatIsTooLongForTheDiskIsRefused(@TempDir Path disk) {
    assertThat(refusal(disk.resolve("x".repeat(300))).what())
        .isEqualTo("the target cannot be looked at: File name too long");
  }

  @Test
  void lookingChangesNothing(@TempDir Path disk) {
    TargetLocator.locate(disk.resolve("x/y"));
    assertThat(disk).isEmptyDirectory();
  }

  private static Refusal refusal(Path path) {
    return catchThrowableOfType(TargetRefusedException.class, () -> TargetLocator.locate(path))
        .refusal();
  }
}
