package dev.loopscope.scaffold.change.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a file's names, owner, mode and attributes when it gets another text. */
class SurvivalTest {
  @TempDir Path disk = Path.of("");
  private Path project = Path.of("");

  @BeforeEach
  void makeAProject() throws IOException {
    project = Files.createDirectory(disk.resolve("project"));
    Files.writeString(project.resolve("a.py"), "old\n");
  }

  @Test
  void fileWithTwoNamesKeepsBoth() throws IOException {
    Files.createLink(project.resolve("b.py"), project.resolve("a.py"));
    Object inode = inode("a.py");
    apply(replace("a.py"));
    assertThat(project.resolve("b.py")).hasContent("new\n");
    assertThat(inode("a.py")).isEqualTo(inode).isEqualTo(inode("b.py"));
    assertThat(Tree.of(project)).containsOnlyKeys("a.py", "b.py");
  }

  @Test
  void fileThatIsNamedTwiceIsChangedOnce() throws IOException {
    Files.createLink(project.resolve("hard.py"), project.resolve("a.py"));
    Files.createSymbolicLink(project.resolve("soft.py"), Path.of("a.py"));
    Files.createDirectory(project.resolve("deep"));
    Files.createSymbolicLink(project.resolve("deep/er"), Path.of(".."));
    apply(replace("a.py"), replace("hard.py"), replace("soft.py"), replace("deep/er/a.py"));
    assertThat(project.resolve("a.py")).hasContent("new\n");
    assertThat(project.resolve("soft.py")).isSymbolicLink();
  }

  @Test
  void twoNamesWithDifferentTextsAreRefused() throws IOException {
    Files.createSymbolicLink(project.resolve("soft.py"), Path.of("a.py"));
    FileText old = text("old\n");
    Refusal refusal =
        refused(replace("a.py"), new Change.Replace("soft.py", old, old.with("other\n")));
    assertThat(refusal.what())
        .isEqualTo("two names lead to one file, and the changes are not the same");
    assertThat(refusal.where())
        .isEqualTo(project.resolve("soft.py") + " and " + project.resolve("a.py"));
  }

  @Test
  void linkThatLeadsOutIsNeverWrittenThrough() throws IOException {
    Files.writeString(disk.resolve("victim"), "old\n");
    Files.createSymbolicLink(project.resolve("out.py"), Path.of("../victim"));
    Refusal refusal = refused(replace("a.py"), replace("out.py"));
    assertThat(refusal.what())
        .isEqualTo("a symbolic link leads out of " + project + ", to " + disk.resolve("victim"));
    assertThat(refusal.where()).isEqualTo(project.resolve("out.py").toString());
    assertThat(disk.resolve("victim")).hasContent("old\n");
  }

  @Test
  void directoryThatLeadsOutIsNeverWrittenInto() throws IOException {
    Files.createDirectory(disk.resolve("other"));
    Files.createSymbolicLink(project.resolve("out"), Path.of("../other"));
    Refusal refusal = refused(new Change.Create("out/made.py", "new\n"));
    assertThat(refusal.what()).startsWith("a symbolic link leads out of " + project);
    assertThat(disk.resolve("other")).isEmptyDirectory();
  }

  @Test
  void plantedLinkInTheStagesPlaceLeadsNowhere() throws IOException {
    Path victim = Files.createDirectory(disk.resolve("victim"));
    Files.writeString(victim.resolve("journal"), "scaffold-journal 1\nend\n");
    Map<String, String> before = Tree.of(victim);
    Files.createSymbolicLink(project.resolve(Stage.NAME), victim);
    assertThat(new Leftovers(Disk.real()).settleAt(List.of(project)).isEmpty()).isTrue();
    Refusal refusal = refused(replace("a.py"));
    assertThat(refusal.what()).isEqualTo("something is there that scaffold did not make");
    assertThat(refusal.where()).isEqualTo(project.resolve(Stage.NAME).toString());
    assertThat(Tree.of(victim)).isEqualTo(before);
  }

