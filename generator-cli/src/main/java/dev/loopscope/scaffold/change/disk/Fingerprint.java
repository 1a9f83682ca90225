package dev.loopscope.scaffold.change.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * Tells one text of a file from another. It guards against chance, not against malice: who could
 * write into a stage could write into the files as well.
 *
 * @param size in bytes
 * @param crc the CRC-32 of the bytes
 */
record Fingerprint(long size, long crc) {
  static Fingerprint of(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return new Fingerprint(bytes.length, crc.getValue());
  }

  /** Whether a file holds this text. */
  boolean matches(Path file) throws IOException {
    return Files.size(file) == size && of(Files.readAllBytes(file)).equals(this);
  }
}
