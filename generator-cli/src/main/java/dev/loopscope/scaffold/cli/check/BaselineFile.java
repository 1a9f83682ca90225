package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.check.Baseline;
import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.FileReading.Cause;
import dev.loopscope.scaffold.files.FileReading.Unread;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.files.SnapshotFile;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a baseline lies.
 *
 * @param typed as it was typed or configured
 * @param path absolute
 * @param within the project's directory if the project names it, as a stranger's project may
 */
record BaselineFile(String typed, Path path, Optional<Path> within) {
  /**
   * The file that a text names.
   *
   * @param directory absolute; what the text is relative to
   * @throws RefusalException if it is no path
   */
  static BaselineFile of(String typed, Path directory) {
    return PathText.resolve(directory, typed)
        .map(path -> new BaselineFile(typed, path, Optional.empty()))
        .orElseThrow(
            () ->
                new RefusalException(
                    new Refusal(
                        "the baseline's name cannot be a path here",
                        typed,
                        PathText.advice("name a file"))));
  }

  /**
   * The file that a project names.
   *
   * @param project absolute; what the text is relative to
   * @throws RefusalException if it is no path, or one that leads out of the project
   */
  static BaselineFile inside(String configured, Path project) {
    Path path = of(configured, project).path().normalize();
    if (!path.startsWith(project) || path.equals(project)) {
      throw new RefusalException(
          new Refusal(
              "the project's `baseline` does not lie inside the project",
              configured + ", for " + project,
              "set `baseline` to a file inside, or name one with --baseline"));
    }
    return new BaselineFile(configured, path, Optional.of(project));
  }

  /**
   * Reads it.
   *
   * @throws TargetRefusedException if it cannot be read or is no baseline
   */
  Baseline read(Snapshot files) {
    FileReading reading = files.read(path);
    if (reading instanceof Unread unread) {
      boolean absent = unread.cause() == FileReading.Cause.ABSENT;
      throw new TargetRefusedException(
          new Refusal(
              "the baseline cannot be read: it " + unread.reason(),
              typed,
              absent
                  ? "write it with `scaffold check --baseline " + typed + " --write-baseline`"
                  : "name the file that --write-baseline wrote"));
    }
    try {
      return Baseline.parse(typed, text(((FileReading.Read) reading).file()));
    } catch (RefusalException e) {
      throw new TargetRefusedException(e.refusal(), e);
    }
  }

  private String text(SnapshotFile file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes())).toString();
    } catch (CharacterCodingException e) {
      throw new TargetRefusedException(
          new Refusal(
              "the baseline is not UTF-8", typed, "name the file that --write-baseline wrote"),
          e);
    }
  }

  /**
   * Writes it, over an older one.
   *
   * @param files of the run
   * @throws TargetRefusedException if what is there is no baseline
   */
  void write(Baseline baseline, Snapshot files, Disk disk) {
    Path root = within.orElseGet(() -> nearestDirectory(path));
    ChangePlan plan = new ChangePlan(List.of(change(baseline, files, root)));
    new PlanWriter(disk).apply(plan, TargetLocator.files(root, root));
  }

  /**
   * What writing it changes.
   *
   * @param directory absolute; what the change's path is relative to
   * @throws TargetRefusedException if what is there is no baseline
   */
  Change change(Baseline baseline, Snapshot files, Path directory) {
    Optional<FileText> before = before(files);
    String place = directory.relativize(path).toString();
    return before.isPresent()
        ? new Change.Replace(place, before.get(), before.get().with(baseline.json()))
        : new Change.Create(place, baseline.json());
  }

  /** Whether it can be written together with files below {@code root}. */
  boolean isWithin(Path root) {
    return path.normalize().startsWith(root) && (within.isEmpty() || within.get().equals(root));
  }

  /**
   * Refuses what {@link #write} would refuse, before anything is written.
   *
   * @throws TargetRefusedException if what is there is no baseline
   */
  void requireReplaceable(Snapshot files) {
    Optional<FileText> unused = before(files);
  }

  private Optional<FileText> before(Snapshot files) {
    FileReading reading = files.read(path);
    boolean absent = reading instanceof Unread unread && unread.cause() == Cause.ABSENT;
    return absent ? Optional.empty() : Optional.of(older(reading));
  }

  private static Path nearestDirectory(Path file) {
    Path directory = Objects.requireNonNull(file.getParent());
    while (!Files.isDirectory(directory)) {
      directory = Objects.requireNonNull(directory.getParent());
    }
    return directory;
  }

  private FileText older(FileReading reading) {
    if (reading instanceof Unread unread) {
      throw noBaseline("what is there " + unread.reason());
    }
    try {
      String text = text(((FileReading.Read) reading).file());
      Baseline.parse(typed, text);
      return new FileText(text, StandardCharsets.UTF_8, false);
    } catch (RefusalException e) {
      throw noBaseline("what is there is none");
    }
  }

  private TargetRefusedException noBaseline(String why) {
    return new TargetRefusedException(
        new Refusal(
            "--write-baseline replaces nothing but a baseline, and " + why,
            typed,
            "name another file, or move this one away"));
  }
}
