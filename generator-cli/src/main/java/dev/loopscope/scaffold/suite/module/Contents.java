package dev.loopscope.scaffold.suite.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the files that are there hold. Edits that are planned can be looked at before they are
 * written. Safe for use by several threads.
 */
@FunctionalInterface
public interface Contents {
  /**
   * The bytes of a file that is there.
   *
   * @param file absolute, without {@code .} and {@code ..}
   * @throws IOException if it cannot be read
   */
  byte[] of(Path file) throws IOException;

  /** What is on the disk. */
  static Contents onDisk() {
    return Files::readAllBytes;
  }

  /** What is on the disk, but for these files. */
  static Contents onDiskExcept(Map<Path, byte[]> planned) {
    Map<Path, byte[]> copy = Map.copyOf(planned);
    return file -> {
      byte[] bytes = copy.get(file);
      return bytes == null ? Files.readAllBytes(file) : bytes.clone();
    };
  }
}
