package dev.loopscope.scaffold.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.loopscope.scaffold.files.FileReading.Cause;
import dev.loopscope.scaffold.files.FileReading.Unread;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  @TempDir Path temporary;
  private Path project;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectory(temporary.toRealPath().resolve("project"));
  }

  private Snapshot snapshot() {
    return Snapshot.of(List.of(project));
  }

  private Path write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String text(FileReading reading) {
    return new String(reading.toOptional().orElseThrow().bytes(), UTF_8);
  }

  private static Unread unread(FileReading reading) {
    return (Unread) reading;
  }

  @Test
  void fileIsReadOnceWhateverHappensToItMeanwhile() throws IOException {
    Path file = write("tests/test_a.py", "first");
    Snapshot snapshot = snapshot();
    SnapshotFile read = snapshot.read(file).toOptional().orElseThrow();
    Files.writeString(file, "second, and longer");
    assertThat(text(snapshot.read(file))).isEqualTo("first");
    assertThat(snapshot.read(file).toOptional()).containsSame(read);
    assertThat(read.attributes().size()).isEqualTo(5);
  }

  @Test
  void directoryIsListedOnceWhateverHappensToItMeanwhile() throws IOException {
    write("tests/test_a.py", "");
    Snapshot snapshot = snapshot();
    Path tests = project.resolve("tests");
    assertThat(snapshot.list(tests).entries().keySet()).containsExactly("test_a.py");
    write("tests/test_b.py", "");
    assertThat(snapshot.list(tests).entries().keySet()).containsExactly("test_a.py");
    assertThat(unread(snapshot.read(tests.resolve("test_b.py"))).cause()).isEqualTo(Cause.ABSENT);
  }

  @Test
  void fileWithTwoNamesIsOneFileAtItsRealPlace() throws IOException {
    Path file = write("tests/test_a.py", "x");
    Path link = Files.createSymbolicLink(project.resolve("test_link.py"), file);
    Files.createSymbolicLink(project.resolve("also"), file.getParent());
    Snapshot snapshot = snapshot();
    SnapshotFile read = snapshot.read(link).toOptional().orElseThrow();
    assertThat(read.real()).isEqualTo(file);
    assertThat(snapshot.read(file).toOptional()).containsSame(read);
    assertThat(snapshot.read(project.resolve("also/test_a.py")).toOptional()).containsSame(read);
    assertThat(snapshot.list(project).entry("test_link.py").orElseThrow().isFile()).isTrue();
    assertThat(snapshot.list(project.resolve("also")).real()).isEqualTo(file.getParent());
  }

  @Test
  void nothingIsReadBehindLinkThatLeadsOut() throws IOException {
    Path outside = Files.createDirectory(temporary.toRealPath().resolve("outside"));
    Files.writeString(outside.resolve("secret.py"), "x");
    Path file = Files.createSymbolicLink(project.resolve("a.py"), outside.resolve("secret.py"));
    Path directory = Files.createSymbolicLink(project.resolve("tests"), outside);
    Snapshot snapshot = snapshot();
    assertThat(snapshot.read(file))
        .isEqualTo(
            new Unread(
                Cause.LEADS_OUT,
                "is a link that leads out of what was asked for, to "
                    + outside.resolve("secret.py")));
    assertThat(snapshot.read(directory.resolve("secret.py")))
        .isEqualTo(
            new Unread(Cause.LEADS_OUT, "lies behind a link that leads out of what was asked for"));
    assertThat(snapshot.list(directory).entries()).isEmpty();
    assertThat(snapshot.list(directory).failure()).isPresent();
  }

  @Test
  void linkThatIsAskedForByItsNameIsFollowed() throws IOException {
    Path outside = Files.createDirectory(temporary.toRealPath().resolve("outside"));
    Files.writeString(outside.resolve("test_a.py"), "x");
    Path tests = Files.createSymbolicLink(project.resolve("tests"), outside);
    Snapshot snapshot = Snapshot.of(List.of(tests));
    assertThat(text(snapshot.read(tests.resolve("test_a.py")))).isEqualTo("x");
    assertThat(snapshot.list(tests).real()).isEqualTo(outside);
  }

  @Test
  void linkOnTheWayToWhatIsAskedForIsFollowed() throws IOException {
    write("tests/test_a.py", "x");
    Path other = Files.createSymbolicLink(temporary.resolve("other"), project);
    Path tests = other.toAbsolutePath().resolve("tests");
    assertThat(text(Snapshot.of(List.of(tests)).read(tests.resolve("test_a.py")))).isEqualTo("x");
  }

  @Test
  void pipeIsNotWaitedFor() throws Exception {
    Path pipe = project.resolve("conftest.py");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Unread unread =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> unread(snapshot().read(pipe)));
    assertThat(unread).isEqualTo(new Unread(Cause.NOT_REGULAR, "is a pipe, a socket or a device"));
    assertThat(unread.isNothing()).isTrue();
  }

  @Test
  void deviceWithoutEndIsNotRead() throws IOException {
    Path zero = Path.of("/dev/zero");
    Path link = Files.createSymbolicLink(project.resolve("pytest.ini"), zero);
    assertThat(unread(snapshot().read(zero)).cause()).isEqualTo(Cause.NOT_REGULAR);
    assertThat(unread(snapshot().read(link)).cause()).isEqualTo(Cause.NOT_REGULAR);
    assertThat(unread(Snapshot.of(List.of(project, link)).read(link)).cause())
        .isEqualTo(Cause.NOT_REGULAR);
  }

  @Test
  void largeFileIsNotTakenIntoMemory() throws IOException {
    Path file = project.resolve("requirements.txt");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    assertThat(snapshot().read(file))
        .isEqualTo(new Unread(Cause.TOO_LARGE, "is larger than 64 MiB"));
    assertThat(snapshot().read(file, 16L << 20))
        .isEqualTo(new Unread(Cause.TOO_LARGE, "is larger than 16 MiB"));
  }

  @Test
  void fileOfTheLargestSizeIsRead() throws IOException {
    Path file = project.resolve("data.txt");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1 << 20);
    }
    assertThat(snapshot().read(file, 1 << 20).toOptional().orElseThrow().bytes()).hasSize(1 << 20);
    assertThat(unread(snapshot().read(file, (1 << 20) - 1)).cause()).isEqualTo(Cause.TOO_LARGE);
  }

  @Test
  void directoryIsNoFile() throws IOException {
    Path directory = Files.createDirectory(project.resolve("pyproject.toml"));
    assertThat(snapshot().read(directory))
        .isEqualTo(new Unread(Cause.NOT_REGULAR, "is a directory"));
    Path file = write("a.py", "");
    assertThat(snapshot().list(file).failure()).contains("cannot be listed: is a file");
    assertThat(unread(snapshot().read(file.resolve("b.py"))).cause()).isEqualTo(Cause.ABSENT);
  }

  @Test
  void linksThatLeadNowhereAndInCirclesAreNothing() throws IOException {
    Path dangling = project.resolve("dangling.py");
    Files.createSymbolicLink(dangling, project.resolve("gone.py"));
    Path one = project.resolve("one.py");
    Path two = Files.createSymbolicLink(project.resolve("two.py"), one);
    Files.createSymbolicLink(one, two);
    Snapshot snapshot = snapshot();
    assertThat(unread(snapshot.read(dangling)).isNothing()).isTrue();
    assertThat(unread(snapshot.read(one)).isNothing()).isTrue();
    assertThat(snapshot.list(project).isFile("one.py")).isFalse();
  }

  @Test
  void fileThatVanishesBetweenListingAndReadingIsNoAccident() throws IOException {
    Path file = write("test_a.py", "x");
    Snapshot snapshot = snapshot();
    assertThat(snapshot.list(project).isFile("test_a.py")).isTrue();
    Files.delete(file);
    assertThat(snapshot.read(file))
        .isEqualTo(new Unread(Cause.FAILED, "cannot be read: it was deleted meanwhile"));
  }

  @Test
  void linkThatTakesThePlaceOfFileMeanwhileIsNotFollowed() throws IOException {
    Path file = write("test_a.py", "x");
    Path other = write("other.py", "y");
    Snapshot snapshot = snapshot();
    assertThat(snapshot.list(project).isFile("test_a.py")).isTrue();
    Files.delete(file);
    Files.createSymbolicLink(file, other);
    assertThat(unread(snapshot.read(file)).cause()).isEqualTo(Cause.FAILED);
  }

  @Test
  void fileThatGrowsMeanwhileIsReadToItsEnd() throws IOException {
    Path file = write("test_a.py", "x");
    Snapshot snapshot = snapshot();
    assertThat(snapshot.list(project).isFile("test_a.py")).isTrue();
    Files.writeString(file, "y".repeat(3_000_000));
    assertThat(text(snapshot.read(file))).isEqualTo("y".repeat(3_000_000));
  }

  @Test
  void plannedTextTakesThePlaceOfTheFileUnderEachOfItsNames() throws IOException {
    Path file = write("test_a.py", "old");
    Path link = Files.createSymbolicLink(project.resolve("test_b.py"), file);
    Path other = write("conftest.py", "same");
    Snapshot before = snapshot();
    SnapshotFile untouched = before.read(other).toOptional().orElseThrow();
    Snapshot after = before.with(Map.of(file, "new".getBytes(UTF_8)));
    assertThat(text(after.read(file))).isEqualTo("new");
    assertThat(text(after.read(link))).isEqualTo("new");
    assertThat(after.read(other).toOptional()).containsSame(untouched);
    assertThat(text(before.read(link))).isEqualTo("old");
    Snapshot again = after.with(Map.of(file, "newer".getBytes(UTF_8)));
    assertThat(text(again.read(file))).isEqualTo("newer");
  }

  @Test
  void namesWithLineEndsAndBackslashesAreNames() throws IOException {
    Path newline = write("test_\n.py", "n");
    Path backslash = write("test_\\.py", "b");
    Snapshot snapshot = snapshot();
    assertThat(snapshot.list(project).entries().keySet())
        .containsExactly("test_\n.py", "test_\\.py");
    assertThat(text(snapshot.read(newline))).isEqualTo("n");
    assertThat(text(snapshot.read(backslash))).isEqualTo("b");
  }

  @Test
  void nameThatIsNoTextIsKeptApart() throws Exception {
    String script = "touch \"$(printf 'test_\\377.py')\" ok.py";
    Process made = new ProcessBuilder("sh", "-c", script).directory(project.toFile()).start();
    assertThat(made.waitFor()).isZero();
    Listing listing = snapshot().list(project);
    assertThat(listing.entries().keySet()).containsExactly("ok.py");
    assertThat(listing.unspelt()).hasSize(1);
    assertThat(listing.unspelt().get(0).isFile()).isTrue();
  }

  @Test
  void pathThatIsLongerThanAnyIsNotThere() {
    Path deep = project.resolve("a/".repeat(100_000) + "b.txt");
    assertThat(unread(snapshot().read(deep)).cause()).isEqualTo(Cause.ABSENT);
  }

  @Test
  void bytesThatAreKeptInAnotherFormAreMadeAgain() throws IOException {
    SnapshotFile file = snapshot().read(write("a.py", "text")).toOptional().orElseThrow();
    String text = new String(file.bytes(), UTF_8);
    file.keepAs(() -> text.getBytes(UTF_8));
    assertThat(new String(file.bytes(), UTF_8)).isEqualTo("text");
  }

  @Test
  void threadsGetTheSameFiles() throws IOException {
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      paths.add(write("d" + i % 7 + "/test_" + i + ".py", "text " + i));
    }
    Snapshot snapshot = snapshot();
    List<List<SnapshotFile>> read =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                i -> {
                  snapshot.list(project.resolve("d" + i % 7));
                  return paths.stream()
                      .map(it -> snapshot.read(it).toOptional().orElseThrow())
                      .toList();
                })
            .toList();
    for (List<SnapshotFile> files : read) {
      for (int i = 0; i < files.size(); i++) {
        assertThat(files.get(i)).isSameAs(read.get(0).get(i));
      }
    }
  }
}
