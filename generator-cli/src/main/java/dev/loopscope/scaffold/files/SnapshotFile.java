package dev.loopscope.scaffold.files;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Supplier;

/**
 * A file as it was when it was read. A snapshot holds one for each file, whatever names lead to it,
 * so files are compared by identity. Safe for use by several threads.
 */
public final class SnapshotFile {
  private final Path real;
  private final BasicFileAttributes attributes;
  private volatile Supplier<byte[]> bytes;

  SnapshotFile(Path real, BasicFileAttributes attributes, byte[] bytes) {
    this.real = real;
    this.attributes = attributes;
    this.bytes = () -> bytes;
  }

  /** Where it lies: absolute, and without symbolic links. */
  public Path real() {
    return real;
  }

  /** Its size, times and key, as they were before it was read. */
  public BasicFileAttributes attributes() {
    return attributes;
  }

  /** What it holds. Not to be changed. */
  public byte[] bytes() {
    return bytes.get();
  }

  /**
   * Lets go of the bytes, which somebody else keeps in another form, such as their text. A large
   * tree would be in memory twice otherwise.
   *
   * @param again makes the same bytes, every time
   */
  public void keepAs(Supplier<byte[]> again) {
    bytes = again;
  }
}
