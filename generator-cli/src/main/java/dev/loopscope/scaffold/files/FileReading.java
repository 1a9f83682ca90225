package dev.loopscope.scaffold.files;

import java.util.Optional;

/** What came of looking for a file: the file, or why there is none to read. */
public sealed interface FileReading {
  /**
   * There is one, and this is it.
   *
   * @param file what was read
   */
  record Read(SnapshotFile file) implements FileReading {}

  /**
   * Nothing was read.
   *
   * @param cause what kept it from being read
   * @param reason the same for a person, as what follows the file's name: {@code is a pipe}
   */
  record Unread(Cause cause, String reason) implements FileReading {
    /**
     * Whether there is no regular file under the name. Tools that look for a file by its name, such
     * as pytest for a {@code conftest.py}, pass over it.
     */
    public boolean isNothing() {
      return cause == Cause.ABSENT || cause == Cause.NOT_REGULAR;
    }
  }

  /** What keeps a file from being read. */
  enum Cause {
    /** Nothing has the name, or it is a link that leads to nothing. */
    ABSENT,
    /** It is a directory, a pipe, a socket or a device. */
    NOT_REGULAR,
    /** It has more bytes than are read. */
    TOO_LARGE,
    /** It lies behind a symbolic link that leads out of what was asked for. */
    LEADS_OUT,
    /** It is there, but may not be read, or the disk failed, or it was deleted meanwhile. */
    FAILED
  }

  /** The file, if it was read. */
  default Optional<SnapshotFile> toOptional() {
    return this instanceof Read read ? Optional.of(read.file()) : Optional.empty();
  }
}
