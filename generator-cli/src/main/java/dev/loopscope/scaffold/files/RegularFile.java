package dev.loopscope.scaffold.files;

import dev.loopscope.scaffold.files.FileReading.Cause;
import dev.loopscope.scaffold.files.FileReading.Read;
import dev.loopscope.scaffold.files.FileReading.Unread;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;

/** Reads the bytes of what was seen to be a regular file. */
final class RegularFile {
  /** No link is followed any more: one that is there now was put there meanwhile. */
  private static final Set<java.nio.file.OpenOption> OPTIONS =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  /** The channel copies through memory outside the heap, as much as it is asked for at once. */
  private static final int CHUNK = 1 << 18;

  private RegularFile() {}

  /**
   * Reads it, and not more of it than is allowed, should it grow meanwhile.
   *
   * @param real without links
   * @param seen the file's attributes
   */
  static FileReading read(Path real, BasicFileAttributes seen, long largest) {
    if (seen.size() > largest) {
      return tooLarge(largest);
    }
    try (SeekableByteChannel channel = Files.newByteChannel(real, OPTIONS)) {
      // One byte more than there should be, so that one look tells that it was the last.
      ByteBuffer buffer = ByteBuffer.allocate((int) seen.size() + 1);
      while (fill(buffer, channel)) {
        if (buffer.position() > largest) {
          return tooLarge(largest);
        }
        if (!buffer.hasRemaining()) {
          int longer = (int) Math.min(largest + 1, 2L * buffer.capacity());
          buffer =
              ByteBuffer.wrap(Arrays.copyOf(buffer.array(), longer)).position(buffer.position());
        }
      }
      byte[] bytes = buffer.array();
      return new Read(
          new SnapshotFile(
              real,
              seen,
              bytes.length == buffer.position() ? bytes : Arrays.copyOf(bytes, buffer.position())));
    } catch (IOException e) {
      return new Unread(Cause.FAILED, "cannot be read: " + ReadFailures.reason(e));
    }
  }

  /** Reads on; false at the end of the file. */
  private static boolean fill(ByteBuffer buffer, SeekableByteChannel channel) throws IOException {
    int wanted = Math.min(CHUNK, buffer.remaining());
    ByteBuffer chunk = buffer.slice(buffer.position(), wanted);
    int read = channel.read(chunk);
    if (read > 0) {
      buffer.position(buffer.position() + read);
    }
    // A regular file gives all that is asked for until its end.
    return read == wanted;
  }

  private static Unread tooLarge(long largest) {
    return new Unread(Cause.TOO_LARGE, "is larger than " + (largest >> 20) + " MiB");
  }
}
