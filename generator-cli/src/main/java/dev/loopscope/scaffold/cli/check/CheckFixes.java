package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.UnifiedDiff;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.check.Applied;
import dev.loopscope.scaffold.check.Baseline;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Upgrade;
import dev.loopscope.scaffold.check.fix.FixRounds;
import dev.loopscope.scaffold.check.fix.FixedSuites;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fixes of one run as a plan.
 *
 * @param targets what was asked for; the plan's paths are relative to its base
 * @param fixed what the fixes come to
 */
record CheckFixes(CheckTargets targets, FixedSuites fixed) {
  /** What records of fixes are called. */
  private static final String COMMAND = "check --fix";

  static CheckFixes of(
      CheckTargets targets, Function<ConfigFiles, Outcome> check, boolean unsafeToo) {
    return new CheckFixes(targets, FixRounds.run(targets.files(), check, unsafeToo));
  }

  /** Whether there is nothing to change. */
  boolean isEmpty() {
    return fixed.fixed() == 0;
  }

  /** Writes every file, or none. */
  Outcome write(Disk disk) {
    new PlanWriter(disk).apply(plan(), TargetLocator.files(root(), targets.base()), COMMAND);
    return outcome();
  }

  /** Writes every file, and the baseline of what is left with them, or none. */
  Outcome write(Disk disk, BaselineFile baseline) {
    Snapshot files = targets.files().snapshot();
    Baseline left = Baseline.of(baseline.typed(), outcome().keys());
    Path root = root();
    if (!baseline.isWithin(root)) {
      // A journal is of one directory.
      Outcome outcome = write(disk);
      baseline.write(left, files, disk);
      return outcome;
    }
    List<Change> changes = new ArrayList<>(plan().changes());
    changes.add(baseline.change(left, files, targets.base()));
    new PlanWriter(disk)
        .apply(new ChangePlan(changes), TargetLocator.files(root, targets.base()), COMMAND);
    return outcome();
  }

  /** What newer releases would bring to what is left. */
  Optional<Upgrade> upgrade(CheckRun run) {
    return run.upgrade(fixed.left(), fixed.files());
  }

  /** What is left once it is written. */
  private Outcome outcome() {
    List<String> paths = List.copyOf(fixed.after().keySet());
    return fixed.left().with(new Applied(fixed.fixed(), paths));
  }

  /** What writing would change, in the bytes of the files. */
  byte[] diff() {
    return UnifiedDiff.of(plan());
  }

  /** One line on what writing would change. */
  String promise() {
    if (isEmpty()) {
      return "Nothing to fix: no finding has such a fix";
    }
    return "Would fix "
        + count(fixed.fixed(), "finding")
        + " in "
        + count(fixed.after().size(), "file");
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /**
   * The repository's top, so that a command anywhere in it finds what a killed run left there. If
   * there is none that may be written to, the deepest directory that holds what was asked for and
   * what is changed, such as a configuration file above it.
   */
  private Path root() {
    Path root = targets.common();
    for (String path : fixed.after().keySet()) {
      Path file = targets.base().resolve(path).normalize();
      while (!file.startsWith(root)) {
        root = Objects.requireNonNull(root.getParent());
      }
    }
    for (Path at = root; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Files.isWritable(at) ? at : root;
      }
    }
    return root;
  }

  private ChangePlan plan() {
    List<Change.Replace> replacements = new ArrayList<>();
    fixed
        .before()
        .forEach(
            (path, before) ->
                replacements.add(
                    new Change.Replace(
                        path, fileText(before), fileText(before).with(after(path, before)))));
    return ChangePlan.ofReplacements(replacements);
  }

  private String after(String path, SourceText before) {
    return fixed.after().getOrDefault(path, before).text();
  }

  private static FileText fileText(SourceText text) {
    return new FileText(text.text(), text.charset(), text.byteOrderMark());
  }
}
