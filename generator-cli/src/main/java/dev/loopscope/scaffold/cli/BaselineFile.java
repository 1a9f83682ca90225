package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.check.Baseline;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.template.RenderedFile;
import java.io.IOException;
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
   * Reads it.
   *
   * @throws dev.loopscope.scaffold.refusal.RefusalException if it is not there or no baseline
   */
  Baseline read() {
    try {
      return Baseline.parse(typed, Files.readString(path));
    } catch (IOException e) {
      throw new TargetRefusedException(
          new Refusal(
              "the baseline cannot be read",
              typed,
              "write it with `scaffold check --baseline " + typed + " --write-baseline`"));
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
