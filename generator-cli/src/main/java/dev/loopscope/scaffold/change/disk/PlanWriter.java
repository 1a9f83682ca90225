package dev.loopscope.scaffold.change.disk;

import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.Failures;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.WriteFailedException;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The only class that writes to the user's disk: all that a plan says, or nothing. The order is
 *
 * <ol>
 *   <li>the stage is made and locked, so that no other run is at work in the same directory;
 *   <li>what is on the disk is compared with what the plan was made from, byte by byte;
 *   <li>new texts and old ones are staged, and reach the disk;
 *   <li>the journal is written, and reaches the disk;
 *   <li>each file gets its new text, compared once more a moment before;
 *   <li>that reaches the disk, and the journal is renamed: the change is committed;
 *   <li>the stage is deleted.
 * </ol>
 *
 * <p>A failure up to the commit is taken back at once. A run that dies is taken back by the next
 * one that looks at the directory ({@link Leftovers}). A plan that comes down to one rename, such
 * as that of a directory which was not there, needs no journal: it is done or it is not.
 *
 * <p>A file's mode, owner, group, extended attributes and names survive. Usually a new file that
 * has all of them takes the old one's name, so that no reader ever sees half a text. Where such a
 * file cannot be made (there are hard links, the owner is another, the directory may not be written
 * to, or lies on another file system), the file itself is written over. Then a reader may see half
 * a text, but the old one is kept in the stage until the change is committed.
 */
public final class PlanWriter {
  private final Disk disk;

  /** Writes to {@code disk}. */
  public PlanWriter(Disk disk) {
    this.disk = disk;
  }

  /**
   * Does all that {@code plan} says.
   *
   * @throws TargetRefusedException if what is on the disk is not what the plan was made from, if
   *     the plan would be written through a link that leads out of the target, or if another run is
   *     at work there; nothing was changed
   * @throws WriteFailedException if the disk fails; nothing was changed
   */
  public void apply(ChangePlan plan, Target target) {
    if (!plan.changes().isEmpty()) {
      run(target, staging -> staging.stage(plan, target.directory()));
    }
  }

  /**
   * The same, and with it, as a part of it, the record by which {@link #undo} takes it back.
   *
   * @param command what the plan is called where records are listed: {@code update}
   * @throws TargetRefusedException as the other one
   * @throws WriteFailedException as the other one
   */
  public void apply(ChangePlan plan, Target target, String command) {
    if (!plan.changes().isEmpty()) {
      run(
          target,
          staging -> {
            staging.stage(plan, target.directory());
            new Recording(staging).record(command);
          });
    }
  }

  /**
   * Brings everything back to what it was before a plan was applied: bytes, modes, times where the
   * file system allows, files that were deleted, and directories; and forgets the record.
   *
   * @throws TargetRefusedException if a file was changed since, of which the refusal names all
   * @throws WriteFailedException if the disk fails; nothing was changed
   */
  public void undo(UndoRecord record) {
    run(
        new Target.Files(record.root(), record.root()),
        staging -> new Undoing(staging, record).stage());
  }

  /**
   * The same, whatever some of the files hold by now; that is kept in a record of its own, so that
   * it can be had again.
   *
   * @param changing relative to the record's directory
   * @param command what that record is called
   * @throws TargetRefusedException as the other one, for the other files
   * @throws WriteFailedException as the other one
   */
  public void undo(UndoRecord record, Set<String> changing, String command) {
    run(
        new Target.Files(record.root(), record.root()),
        staging -> new Undoing(staging, record).stage(changing, command));
  }

  /** What puts a plan into the stage. */
  private interface Work {
    void stage(Staging staging) throws IOException;
  }

  private void run(Target target, Work work) {
    try (Stage stage = Stage.open(disk, target.root())) {
      settle(stage);
      staged(work, target, stage);
    } catch (IOException e) {
      throw failed(target.directory(), e);
    }
  }

  private void settle(Stage stage) {
    if (stage.isLeftover()) {
      try {
        new Leftovers(disk).settle(stage);
      } catch (IOException e) {
        throw new TargetRefusedException(Leftovers.unsettled(stage.root(), e), e);
      }
    }
  }

  private void staged(Work work, Target target, Stage stage) throws IOException {
    Staging staging = new Staging(disk, stage);
    try {
      requireSame(target);
      work.stage(staging);
      disk.sync(staging.written());
      if (!staging.isOneRename()) {
        write(staging.journal(), stage);
      }
    } catch (IOException | RuntimeException e) {
      abandon(stage, e);
      throw e;
    }
    try {
      carryOut(staging, stage);
    } catch (IOException | RuntimeException e) {
      takeBack(staging, stage, e);
      throw e;
    }
    tidyUp(stage);
  }

