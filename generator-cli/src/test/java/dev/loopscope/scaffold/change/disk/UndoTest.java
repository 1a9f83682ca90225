package dev.loopscope.scaffold.change.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was applied and recorded can be taken back, all of it or nothing. */
class UndoTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path temporary;
  private Path root;
  private final PlanWriter writer = new PlanWriter(Disk.real());

  @BeforeEach
  void writeTree() throws IOException {
    root = temporary.toRealPath();
    Files.createDirectories(root.resolve("tests/old"));
    Files.createDirectories(root.resolve("empty"));
    write("tests/test_a.py", "a\r\n", "rwxr-x---");
    write("tests/old/test_b.py", "b\n", "rw-------");
    write("tests/old/test_c.py", "é\n", "rwx------");
    Files.write(root.resolve("latin"), new byte[] {(byte) 0xe9, '\n'});
  }

  private void write(String path, String text, String mode) throws IOException {
    Files.writeString(root.resolve(path), text);
    Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString(mode));
    Files.setLastModifiedTime(root.resolve(path), LONG_AGO);
  }

  private void apply(String command) {
    writer.apply(
        new ChangePlan(
            List.of(
                new Change.Create("empty/new.py", "new\n"),
                new Change.Create("made/deep/new.py", "new\n"),
                new Change.Replace("tests/test_a.py", text("a\r\n"), text("A\r\n")),
                new Change.Replace("latin", latin("\u00e9\n"), latin("\u00e9\u00e9\n")),
                new Change.Move("tests/old/test_b.py", "tests/test_b.py", text("b\n"), text("B\n")),
                new Change.Delete("tests/old/test_c.py", text("é\n")))),
        TargetLocator.files(root, root),
        command);
  }

  private static FileText text(String text) {
    return new FileText(text, StandardCharsets.UTF_8, false);
  }

  private static FileText latin(String text) {
    return new FileText(text, StandardCharsets.ISO_8859_1, false);
  }

  @Test
  void whatSomebodyPutBetweenTheRecordsKeepsNothingFromBeingTakenBack() throws IOException {
    Files.createDirectories(root.resolve(".scaffold/undo/3"));
    Files.writeString(root.resolve(".scaffold/undo/3/record"), "what\n");
    Files.createSymbolicLink(root.resolve(".scaffold/undo/3/old"), root);
    Map<String, String> before = Tree.of(root);
    apply("update");
    List<String> told = new ArrayList<>();

    assertThat(UndoRecords.all(root, it -> told.add(it.where()))).hasSize(1);
    writer.undo(UndoRecords.last(root).orElseThrow());

    assertThat(told).containsExactly(root.resolve(".scaffold/undo/3").toString());
    assertThat(Tree.of(root)).isEqualTo(before);
  }

  @Test
  void bytesModesTimesDeletionsAndDirectoriesComeBack() throws IOException {
    Map<String, String> before = Tree.of(root);
    apply("update");
    assertThat(Tree.of(root))
        .containsKeys("empty/new.py", "made/deep/new.py", "tests/test_b.py", ".scaffold/undo/1")
        .doesNotContainKeys("tests/old", "tests/old/test_b.py");
    assertThat(Tree.of(root).get("tests/test_b.py")).isEqualTo("rw------- B\n");
    writer.undo(UndoRecords.last(root).orElseThrow());
    assertThat(Tree.of(root)).isEqualTo(before);
    for (String path : List.of("tests/test_a.py", "tests/old/test_b.py", "tests/old/test_c.py")) {
      assertThat(Files.getLastModifiedTime(root.resolve(path))).as(path).isEqualTo(LONG_AGO);
    }
  }

  @Test
  void refusesAndNamesEveryFileThatWasChangedSince() throws IOException {
    apply("update");
    Files.writeString(root.resolve("tests/test_a.py"), "mine\n");
    Files.delete(root.resolve("made/deep/new.py"));
    Files.createDirectory(root.resolve("tests/old"));
    Files.writeString(root.resolve("tests/old/test_c.py"), "mine\n");
    Map<String, String> before = Tree.of(root);
    UndoRecord record = UndoRecords.last(root).orElseThrow();
    assertThatThrownBy(() -> writer.undo(record))
        .isInstanceOf(TargetRefusedException.class)
        .hasMessageContaining("changed since `scaffold update`")
        .hasMessageContaining("made/deep/new.py")
        .hasMessageContaining("tests/test_a.py")
        .hasMessageContaining("tests/old/test_c.py");
    assertThat(Tree.of(root)).isEqualTo(before);
  }

  @Test
  void whatSomebodyPutIntoANewDirectoryStays() throws IOException {
    apply("update");
    Files.writeString(root.resolve("made/mine.py"), "mine\n");
    writer.undo(UndoRecords.last(root).orElseThrow());
    assertThat(Tree.of(root))
        .containsKeys("made/mine.py")
        .doesNotContainKeys("made/deep", ".scaffold");
  }

  @Test
  void recordsAreTakenBackLastFirst() throws IOException {
    Map<String, String> before = Tree.of(root);
    apply("update");
    Map<String, String> between = Tree.of(root);
    writer.apply(
        new ChangePlan(List.of(new Change.Delete("tests/test_a.py", text("A\r\n")))),
        TargetLocator.files(root, root),
        "check --fix");
    assertThat(UndoRecords.all(root, it -> {}))
        .extracting(UndoRecord::command)
        .containsExactly("update", "check --fix");
    writer.undo(UndoRecords.last(root).orElseThrow());
    assertThat(Tree.of(root)).isEqualTo(between);
    writer.undo(UndoRecords.last(root).orElseThrow());
    assertThat(Tree.of(root)).isEqualTo(before);
  }

  @Test
  void noMoreThanTenRecordsAreKept() {
    for (int i = 0; i < 13; i++) {
      writer.apply(
          new ChangePlan(List.of(new Change.Create("file" + i, "x\n"))),
          TargetLocator.files(root, root),
          "update");
    }
    assertThat(UndoRecords.all(root, it -> {}))
        .extracting(UndoRecord::number)
        .containsExactly(4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
  }

  @Test
  void recordIsKeptOutOfGitAndNothingElseIs() throws IOException {
    apply("update");
    assertThat(root.resolve(".scaffold/undo/.gitignore")).hasContent("*");
    assertThat(root.resolve(".gitignore")).doesNotExist();
    assertThat(root.resolve(".scaffold/.gitignore")).doesNotExist();
  }

  @Test
  void oldTextThatIsNotWhatWasRecordedIsNotBroughtBack() throws IOException {
    apply("update");
    Files.writeString(root.resolve(".scaffold/undo/1/old/" + entryOf("tests/test_a.py")), "evil\n");
    Map<String, String> before = Tree.of(root);
    UndoRecord record = UndoRecords.last(root).orElseThrow();
    assertThatThrownBy(() -> writer.undo(record))
        .isInstanceOf(TargetRefusedException.class)
        .hasMessageContaining("not what was recorded");
    assertThat(Tree.of(root)).isEqualTo(before);
  }

  private int entryOf(String path) {
    List<JournalEntry> entries = UndoRecords.last(root).orElseThrow().entries();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).place().equals(root.resolve(path))) {
        return i;
      }
    }
    throw new AssertionError(path);
  }

  @Test
  void recordThatLeadsOutOfTheDirectoryIsNotFollowed() throws IOException {
    Files.createDirectories(root.resolve(".scaffold/undo/1"));
    for (String place : List.of("../out", ".git/hooks/post-checkout")) {
      Files.writeString(
          root.resolve(".scaffold/undo/1/record"),
          "command update\nscaffold-journal 1\ncreate - 1:0 " + place + "\nend\n");
      assertThatThrownBy(() -> UndoRecords.last(root))
          .isInstanceOf(TargetRefusedException.class)
          .hasMessageContaining("cannot be read");
    }
  }

  @Test
  void linkInThePlaceOfTheRecordsIsNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.createDirectory(root.resolve("suite"));
    Files.createSymbolicLink(root.resolve("suite/.scaffold"), elsewhere);
    Path suite = root.resolve("suite");
    Files.createDirectories(elsewhere.resolve("undo/1"));
    assertThat(UndoRecords.last(suite)).isEmpty();
    assertThatThrownBy(
            () ->
                writer.apply(
                    new ChangePlan(List.of(new Change.Create("file", "x\n"))),
                    TargetLocator.files(suite, suite),
                    "update"))
        .isInstanceOf(TargetRefusedException.class)
        .hasMessageContaining("leads out of");
    assertThat(suite.resolve("file")).doesNotExist();
  }

  @Test
  void unfinishedUpdateIsTakenBackWhateverItsConflictsHoldAndThatTooCanBeTakenBack()
      throws IOException {
    Map<String, String> before = Tree.of(root);
    apply("update");
    Files.writeString(root.resolve("tests/test_a.py"), "half resolved\n");
    Map<String, String> resolving = Tree.of(root);
    writer.undo(UndoRecords.last(root).orElseThrow(), Set.of("tests/test_a.py"), "update --abort");
    Map<String, String> aborted = Tree.of(root);
    aborted.keySet().removeIf(path -> path.startsWith(".scaffold"));
    assertThat(aborted).isEqualTo(before);
    writer.undo(UndoRecords.last(root).orElseThrow());
    resolving.keySet().removeIf(path -> path.startsWith(".scaffold"));
    assertThat(Tree.of(root)).isEqualTo(resolving);
  }
}
