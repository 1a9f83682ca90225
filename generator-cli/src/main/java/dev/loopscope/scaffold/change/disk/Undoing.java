package dev.loopscope.scaffold.change.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts into the stage what takes a plan back that was applied and recorded. */
final class Undoing {
  private final Staging staging;
  private final UndoRecord record;

  Undoing(Staging staging, UndoRecord record) {
    this.staging = staging;
    this.record = record;
  }

  /**
   * Stages all of it, and the end of the record.
   *
   * @throws dev.loopscope.scaffold.change.TargetRefusedException if a file is not as the plan left
   *     it
   */
  void stage() throws IOException {
    requireUnchanged(Set.of());
    reverse();
    new Recording(staging).forget(record.number());
  }

  /**
   * Stages all of it, and another record by which that is taken back in its turn.
   *
   * @param changing relative to the root: files that may be as they like
   * @param command what the other record is called
   */
  void stage(Set<String> changing, String command) throws IOException {
    requireUnchanged(changing);
    reverse();
    new Recording(staging).replace(record.number(), command);
  }

  private void reverse() throws IOException {
    Set<Path> made = new LinkedHashSet<>();
    for (int number = record.entries().size() - 1; number >= 0; number--) {
      JournalEntry entry = record.entries().get(number);
      Path place = entry.place();
      switch (entry.kind()) {
        case DIRECTORY -> made.add(place);
        case CREATE -> staging.delete(place, Files.readAllBytes(place));
        case DELETE -> staging.restore(place, kept(entry, number));
        case REPLACE, OVERWRITE -> staging.bringBack(place, kept(entry, number));
        case REMOVE -> {
          // What was in it comes back, and it with that.
        }
      }
    }
    staging.removeEmptied(made);
  }

  /** The file that holds an old text, and still does. */
  private Path kept(JournalEntry entry, int number) throws IOException {
    Path kept = record.old(number);
    if (!Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS)
        || !entry.before().orElseThrow().matches(kept)) {
      throw Staging.refused(
          "the old text of a file is not what was recorded: " + entry.place(),
          kept,
          "delete "
              + UndoRecords.directory(record.root(), record.number())
              + ", and take the file from version control");
    }
    return kept;
  }

  private void requireUnchanged(Set<String> changing) throws IOException {
    List<String> changed = new ArrayList<>();
    for (JournalEntry entry : record.entries()) {
      String path = record.root().relativize(entry.place()).toString();
      boolean free = changing.contains(path) && Files.isRegularFile(entry.place());
      if (entry.isOfFile() && !free && !isAsLeft(entry.place(), entry.after())) {
        changed.add(path);
      }
    }
    if (!changed.isEmpty()) {
      throw Staging.refused(
          "changed since `scaffold " + record.command() + "`: " + String.join(", ", changed),
          record.root(),
          "put "
              + (changed.size() == 1 ? "it" : "them")
              + " back to what the command left, and run `scaffold undo` again");
    }
  }

  private static boolean isAsLeft(Path place, Optional<Fingerprint> after) throws IOException {
    if (after.isEmpty()) {
      return !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }
    return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) && after.get().matches(place);
  }
}
