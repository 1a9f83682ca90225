package dev.loopscope.scaffold.cli.update;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.UnifiedDiff;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.Leftovers;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.Settlement;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.change.merge.ConflictChoice;
import dev.loopscope.scaffold.change.merge.Fate;
import dev.loopscope.scaffold.change.merge.MergedFile;
import dev.loopscope.scaffold.change.merge.MergedPlan;
import dev.loopscope.scaffold.change.merge.Sides;
import dev.loopscope.scaffold.change.merge.SuiteMerge;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.plan.PlanJson;
import dev.loopscope.scaffold.cli.recorded.RecordedSuite;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.template.release.Succession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code scaffold update}: merges a suite with what its templates and answers make today. */
public final class UpdateCommand {
  /** What records of updates are called. */
  static final String NAME = "update";

  private final Console console;
  private final Path workingDirectory;
  private final Questions questions;
  private final Disk disk;

  /** Prints to {@code console}, asks {@code questions}, writes to {@code disk}. */
  public UpdateCommand(Console console, Path workingDirectory, Questions questions, Disk disk) {
    this.console = console;
    this.workingDirectory = workingDirectory;
    this.questions = questions;
    this.disk = disk;
  }

  /** What it takes, as it asks {@code questions}. */
  public static CommandSyntax syntax(Questions questions) {
    return UpdateArguments.syntax(questions);
  }

  /** Reads the arguments and the suite, merges, and writes if nothing contradicts that. */
  public ExitCode run(List<String> arguments) {
    UpdateArguments asked = UpdateArguments.parse(questions, arguments);
    if (asked.help()) {
      console.lines(syntax(questions).usage(console.terminal().width()));
      return ExitCode.DONE;
    }
    ConflictChoice choice = asked.onConflict();
    Path directory = RecordedSuite.directory(workingDirectory, asked.directory());
    settleLeftovers(directory, asked.isRehearsal());
    RecordedSuite suite = RecordedSuite.in(directory, questions);
    Optional<PendingUpdate> pending = PendingUpdate.in(suite.files());
    if (asked.has(UpdateOptions.CONTINUE) || asked.has(UpdateOptions.ABORT)) {
      return new UnfinishedUpdate(console, disk, suite, pending).end(asked);
    }
    if (pending.isPresent()) {
      return unfinished(asked, directory);
    }
    Answers today = asked.answers(suite.recorded().answers());
    Succession own = Succession.of(suite.recorded(), today);
    PlacedSuccession files =
        PlacedSuccession.isPlaced(suite.files())
            ? PlacedSuccession.of(own, suite.files())
            : new PlacedSuccession(own.counterparts(), List.of());
    UpdateReport report =
        new UpdateReport(
            asked.directory(),
            suite.recorded(),
            today,
            SuiteMerge.of(suite.files(), files.counterparts()),
            files.requirements(),
            false,
            false);
    return finish(asked, choice, suite, report);
  }

  private void settleLeftovers(Path directory, boolean rehearsal) {
    Settlement settlement = new Leftovers(disk).settleAt(List.of(directory));
    if (!rehearsal && !settlement.left().isEmpty()) {
      settlement.told().forEach(console::note);
      throw new TargetRefusedException(settlement.left().get(0));
    }
    settlement.lines().forEach(console::note);
  }

  private ExitCode unfinished(UpdateArguments asked, Path directory) {
    Refusal refusal =
        new Refusal(
            "an update is not at its end: its conflicts are not resolved, or it was not told so",
            directory.resolve(PendingUpdate.PATH).toString(),
            "run `scaffold update --continue` once they are, or `--abort`");
    if (asked.has(UpdateOptions.CHECK)) {
      console.refuse(refusal);
      return ExitCode.FINDINGS;
    }
    throw new TargetRefusedException(refusal);
  }

