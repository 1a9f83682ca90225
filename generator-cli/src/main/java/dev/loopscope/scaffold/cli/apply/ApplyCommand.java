package dev.loopscope.scaffold.cli.apply;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.TargetNotEmptyException;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.UnifiedDiff;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.Leftovers;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.Settlement;
import dev.loopscope.scaffold.change.disk.Target;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.cli.line.WorkingDirectory;
import dev.loopscope.scaffold.cli.plan.PlanFile;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.nio.file.Path;
import java.util.List;

/** {@code scaffold apply}: carries out a plan that another command wrote as JSON. */
public final class ApplyCommand {
  /** The command whose target is made, and which leaves no record but the answers. */
  private static final String NEW = "new";

  /** What it takes. */
  public static final CommandSyntax SYNTAX =
      new CommandSyntax(
          "scaffold apply",
          "Carries out the plan that new, add, adopt or update wrote with --dry-run --json, if the"
              + " disk is as it was.",
          List.of(
              new Example("scaffold add --dry-run --json > plan.json", "writes a plan"),
              new Example("scaffold apply plan.json", "carries out exactly that")),
          new Positional("PLAN", true, false, "a file with that JSON"),
          ApplyOptions.ALL,
          "`scaffold explain apply` tells what a plan holds.");

  private final Console console;
  private final Path workingDirectory;
  private final Disk disk;

  /** Prints to {@code console}, writes to {@code disk}. */
  public ApplyCommand(Console console, Path workingDirectory, Disk disk) {
    this.console = console;
    this.workingDirectory = workingDirectory;
    this.disk = disk;
  }

  /** Reads the arguments and the plan, compares it with the disk, and writes. */
  public ExitCode run(List<String> arguments) {
    TypedArguments asked = SYNTAX.read(arguments);
    if (asked.help()) {
      console.lines(SYNTAX.usage(console.terminal().width()));
      return ExitCode.DONE;
    }
    String typed = asked.first().orElseThrow();
    PlanFile file = PlanFile.read(path(typed, "PLAN"));
    boolean writes = !asked.has(ApplyOptions.DRY_RUN) && !asked.has(ApplyOptions.DIFF);
    Path directory = path(file.directory(), "the plan's directory");
    settleLeftovers(directory, writes);
    Target target = target(file, directory);
    ChangePlan plan =
        file.on(Snapshot.around(target.root(), List.of(target.root())), target.directory());
    if (asked.has(ApplyOptions.DIFF)) {
      console.bytes(UnifiedDiff.of(plan));
      return ExitCode.DONE;
    }
    if (writes && !plan.changes().isEmpty()) {
      write(file, plan, target);
    }
    report(file, typed, plan, writes);
    return writes && file.marked() ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private Path path(String typed, String what) {
    if (!typed.startsWith("/")) {
      WorkingDirectory.requireFound(workingDirectory);
    }
    String next = "name a file that holds a plan";
    return PathText.resolve(workingDirectory.toAbsolutePath().normalize(), typed)
        .orElseThrow(
            () ->
                new RefusalException(
                    new Refusal(what + " cannot be a path", typed, PathText.advice(next))));
  }

  private void settleLeftovers(Path directory, boolean writes) {
    Settlement settlement = new Leftovers(disk).settleAt(List.of(directory));
    if (writes && !settlement.left().isEmpty()) {
      settlement.told().forEach(console::note);
      throw new TargetRefusedException(settlement.left().get(0));
    }
    settlement.lines().forEach(console::note);
  }

  private static Target target(PlanFile file, Path directory) {
    if (!file.command().equals(NEW)) {
      return TargetLocator.files(directory, directory);
    }
    try {
      return TargetLocator.locate(directory);
    } catch (TargetNotEmptyException e) {
      throw new TargetRefusedException(
          new Refusal(
              "the disk is not as it was when the plan was made: " + e.refusal().what(),
              e.refusal().where(),
              "make the plan again, for a directory that is new or empty"),
          e);
    }
  }

  private void write(PlanFile file, ChangePlan plan, Target target) {
    PlanWriter writer = new PlanWriter(disk);
    if (file.command().equals(NEW)) {
      writer.apply(plan, target);
    } else {
      writer.apply(plan, target, file.command());
    }
    console.changed("do not run `scaffold apply` again: the plan is carried out");
  }

  private void report(PlanFile file, String typed, ChangePlan plan, boolean written) {
    if (plan.changes().isEmpty()) {
      console.line("Nothing to do: the plan changes nothing in " + file.directory());
      return;
    }
    console.line(
        (written ? "Carried out " : "Would carry out ")
            + typed
            + ", a plan of `scaffold "
            + file.command()
            + "`, in "
            + file.directory());
    plan.changes().forEach(it -> console.line("  " + line(it)));
    if (written) {
      String directory = ShellWord.path(file.directory());
      if (file.marked()) {
        console.line(
            "Resolve the conflicts, then run `scaffold "
                + file.command()
                + " --continue "
                + directory
                + "`.");
      }
      console.line("`scaffold undo " + directory + "` takes it back.");
    }
  }

  private static String line(Change change) {
    if (change instanceof Change.Create) {
      return "created  " + change.path();
    }
    if (change instanceof Change.Delete) {
      return "deleted  " + change.path();
    }
    return change instanceof Change.Move move
        ? "moved    " + move.from() + " -> " + move.path()
        : "changed  " + change.path();
  }
}
