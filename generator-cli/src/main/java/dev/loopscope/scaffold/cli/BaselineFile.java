package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.check.Baseline;
import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.files.SnapshotFile;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.RenderedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Where a baseline lies.
 *
 * @param typed as it was typed or configured
 * @param path absolute
 */
record BaselineFile(String typed, Path path) {
  /**
   * The file that a text names.
   *
   * @param directory absolute; what the text is relative to
   * @throws RefusalException if it is no path
   */
  static BaselineFile of(String typed, Path directory) {
    return PathText.resolve(directory, typed)
        .map(path -> new BaselineFile(typed, path))
        .orElseThrow(
            () ->
                new RefusalException(
                    new Refusal(
                        "the baseline's name cannot be a path here",
                        typed,
                        PathText.advice("name a file"))));
  }

  /**
   * Reads it.
   *
   * @throws RefusalException if it cannot be read or is no baseline
   */
  Baseline read(Snapshot files) {
    FileReading reading = files.read(path);
    if (reading instanceof FileReading.Unread unread) {
      boolean absent = unread.cause() == FileReading.Cause.ABSENT;
      throw new TargetRefusedException(
          new Refusal(
              "the baseline cannot be read: it " + unread.reason(),
              typed,
              absent
                  ? "write it with `scaffold check --baseline " + typed + " --write-baseline`"
                  : "name the file that --write-baseline wrote"));
    }
    return Baseline.parse(typed, text(((FileReading.Read) reading).file()));
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
   * @throws TargetRefusedException if what is there is no baseline
   */
  void write(Baseline baseline, Disk disk) {
    Path file = path.normalize();
    Path root = Objects.requireNonNull(file.getParent());
    while (!Files.isDirectory(root)) {
      root = Objects.requireNonNull(root.getParent());
    }
    new PlanWriter(disk)
        .apply(plan(root.relativize(file), baseline), TargetLocator.files(root, root));
  }

  private ChangePlan plan(Path file, Baseline baseline) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      RenderedFile made = new RenderedFile(file.toString(), baseline.json());
      return new ChangePlan(List.of(new Change.Create(made)));
    }
    FileText before = new FileText(older(), StandardCharsets.UTF_8, false);
    return new ChangePlan(
        List.of(new Change.Replace(file.toString(), before, before.with(baseline.json()))));
  }

  private String older() {
    try {
      String text = Files.readString(path);
      Baseline.parse(typed, text);
      return text;
    } catch (RefusalException | IOException e) {
      throw new TargetRefusedException(
          new Refusal(
              "--write-baseline would replace a file that is no baseline",
              typed,
              "name another file, or move this one away"));
    }
  }
}
