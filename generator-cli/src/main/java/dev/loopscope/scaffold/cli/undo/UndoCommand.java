package dev.loopscope.scaffold.cli.undo;

import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.Failures;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.Leftovers;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.Settlement;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.change.disk.UndoRecord;
import dev.loopscope.scaffold.change.disk.UndoRecords;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.cli.recorded.RecordedSuite;
import dev.loopscope.scaffold.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code scaffold undo}: takes back what the last command changed. */
public final class UndoCommand {
  /** What it takes. */
  public static final CommandSyntax SYNTAX =
      new CommandSyntax(
          "scaffold undo",
          "Takes back what the last new, add, adopt, update or check --fix changed in a directory.",
          List.of(
              new Example("scaffold undo", "takes back what was done last here"),
              new Example("scaffold undo --list", "shows what can be taken back")),
          new Positional(
              "DIRECTORY", false, false, "where the command ran, or below (default: this one)"),
          UndoOptions.ALL,
          "`scaffold explain undo` tells what it keeps, and when it refuses.");

  private final Console console;
  private final Path workingDirectory;
  private final Questions questions;
  private final Disk disk;

  /** Prints to {@code console}, knows suites by {@code questions}, writes to {@code disk}. */
  public UndoCommand(Console console, Path workingDirectory, Questions questions, Disk disk) {
    this.console = console;
    this.workingDirectory = workingDirectory;
    this.questions = questions;
    this.disk = disk;
  }

  /** Reads the arguments, finds what was done last, and takes it back. */
  public ExitCode run(List<String> arguments) {
    TypedArguments asked = SYNTAX.read(arguments);
    if (asked.help()) {
      console.lines(SYNTAX.usage(console.terminal().width()));
      return ExitCode.DONE;
    }
    String typed = asked.first().orElse(".");
    Path directory = real(RecordedSuite.directory(workingDirectory, typed));
    settleLeftovers(directory);
    Optional<Path> root = RecordedPlaces.last(directory);
    if (asked.has(UndoOptions.LIST)) {
      list(directory, root);
      return ExitCode.DONE;
    }
    boolean write = !asked.has(UndoOptions.DRY_RUN);
    if (root.isPresent()) {
      undo(UndoRecords.last(root.get()).orElseThrow(), write);
    } else {
      undoNew(directory, typed, write);
    }
    return ExitCode.DONE;
  }

  private static Path real(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      throw new TargetRefusedException(
          new Refusal(
              "the directory cannot be looked at: " + Failures.reason(e),
              directory.toString(),
              "name the directory in which something is to be taken back"),
          e);
    }
  }

  private void settleLeftovers(Path directory) {
    Settlement settlement = new Leftovers(disk).settleAt(List.of(directory));
    if (!settlement.left().isEmpty()) {
      settlement.told().forEach(console::note);
      throw new TargetRefusedException(settlement.left().get(0));
    }
    settlement.lines().forEach(console::note);
  }

  private void list(Path directory, Optional<Path> root) {
    List<UndoRecord> records = new ArrayList<>();
    root.ifPresent(
        it ->
            records.addAll(
                UndoRecords.all(it, other -> console.note(other.what() + ": " + other.where()))));
    Collections.reverse(records);
    for (UndoRecord record : records) {
      console.line(record.command() + " in " + record.root());
      record.lines().forEach(line -> console.line("  " + line));
    }
    if (isSuite(directory) && (root.isEmpty() || root.get().equals(directory))) {
      WrittenSuite written = WrittenSuite.in(directory, questions);
      console.line("new in " + directory);
      written.tree().files().forEach(file -> console.line("  created  " + file.path()));
    } else if (records.isEmpty()) {
      console.line("Nothing to take back in " + directory);
    }
  }

  private void undo(UndoRecord record, boolean write) {
    if (write) {
      new PlanWriter(disk).undo(record);
      console.changed("do not run `scaffold undo` again: it is taken back");
    }
    console.line(
        (write ? "Took back" : "Would take back")
            + " `scaffold "
            + record.command()
            + "` in "
            + record.root());
    record.lines().forEach(line -> console.line("  " + line));
  }

  private void undoNew(Path directory, String typed, boolean write) {
    if (!isSuite(directory)) {
      throw new TargetRefusedException(
          new Refusal(
              "nothing is recorded here that could be taken back",
              directory.toString(),
              RecordedPlaces.next(directory)));
    }
    WrittenSuite written = WrittenSuite.in(directory, questions);
    Optional<Path> above = removable(directory);
    String prefix = above.map(it -> directory.getFileName() + "/").orElse("");
    ChangePlan plan = written.plan(prefix);
    if (write) {
      Path root = above.orElse(directory);
      new PlanWriter(disk).apply(plan, TargetLocator.files(root, root));
      console.changed("do not run `scaffold undo` again: it is taken back");
    }
    console.line(
        (write ? "Took back" : "Would take back")
            + " `scaffold new` in "
            + directory
            + ": deleted "
            + plan.changes().size()
            + " files");
    console.line("The same again: " + written.command(typed));
  }

  /** The directory above, if this one can go as well, as it came: nobody works in it. */
  private Optional<Path> removable(Path directory) {
    Path here = workingDirectory.toAbsolutePath().normalize();
    Path above = directory.getParent();
    return above == null || here.startsWith(directory) || !Files.isWritable(above)
        ? Optional.empty()
        : Optional.of(above);
  }

  private static boolean isSuite(Path directory) {
    return Files.exists(directory.resolve(AnswersFile.PATH), LinkOption.NOFOLLOW_LINKS);
  }
}
