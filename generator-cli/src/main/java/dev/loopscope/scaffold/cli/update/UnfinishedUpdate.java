package dev.loopscope.scaffold.cli.update;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.change.disk.UndoRecord;
import dev.loopscope.scaffold.change.disk.UndoRecords;
import dev.loopscope.scaffold.change.merge.Conflicts;
import dev.loopscope.scaffold.change.merge.TomlText;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.recorded.RecordedSuite;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The end of an update that wrote conflict markers: {@code --continue} or {@code --abort}. */
record UnfinishedUpdate(
    Console console, Disk disk, RecordedSuite suite, Optional<PendingUpdate> pending) {
  ExitCode end(UpdateArguments asked) {
    if (pending.isEmpty()) {
      throw new TargetRefusedException(
          new Refusal(
              "no update is under way here",
              suite.directory().toString(),
              "run `scaffold update`"));
    }
    if (asked.has(UpdateOptions.CONTINUE)) {
      carryOn(pending.get());
      console.line("The update is at its end: the answers are those of today.");
    } else {
      abort(pending.get());
      console.line(
          "Everything is as it was before the update. `scaffold undo` brings the conflicts, and"
              + " what was done about them, back.");
    }
    console.changed("do not run it again: it is written");
    return ExitCode.DONE;
  }

  private void abort(PendingUpdate update) {
    Optional<UndoRecord> last = UndoRecords.last(suite.directory());
    if (last.isEmpty() || !last.get().command().equals(UpdateCommand.NAME)) {
      throw new TargetRefusedException(
          new Refusal(
              "the update is not the last thing that was recorded here: it was begun on another"
                  + " machine, or another command ran since",
              suite.directory().resolve(PendingUpdate.PATH).toString(),
              "take the files from version control; or resolve the conflicts, and run `scaffold"
                  + " update --continue`"));
    }
    new PlanWriter(disk)
        .undo(last.get(), Set.copyOf(update.conflicts()), UpdateCommand.NAME + " --abort");
  }

  private void carryOn(PendingUpdate update) {
    requireResolved(update);
    requireImportable(update);
    List<Change> changes = new ArrayList<>();
    FileText answers = suite.files().read(AnswersFile.PATH).orElseThrow();
    changes.add(new Change.Replace(AnswersFile.PATH, answers, answers.with(update.answers())));
    changes.add(
        new Change.Delete(
            PendingUpdate.PATH, suite.files().read(PendingUpdate.PATH).orElseThrow()));
    new PlanWriter(disk)
        .apply(
            new ChangePlan(changes),
            TargetLocator.files(suite.directory(), suite.directory()),
            UpdateCommand.NAME + " --continue");
  }

  private void requireImportable(PendingUpdate update) {
    AnswersFile today =
        AnswersFile.parse(
            suite.recorded().answers().questions(), ScaffoldVersion.current(), update.answers());
    UnboundNames names = UnboundNames.of(new Renderer().render(today.answers()));
    List<String> broken = new ArrayList<>();
    for (String path : update.conflicts()) {
      if (path.endsWith(".py")) {
        List<String> unbound =
            suite.files().read(path).map(it -> names.in(it.text())).orElse(List.of());
        if (!unbound.isEmpty()) {
          broken.add(path + " (" + String.join(", ", unbound) + ")");
        }
      }
    }
    if (!broken.isEmpty()) {
      throw new TargetRefusedException(
          new Refusal(
              "these modules use names that they do not import",
              String.join(", ", broken),
              "delete what the templates added with them, or import them, and run the command"
                  + " again; or run `scaffold update --abort`, and then `scaffold update"
                  + " --on-conflict skip`, which keeps all modules as they were"));
    }
  }

  private void requireResolved(PendingUpdate update) {
    List<String> left = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    for (String path : update.conflicts()) {
      Optional<String> text = suite.files().read(path).map(FileText::text);
      if (text.isPresent() && Conflicts.areLeftIn(text.get())) {
        left.add(path);
      } else if (text.isPresent() && !TomlText.isValid(path, text.get())) {
        invalid.add(path);
      }
    }
    if (!left.isEmpty()) {
      throw new TargetRefusedException(
          new Refusal(
              "conflicts are left: lines between <<<<<<< and >>>>>>>",
              String.join(", ", left),
              "keep what you want of them, delete the marks, and run the command again"));
    }
    if (!invalid.isEmpty()) {
      throw new TargetRefusedException(
          new Refusal(
              "what became of a conflict is no TOML",
              String.join(", ", invalid),
              "mend it, and run the command again"));
    }
  }
}
