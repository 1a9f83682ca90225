package dev.loopscope.scaffold.change.merge;

import dev.loopscope.scaffold.change.FileText;
import java.util.Optional;

/**
 * What becomes of one file.
 *
 * @param path where it is going to be, relative to the suite
 * @param from where it is now; absent if it is not there
 * @param before what is in it now; absent if it is not there
 * @param after what it comes to, with a character for each byte; absent if it goes, or stays as it
 *     is
 * @param reason why it is as it is, for a person; may be empty
 */
public record MergedFile(
    String path,
    Fate fate,
    Optional<String> from,
    Optional<FileText> before,
    Optional<MergedText> after,
    String reason) {

  /** A file that stays as it is, whatever became of its template. */
  static MergedFile untouched(String path, Fate fate, String reason) {
    return new MergedFile(path, fate, Optional.empty(), Optional.empty(), Optional.empty(), reason);
  }

  /** Whether it takes another place. */
  public boolean isMoved() {
    return from.isPresent() && !from.get().equals(path);
  }

  /** Whether anything on the disk is going to be another than it is. */
  public boolean isChange() {
    return after.isPresent() || fate == Fate.DELETED;
  }

  /** How many places of it nobody has decided. */
  public int conflicts() {
    return after.map(MergedText::conflicts).orElse(0);
  }

  /** The same, left as it is. */
  MergedFile skipped() {
    return untouched(from.orElse(path), Fate.SKIPPED, "it stays as it is");
  }

  MergedFile because(String other) {
    return new MergedFile(path, fate, from, before, after, other);
  }

  MergedFile with(MergedText other) {
    return new MergedFile(path, fate, from, before, Optional.of(other), reason);
  }
}