  @Test
  void journalOfAnotherUserIsNotFollowed() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Path stage = Files.createDirectory(project.resolve(Stage.NAME));
    Files.createDirectory(stage.resolve("old"));
    Files.writeString(stage.resolve("old/0"), "planted\n");
    Journal journal =
        new Journal(
            List.of(
                new JournalEntry(
                    JournalEntry.Kind.REPLACE,
                    project.resolve("a.py"),
                    Optional.of(Fingerprint.of("planted\n".getBytes(StandardCharsets.UTF_8))),
                    Optional.of(Fingerprint.of("old\n".getBytes(StandardCharsets.UTF_8))))));
    Files.write(stage.resolve("journal"), journal.encoded(project));
    Files.setAttribute(stage, "unix:uid", 4711);
    assertThat(unsettled())
        .isEqualTo(
            new Refusal(
                "another user's run of scaffold was killed here, or is not done, and files may be"
                    + " half changed",
                stage.toString(),
                "let that user run scaffold here again"));
    assertThat(project.resolve("a.py")).hasContent("old\n");
    assertThat(refused(replace("a.py")).what()).startsWith("another user's run of scaffold");
  }

  @Test
  void stageThatARepositoryBringsMakesNoHookOfGit() throws IOException {
    Files.createDirectories(project.resolve(".git/hooks"));
    Path stage = Files.createDirectory(project.resolve(Stage.NAME));
    Files.createDirectory(stage.resolve("old"));
    Files.writeString(stage.resolve("old/0"), "planted\n");
    JournalEntry planted =
        new JournalEntry(
            JournalEntry.Kind.DELETE,
            project.resolve(".git/hooks/post-checkout"),
            Optional.of(Fingerprint.of("planted\n".getBytes(StandardCharsets.UTF_8))),
            Optional.empty());
    Files.write(stage.resolve("journal"), new Journal(List.of(planted)).encoded(project));
    assertThat(unsettled().what())
        .contains("its journal leads into what belongs to git: .git/hooks/post-checkout");
    assertThat(project.resolve(".git/hooks")).isEmptyDirectory();
  }

  @Test
  void linkInAStageBringsNoTextFromOutside() throws IOException {
    Path secret = Files.writeString(disk.resolve("secret"), "secret\n");
    Path stage = Files.createDirectory(project.resolve(Stage.NAME));
    Files.createDirectory(stage.resolve("old"));
    Files.createSymbolicLink(stage.resolve("old/0"), secret);
    JournalEntry planted =
        new JournalEntry(
            JournalEntry.Kind.OVERWRITE,
            project.resolve("a.py"),
            Optional.of(Fingerprint.of("secret\n".getBytes(StandardCharsets.UTF_8))),
            Optional.of(Fingerprint.of("old\n".getBytes(StandardCharsets.UTF_8))));
    Files.write(stage.resolve("journal"), new Journal(List.of(planted)).encoded(project));
    assertThat(unsettled().what()).contains("no run of scaffold made its old/0");
    assertThat(project.resolve("a.py")).hasContent("old\n");
  }

  @Test
  @Timeout(20)
  void pipeInTheLocksPlaceIsNotWaitedFor() throws Exception {
    Path stage = Files.createDirectory(project.resolve(Stage.NAME));
    assertThat(new ProcessBuilder("mkfifo", stage.resolve("lock").toString()).start().waitFor())
        .isZero();
    Refusal refusal = unsettled();
    assertThat(refusal.what()).isEqualTo("something is there that scaffold did not make");
    assertThat(refusal.where()).isEqualTo(stage.resolve("lock").toString());
    assertThat(refusal.next()).isEqualTo("move it away, and run the command again");
    assertThat(catchThrowableOfType(TargetRefusedException.class, () -> apply(replace("a.py"))))
        .extracting(TargetRefusedException::refusal)
        .isEqualTo(refusal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "created/notes.txt", "lock/notes.txt", "old/0"})
  void directoryThatNoRunMadeIsNeitherDeletedNorWrittenInto(String name) throws IOException {
    Path mine = project.resolve(Stage.NAME).resolve(name);
    Files.createDirectories(mine.getParent());
    Files.writeString(mine, "mine\n");
    Map<String, String> before = Tree.of(project);
    assertThat(unsettled().what()).isEqualTo("something is there that scaffold did not make");
    assertThat(Tree.of(project)).isEqualTo(before);
    assertThat(refused(replace("a.py"))).isEqualTo(unsettled());
  }

  @Test
  void lineOnWhatCannotBeSettledSaysWhereAndWhatToDo() throws IOException {
    Path stage = Files.createDirectory(project.resolve(Stage.NAME));
    Files.writeString(stage.resolve("lock"), "1\n");
    Files.writeString(stage.resolve("journal"), "scaffold-jour");
    assertThat(new Leftovers(Disk.real()).settleAt(List.of(project)).lines())
        .containsExactly(
            stage
                + ": what a run that was killed left cannot be settled, and files may be half"
                + " changed: its journal is not whole; mend that; or look at its directory old for"
                + " texts that you miss, delete it, and run the command again");
  }

  @Test
  void journalThatLeadsOutIsNotFollowed() throws IOException {
    Files.writeString(disk.resolve("victim"), "old\n");
    Path stage = Files.createDirectory(project.resolve(Stage.NAME));
    Files.writeString(
        stage.resolve("journal"), "scaffold-journal 1\ncreate - 4:0 ../victim\nend\n");
    assertThat(unsettled().what()).contains("its journal leads out of the directory: ../victim");
    assertThat(disk.resolve("victim")).hasContent("old\n");
    Refusal refusal =
        catchThrowableOfType(TargetRefusedException.class, () -> apply(replace("a.py"))).refusal();
    assertThat(refusal.what()).startsWith("what a run that was killed left cannot be settled, ");
    assertThat(refusal.where()).isEqualTo(stage.toString());
    assertThat(project.resolve("a.py")).hasContent("old\n");
  }

  @Test
  void ownerAndModeSurvive() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Path file = project.resolve("a.py");
    Files.setAttribute(file, "unix:uid", 4711);
    Files.setAttribute(file, "unix:gid", 4712);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    apply(replace("a.py"));
    assertThat(file).hasContent("new\n");
    assertThat(Files.readAttributes(file, "unix:uid,gid,permissions"))
        .isEqualTo(
            Map.of(
                "uid",
                4711,
                "gid",
                4712,
                "permissions",
                PosixFilePermissions.fromString("rwxr-x--x")));
  }

  @Test
  void extendedAttributesSurvive() throws IOException {
    Path file = project.resolve("a.py");
    assumeThat(Files.getFileStore(file).supportsFileAttributeView("user")).isTrue();
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    view.write("note", ByteBuffer.wrap(new byte[] {1, 2, 3}));
    apply(replace("a.py"));
    assertThat(view.list()).containsExactly("note");
    assertThat(view.size("note")).isEqualTo(3);
  }

  @Test
  void fileThatWasSavedMeanwhileIsNamedAndNothingIsChanged() throws IOException {
    Files.writeString(project.resolve("b.py"), "old\nand more\n");
    Map<String, String> before = Tree.of(project);
    Refusal refusal = refused(replace("a.py"), replace("b.py"));
    assertThat(refusal.what()).isEqualTo("a file was saved meanwhile, and nothing was changed");
    assertThat(refusal.where()).isEqualTo(project.resolve("b.py").toString());
    assertThat(refusal.next()).isEqualTo("run the command again");
    assertThat(Tree.of(project)).isEqualTo(before);
  }

  @Test
  void fileThatIsEditedAfterAKilledRunIsNotTakenBack() throws IOException {
    Files.writeString(project.resolve("b.py"), "old\n");
    int secondRename = 16;
    try {
      new PlanWriter(new FaultyDisk(project, FaultyDisk.Fault.DIES, secondRename))
          .apply(
              new ChangePlan(List.of(replace("a.py"), replace("b.py"))),
              TargetLocator.files(project, project));
    } catch (FaultyDisk.Died e) {
      assertThat(project.resolve("a.py")).hasContent("new\n");
    }
    Files.writeString(project.resolve("a.py"), "new and mine\n");
    Map<String, String> before = Tree.of(project);
    Refusal refusal =
        catchThrowableOfType(
                TargetRefusedException.class,
                () -> new Leftovers(Disk.real()).settleAt(List.of(project)))
            .refusal();
    assertThat(refusal.where()).isEqualTo(project.resolve("a.py").toString());
    assertThat(refusal.next()).contains(project.resolve(Stage.NAME + "/old/0").toString());
    before.remove(Stage.NAME + "/lock");
    assertThat(Tree.of(project)).containsAllEntriesOf(before);
    Files.writeString(project.resolve("a.py"), "new\n");
    assertThat(new Leftovers(Disk.real()).settleAt(List.of(project)).told())
        .containsExactly("Took back what a run that was killed had begun to change in " + project);
    assertThat(Tree.of(project)).containsOnlyKeys("a.py", "b.py");
    assertThat(project.resolve("a.py")).hasContent("old\n");
  }

  @Test
  void anotherRunIsWaitedForAndThenNamed() throws Exception {
    Path stage = Files.createDirectory(project.resolve(Stage.NAME));
    Path lock = Files.createFile(stage.resolve("lock"));
    Process other =
        new ProcessBuilder(
                "python3",
                "-c",
                """
                import fcntl, sys, time
                lock = open(sys.argv[1], "r+")
                fcntl.lockf(lock, fcntl.LOCK_EX)
                lock.write("4711\\n")
                lock.flush()
                print(1, flush=True)
                time.sleep(60)
                """,
                lock.toString())
            .start();
    try {
      assertThat(other.getInputStream().read()).isEqualTo('1');
      long start = System.nanoTime();
      assertThat(refused(replace("a.py")).what())
          .isEqualTo("the process 4711 is writing here with scaffold");
      assertThat(System.nanoTime() - start).isBetween(1_900_000_000L, 10_000_000_000L);
    } finally {
      other.destroyForcibly().waitFor();
    }
    apply(replace("a.py"));
    assertThat(Tree.of(project)).containsOnlyKeys("a.py");
  }

  private static Change.Replace replace(String path) {
    return new Change.Replace(path, text("old\n"), text("new\n"));
  }

  private static FileText text(String text) {
    return new FileText(text, StandardCharsets.UTF_8, false);
  }

  private void apply(Change... changes) {
    new PlanWriter(Disk.real())
        .apply(new ChangePlan(List.of(changes)), TargetLocator.files(project, project));
  }

  private Refusal refused(Change... changes) {
    Map<String, String> before = Tree.of(project);
    Refusal refusal =
        catchThrowableOfType(TargetRefusedException.class, () -> apply(changes)).refusal();
    assertThat(Tree.of(project)).isEqualTo(before);
    return refusal;
  }

  private Refusal unsettled() {
    Settlement settlement = new Leftovers(Disk.real()).settleAt(List.of(project));
    assertThat(settlement.told()).isEmpty();
    assertThat(settlement.left()).hasSize(1);
    return settlement.left().get(0);
  }

  private Object inode(String path) throws IOException {
    return Files.getAttribute(project.resolve(path), "unix:ino");
  }
}
