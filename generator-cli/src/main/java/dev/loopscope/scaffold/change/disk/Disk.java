package dev.loopscope.scaffold.change.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * Every operation that changes a file system, one method each, so that a test can let each of them
 * fail or die in turn. An operation that throws may have been done in part.
 */
public interface Disk {
  /** The disk that is there. */
  static Disk real() {
    return new RealDisk();
  }

  /**
   * Makes a directory that only its owner can look into.
   *
   * @throws java.nio.file.FileAlreadyExistsException if anything is there, a link included
   */
  void createPrivateDirectory(Path directory) throws IOException;

  /**
   * Makes a directory, as open as the user's others.
   *
   * @throws java.nio.file.FileAlreadyExistsException if anything is there, a link included
   */
  void createDirectory(Path directory) throws IOException;

  /**
   * Makes a file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if anything is there, a link included
   */
  void create(Path file, byte[] bytes) throws IOException;

  /**
   * Makes a file with the bytes of another, and with its mode, owner, group and extended attributes
   * as far as this user may set them.
   *
   * @throws java.nio.file.FileAlreadyExistsException if anything is there, a link included
   */
  void copy(Path from, Path to) throws IOException;

  /**
   * Gives a file other bytes and leaves all else about it: its links, owner, mode and attributes. A
   * file that grows is given its room first of all, and one that shrinks is cut last.
   */
  void overwrite(Path file, byte[] bytes) throws IOException;

  /**
   * Gives a file one more name.
   *
   * @throws UnsupportedOperationException if the file system has no hard links
   */
  void link(Path file, Path name) throws IOException;

  /** Renames in one step, over the file that is there. */
  void move(Path from, Path to) throws IOException;

  /** Deletes a file or an empty directory; nothing if it is gone. */
  void delete(Path path) throws IOException;

  /**
   * Returns once the contents of files and the names in directories would survive a loss of power.
   */
  void sync(Collection<Path> filesAndDirectories) throws IOException;

  /**
   * Takes the lock that a file stands for; it ends with the process, however that ends.
   *
   * @param text what the file holds then, for those who wait
   * @return absent if another has it, or had it a moment ago
   * @throws java.nio.file.NoSuchFileException if the file's directory is gone
   */
  Optional<Closeable> lock(Path file, String text) throws IOException;
}