  private ExitCode finish(
      UpdateArguments asked, ConflictChoice choice, RecordedSuite suite, UpdateReport planned) {
    List<MergedFile> files = planned.files();
    boolean pending = files.stream().anyMatch(MergedFile::isChange);
    boolean conflicts = files.stream().anyMatch(it -> it.conflicts() > 0);
    if (asked.has(UpdateOptions.CHECK)) {
      print(asked, planned, Optional.empty());
      boolean blocked = files.stream().anyMatch(it -> it.fate() == Fate.BLOCKED);
      return pending || blocked ? ExitCode.FINDINGS : ExitCode.DONE;
    }
    requireWritable(choice, suite.directory(), files);
    boolean marked = conflicts && choice == ConflictChoice.MARKERS;
    String now = ScaffoldVersion.current();
    MergedPlan merged = new MergedPlan(choice, new Sides("yours", "templates of scaffold " + now));
    ChangePlan plan = marked ? unfinished(merged, files) : merged.plan(files);
    NarrowedFixtures.requireNone(suite.directory(), marked ? theirs(files) : plan);
    if (asked.has(UpdateOptions.DIFF)) {
      console.bytes(UnifiedDiff.of(plan));
      return ExitCode.DONE;
    }
    boolean written = !asked.has(UpdateOptions.DRY_RUN) && !plan.changes().isEmpty();
    if (written) {
      new PlanWriter(disk)
          .apply(plan, TargetLocator.files(suite.directory(), suite.directory()), NAME);
      console.changed("run `scaffold update --check` to see that nothing is left: it is written");
    }
    print(
        asked,
        planned.done(merged.chosen(files), written, marked),
        Optional.of(
            new PlanJson(
                plan,
                Map.of(AnswersFile.PATH, suite.files().read(AnswersFile.PATH).orElseThrow()))));
    return written && marked ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  /** What an update with markers comes to where the templates' side is kept. */
  private static ChangePlan theirs(List<MergedFile> files) {
    return new MergedPlan(ConflictChoice.THEIRS, new Sides("", "")).plan(files);
  }

  /** With markers, the answers stay, and what they are going to be is kept beside them. */
  private static ChangePlan unfinished(MergedPlan merged, List<MergedFile> files) {
    List<MergedFile> others =
        files.stream().filter(it -> !it.path().equals(AnswersFile.PATH)).toList();
    List<String> conflicts =
        files.stream().filter(it -> it.conflicts() > 0).map(MergedFile::path).toList();
    String answers =
        files.stream()
            .filter(it -> it.path().equals(AnswersFile.PATH))
            .flatMap(it -> it.after().stream())
            .map(it -> it.ours())
            .findFirst()
            .orElse("");
    List<Change> changes = new ArrayList<>(merged.plan(others).changes());
    changes.add(
        new Change.Create(PendingUpdate.PATH, new PendingUpdate(conflicts, answers).text()));
    return new ChangePlan(changes);
  }

  private static void requireWritable(
      ConflictChoice choice, Path directory, List<MergedFile> files) {
    for (MergedFile file : files) {
      if (file.fate() == Fate.BLOCKED) {
        throw new TargetRefusedException(
            new Refusal(
                file.reason(),
                directory.resolve(file.path()).toString(),
                "move it away, or delete it, and run the command again"));
      }
    }
    List<String> conflicts = new ArrayList<>();
    for (MergedFile file : files) {
      if (file.conflicts() > 0) {
        int places = file.conflicts();
        conflicts.add(
            file.from().orElse(file.path())
                + (places == 1 ? " (1 place)" : " (" + places + " places)"));
      }
    }
    if (choice == ConflictChoice.OURS || choice == ConflictChoice.THEIRS) {
      TakenSide.requireWhole(choice, directory, files);
    }
    if (choice == ConflictChoice.STOP && !conflicts.isEmpty()) {
      throw new TargetRefusedException(
          new Refusal(
              "you and the templates changed the same lines, and nothing was written",
              String.join(", ", conflicts),
              ownResource(files)
                  + "pass --on-conflict markers to have both in the files and resolve them there;"
                  + " or skip to keep these files, and all modules with one, as they are; or ours"
                  + " or theirs"));
    }
  }

  /** What is best where somebody put something of their own into the place of the example. */
  private static String ownResource(List<MergedFile> files) {
    return files.stream()
        .filter(it -> it.fate() == Fate.LEFT_OUT && it.path().endsWith(".py"))
        .filter(it -> !it.path().substring(it.path().lastIndexOf('/') + 1).startsWith("test_"))
        .map(MergedFile::path)
        .findFirst()
        .map(
            it ->
                it
                    + " was deleted here, so pass --on-conflict skip if something of yours is in"
                    + " its place, and all modules stay as they are; else ")
        .orElse("");
  }

  private void print(UpdateArguments asked, UpdateReport report, Optional<PlanJson> plan) {
    console.lines(asked.has(UpdateOptions.JSON) ? report.json(plan) : report.text());
  }
}
