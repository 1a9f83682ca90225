package dev.loopscope.scaffold.change.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {
  private static final ChangePlan PLAN =
      ChangePlan.ofReplacements(
          List.of(replace("a.py", "a = 1\n", "a = 2\n"), replace("b/c.py", "é\r\n", "è\r\n")));

  @Test
  void everyFileGetsItsNewTextAndNothingElseIsThere(@TempDir Path disk) throws IOException {
    before(disk);
    replace(PLAN, disk);
    assertThat(Files.readString(disk.resolve("a.py"))).isEqualTo("a = 2\n");
    assertThat(Files.readString(disk.resolve("b/c.py"))).isEqualTo("è\r\n");
    assertThat(files(disk)).containsExactly("a.py", "b/c.py");
  }

  @Test
  void encodingAndByteOrderMarkAreKept(@TempDir Path disk) throws IOException {
    Files.write(disk.resolve("latin.py"), new byte[] {(byte) 0xe9});
    Files.write(disk.resolve("mark.py"), new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a'});
    FileText latin = new FileText("é", StandardCharsets.ISO_8859_1, false);
    FileText mark = new FileText("a", StandardCharsets.UTF_8, true);
    replace(
        ChangePlan.ofReplacements(
            List.of(
                new Change.Replace("latin.py", latin, latin.with("éé")),
                new Change.Replace("mark.py", mark, mark.with("b")))),
        disk);
    assertThat(disk.resolve("latin.py")).hasBinaryContent(new byte[] {(byte) 0xe9, (byte) 0xe9});
    assertThat(disk.resolve("mark.py"))
        .hasBinaryContent(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'b'});
  }

  @Test
  void permissionsAreKept(@TempDir Path disk) throws IOException {
    before(disk);
    Files.setPosixFilePermissions(
        disk.resolve("a.py"), PosixFilePermissions.fromString("rwxr-x---"));
    replace(PLAN, disk);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(disk.resolve("a.py"))))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void symbolicLinkStaysOneAndItsFileIsRewritten(@TempDir Path disk) throws IOException {
    before(disk);
    Files.move(disk.resolve("a.py"), disk.resolve("real.py"));
    Files.createSymbolicLink(disk.resolve("a.py"), Path.of("real.py"));
    replace(PLAN, disk);
    assertThat(disk.resolve("a.py")).isSymbolicLink();
    assertThat(Files.readString(disk.resolve("real.py"))).isEqualTo("a = 2\n");
  }

  @Test
  void fileThatChangedSinceThePlanWasMadeStopsThePlan(@TempDir Path disk) throws IOException {
    before(disk);
    Files.writeString(disk.resolve("b/c.py"), "mine\n");
    Refusal refusal =
        catchThrowableOfType(TargetRefusedException.class, () -> replace(PLAN, disk)).refusal();
    assertThat(refusal.what()).isEqualTo("a file was saved meanwhile, and nothing was changed");
    assertThat(Files.readString(disk.resolve("a.py"))).isEqualTo("a = 1\n");
    assertThat(Files.readString(disk.resolve("b/c.py"))).isEqualTo("mine\n");
    assertThat(files(disk)).containsExactly("a.py", "b/c.py");
  }

  private static void replace(ChangePlan plan, Path disk) {
    new PlanWriter(Disk.real()).apply(plan, TargetLocator.files(disk, disk));
  }

  private static Change.Replace replace(String path, String before, String after) {
    FileText text = new FileText(before, StandardCharsets.UTF_8, false);
    return new Change.Replace(path, text, text.with(after));
  }

  private static void before(Path disk) throws IOException {
    Files.createDirectory(disk.resolve("b"));
    Files.writeString(disk.resolve("a.py"), "a = 1\n");
    Files.writeString(disk.resolve("b/c.py"), "é\r\n");
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> root.relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
