package dev.loopscope.scaffold.cli.undo;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.change.disk.UndoRecords;
import dev.loopscope.scaffold.change.merge.SuiteOnDisk;
import dev.loopscope.scaffold.files.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/** Where commands left records: in the directory that they ran for, or the repository's top. */
final class RecordedPlaces {
  private RecordedPlaces() {}

  /**
   * The directory with the record of what was done last, for one who stands in {@code directory};
   * absent if nothing is recorded, or if the suite there was written since.
   *
   * @param directory real
   */
  static Optional<Path> last(Path directory) {
    Optional<Path> found = Optional.empty();
    Optional<FileTime> latest = Optional.empty();
    for (Path at = directory; at != null; at = isTop(at) ? null : at.getParent()) {
      Optional<FileTime> time = UndoRecords.time(at);
      if (time.isPresent() && (latest.isEmpty() || time.get().compareTo(latest.get()) > 0)) {
        found = Optional.of(at);
        latest = time;
      }
    }
    Optional<FileTime> written = written(directory);
    boolean older =
        found.isPresent()
            && !found.get().equals(directory)
            && written.isPresent()
            && written.get().compareTo(latest.orElseThrow()) > 0;
    return older ? Optional.empty() : found;
  }

  private static boolean isTop(Path directory) {
    return Files.exists(directory.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
  }

  private static Optional<FileTime> written(Path directory) {
    try {
      return Optional.of(
          Files.getLastModifiedTime(
              directory.resolve(AnswersFile.PATH), LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      // No suite is there.
      return Optional.empty();
    }
  }

  /** What to do where nothing is recorded. */
  static String next(Path directory) {
    List<String> below = new SuiteOnDisk(Snapshot.of(List.of(directory)), directory).suites();
    return below.isEmpty()
        ? "name the directory in which the command ran; git may know what you look for"
        : "name the directory of a suite: " + String.join(", ", below);
  }
}
