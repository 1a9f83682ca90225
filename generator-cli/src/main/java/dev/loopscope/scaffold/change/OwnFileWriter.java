package dev.loopscope.scaffold.change;

import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Writes a file that is scaffold's own record, such as a baseline: what is there is an older one.
 * The text is staged beside it, so that there is the old file or the new one.
 */
public final class OwnFileWriter {
  private OwnFileWriter() {}

  /**
   * Writes the file, and the directories above it.
   *
   * @throws WriteFailedException if the disk fails; what was there is still there
   */
  public static void write(Path file, byte[] bytes) {
    Path place = file.toAbsolutePath().normalize();
    Path directory = Optional.ofNullable(place.getParent()).orElse(place);
    Path stage = place.resolveSibling("." + place.getFileName() + PlanWriter.STAGE);
    try {
      Files.createDirectories(directory);
      if (Files.isDirectory(place)) {
        throw new IOException("a directory is there");
      }
      Files.write(stage, bytes);
      Files.move(stage, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WriteFailedException(
          new Refusal(
              "nothing was written: " + Failures.reason(e),
              file.toString(),
              "mend that and run the command again"),
          e);
    }
  }
}