  /** Whatever came meanwhile is told in the same words as if it had been there before. */
  private static void requireSame(Target target) {
    if (target instanceof Target.Files) {
      return;
    }
    Target now = TargetLocator.locate(target.directory());
    // Part by part: to compare whole records would load what makes their methods.
    boolean same =
        now.getClass() == target.getClass()
            && now.root().equals(target.root())
            && now.directory().equals(target.directory());
    if (!same) {
      throw Staging.refused(
          "the target was made or deleted meanwhile", target.directory(), "run the command again");
    }
  }

  private void write(Journal journal, Stage stage) throws IOException {
    disk.create(stage.journalDraft(), journal.encoded(stage.root()));
    disk.sync(List.of(stage.journalDraft()));
    disk.move(stage.journalDraft(), stage.journal());
    disk.sync(List.of(stage.directory(), stage.root()));
  }

  private void carryOut(Staging staging, Stage stage) throws IOException {
    Set<Path> changed = new LinkedHashSet<>();
    for (Path place : staging.appearing()) {
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        throw Staging.taken(place);
      }
      disk.move(stage.created(place), place);
      changed.add(above(place));
    }
    List<JournalEntry> entries = staging.journal().entries();
    for (int number = 0; number < entries.size(); number++) {
      changeFile(entries.get(number), stage, number, changed);
    }
    // A directory that was removed cannot be synced, and what held it is.
    changed.removeIf(path -> !Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    disk.sync(changed);
    if (!staging.isOneRename()) {
      disk.move(stage.journal(), stage.committed());
      disk.sync(List.of(stage.directory()));
    }
  }

  private void changeFile(JournalEntry entry, Stage stage, int number, Set<Path> changed)
      throws IOException {
    Path place = entry.place();
    if (entry.kind() == JournalEntry.Kind.REMOVE) {
      removeDirectory(place, changed);
      return;
    }
    if (entry.before().isEmpty()) {
      return;
    }
    if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
        || !entry.before().get().matches(place)) {
      throw Staging.changed(place);
    }
    switch (entry.kind()) {
      case REPLACE -> disk.move(stage.newText(number), place);
      case OVERWRITE -> disk.overwrite(place, Files.readAllBytes(stage.newText(number)));
      default -> disk.delete(place);
    }
    changed.add(entry.kind() == JournalEntry.Kind.OVERWRITE ? place : above(place));
  }

  private void removeDirectory(Path directory, Set<Path> changed) throws IOException {
    try {
      disk.delete(directory);
      changed.add(above(directory));
    } catch (DirectoryNotEmptyException e) {
      // Somebody put a file of theirs into it.
      return;
    }
  }

  /** Nothing outside of the stage was changed; if the stage stays, the next run deletes it. */
  private static void abandon(Stage stage, Exception cause) {
    try {
      stage.remove();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private void takeBack(Staging staging, Stage stage, Exception cause) {
    try {
      if (staging.isOneRename()) {
        Path place = staging.appearing().iterator().next();
        if (!Files.exists(stage.created(place), LinkOption.NOFOLLOW_LINKS)) {
          disk.move(place, stage.created(place));
        }
        stage.remove();
        return;
      }
      if (Files.exists(stage.committed())) {
        disk.move(stage.committed(), stage.journal());
      }
      new Leftovers(disk).takeBack(stage, staging.journal());
      stage.remove();
    } catch (IOException e) {
      throw unfinished(stage, cause, e);
    }
  }

  /** The change is committed; if the stage stays, the next run deletes it. */
  private static void tidyUp(Stage stage) {
    try {
      stage.remove();
    } catch (IOException e) {
      return;
    }
  }

  private static WriteFailedException failed(Path target, IOException cause) {
    return new WriteFailedException(
        new Refusal(
            "nothing was written: " + Failures.reason(cause),
            target.toString(),
            "mend that and run the command again, or write to another place"),
        cause);
  }

  private static WriteFailedException unfinished(Stage stage, Exception cause, IOException next) {
    next.addSuppressed(cause);
    return new WriteFailedException(
        new Refusal(
            "a change failed half-way, and could not be taken back: " + Failures.reason(next),
            stage.root().toString(),
            "mend that and run the command again, which takes it back first; leave "
                + stage.directory()
                + " where it is"),
        next);
  }

  private static Path above(Path path) {
    return Objects.requireNonNull(path.getParent());
  }
}
