package dev.loopscope.scaffold.change.disk;

import dev.loopscope.scaffold.change.TargetRefusedException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Takes back what a journal says, however much of it had been done. Can be interrupted at any
 * moment and done again. What somebody changed since is not overwritten: nothing is taken back
 * then.
 */
final class TakeBack {
  private final Disk disk;
  private final Stage stage;
  private final List<JournalEntry> entries;

  TakeBack(Disk disk, Stage stage, Journal journal) {
    this.disk = disk;
    this.stage = stage;
    this.entries = journal.entries();
  }

  /**
   * Brings every file back to what it was; returns once that has reached the disk.
   *
   * @throws TargetRefusedException if a file holds neither its old text nor its new one
   */
  void run() throws IOException {
    for (int number = 0; number < entries.size(); number++) {
      requireOldOrNew(entries.get(number), number);
    }
    Set<Path> changed = new LinkedHashSet<>();
    for (int number = entries.size() - 1; number >= 0; number--) {
      takeBack(entries.get(number), number, changed);
    }
    changed.removeIf(path -> !Files.exists(path));
    disk.sync(changed);
  }

  private void requireOldOrNew(JournalEntry entry, int number) throws IOException {
    if (!entry.isOfFile() || isStillStaged(entry)) {
      return;
    }
    Path place = entry.place();
    requireNoLinkOnTheWay(place);
    boolean there = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    boolean known =
        switch (entry.kind()) {
          case CREATE -> !there || holds(place, entry.after());
          case DELETE -> !there || holds(place, entry.before());
          default ->
              holds(place, entry.before())
                  || holds(place, entry.after())
                  || (entry.kind() == JournalEntry.Kind.OVERWRITE && isPartOfBoth(place, number));
        };
    if (!known) {
      throw Staging.refused(
          "a run that was killed had begun to change this file, and it was changed again since",
          place,
          (entry.before().isPresent()
                  ? "its old text is in "
                      + stage.oldText(number)
                      + ": take from there what you want"
                  : "move it away if you want to keep it")
              + ", delete "
              + stage.directory()
              + ", and run the command again");
    }
  }

  private void takeBack(JournalEntry entry, int number, Set<Path> changed) throws IOException {
    Path place = entry.place();
    if (isStillStaged(entry)) {
      return;
    }
    switch (entry.kind()) {
      case DIRECTORY -> deleteIfEmpty(place, changed);
      case REMOVE -> {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
          disk.createDirectory(place);
          changed.add(above(place));
        }
      }
      case CREATE -> {
        if (holds(place, entry.after())) {
          disk.delete(place);
          changed.add(above(place));
        }
      }
      case REPLACE, DELETE -> {
        if (!holds(place, entry.before())) {
          disk.move(stage.oldText(number), place);
          changed.add(above(place));
        }
      }
      case OVERWRITE -> {
        if (!holds(place, entry.before())) {
          disk.overwrite(place, Files.readAllBytes(stage.oldText(number)));
          changed.add(place);
        }
      }
    }
  }

  private void deleteIfEmpty(Path directory, Set<Path> changed) throws IOException {
    if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      try {
        disk.delete(directory);
        changed.add(above(directory));
      } catch (DirectoryNotEmptyException e) {
        // Somebody put a file of theirs into it.
        return;
      }
    }
  }

  /** Whether a new file or directory never got to its place: what is there is somebody else's. */
  private boolean isStillStaged(JournalEntry entry) {
    boolean made =
        entry.kind() == JournalEntry.Kind.CREATE || entry.kind() == JournalEntry.Kind.DIRECTORY;
    return made && Files.exists(stage.created(entry.place()), LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean holds(Path place, Optional<Fingerprint> text) throws IOException {
    return text.isPresent()
        && Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
        && text.get().matches(place);
  }

  /** Whether a file looks as if the writing of its new text over its old one had been cut short. */
  private boolean isPartOfBoth(Path place, int number) throws IOException {
    if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    byte[] found = Files.readAllBytes(place);
    byte[] before = Files.readAllBytes(stage.oldText(number));
    byte[] after = Files.readAllBytes(stage.newText(number));
    boolean part =
        found.length >= Math.min(before.length, after.length)
            && found.length <= Math.max(before.length, after.length);
    for (int i = 0; part && i < found.length; i++) {
      // A disk that lost power may have made room for bytes that never came.
      part =
          found[i] == 0
              || (i < before.length && found[i] == before[i])
              || (i < after.length && found[i] == after[i]);
    }
    return part;
  }

  private static void requireNoLinkOnTheWay(Path place) throws IOException {
    Path above = above(place);
    if (Files.exists(above) && !above.toRealPath().equals(above)) {
      throw Staging.refused(
          "a run that was killed had begun to change a file behind what is a symbolic link now",
          above,
          "put the directory back, and run the command again");
    }
  }

  private static Path above(Path path) {
    return Objects.requireNonNull(path.getParent());
  }
}
