package dev.loopscope.scaffold.change.disk;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is done about one file or directory, as a journal keeps it.
 *
 * @param kind what is done
 * @param place the file or directory: absolute, and real but for its own name
 * @param before what the file held; absent if there was none
 * @param after what it is going to hold; absent if there will be none
 */
record JournalEntry(
    Kind kind, Path place, Optional<Fingerprint> before, Optional<Fingerprint> after) {
  /** What can be done. */
  enum Kind {
    /** A directory is made. */
    DIRECTORY("directory"),
    /** A file is made. */
    CREATE("create"),
    /** A new file takes the name of the old one. */
    REPLACE("replace"),
    /** The file itself gets new bytes, because a new file would not be the same in all else. */
    OVERWRITE("overwrite"),
    /** The file goes. */
    DELETE("delete"),
    /** A directory goes, if nothing is left in it. */
    REMOVE("remove");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static JournalEntry directory(Path place) {
    return new JournalEntry(Kind.DIRECTORY, place, Optional.empty(), Optional.empty());
  }

  static JournalEntry remove(Path directory) {
    return new JournalEntry(Kind.REMOVE, directory, Optional.empty(), Optional.empty());
  }

  /** Whether it says of a text before and one after just what its kind has. */
  boolean isWhole() {
    boolean had = isOfFile() && kind != Kind.CREATE;
    boolean has = isOfFile() && kind != Kind.DELETE;
    return before.isPresent() == had && after.isPresent() == has;
  }

  /** Whether it is about a file, and not about a directory. */
  boolean isOfFile() {
    return kind != Kind.DIRECTORY && kind != Kind.REMOVE;
  }

  static JournalEntry create(Path place, byte[] after) {
    return new JournalEntry(
        Kind.CREATE, place, Optional.empty(), Optional.of(Fingerprint.of(after)));
  }
}
