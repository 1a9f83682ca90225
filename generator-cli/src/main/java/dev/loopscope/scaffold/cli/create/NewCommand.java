package dev.loopscope.scaffold.cli.create;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Decision;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.TargetNotEmptyException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.Leftovers;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.Target;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.Delivery;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.TreeLines;
import dev.loopscope.scaffold.cli.verify.SuiteTrial;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.Renderer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code scaffold new}: writes a suite into a new or an empty directory. */
public final class NewCommand {
  private final Console console;
  private final Path workingDirectory;
  private final Questions questions;
  private final Disk disk;

  /** Prints to {@code console}, asks {@code questions}, writes to {@code disk}. */
  public NewCommand(Console console, Path workingDirectory, Questions questions, Disk disk) {
    this.console = console;
    this.disk = disk;
    this.workingDirectory = workingDirectory;
    this.questions = questions;
  }

  /** What it takes, as it asks {@code questions}. */
  public static CommandSyntax syntax(Questions questions) {
    return NewArguments.syntax(questions);
  }

  /** Reads the arguments, plans, and writes unless the plan is all that was asked for. */
  public ExitCode run(List<String> arguments) {
    if (!arguments.contains("--help")) {
      Renderer.loadMeanwhile();
    }
    NewArguments asked = NewArguments.parse(questions, arguments);
    if (asked.help()) {
      console.lines(syntax(questions).usage(console.terminal().width()));
      return ExitCode.DONE;
    }
    if (asked.leavesOpen() && console.asks()) {
      Optional<List<String>> words =
          new AskedSuite(console, questions, workingDirectory, arguments).words();
      if (words.isPresent() && words.get().isEmpty()) {
        console.note("Nothing was written.");
        return ExitCode.DONE;
      }
      asked = NewArguments.parse(questions, words.orElse(arguments));
    }
    asked.requireDirectory();
    return write(asked);
  }

  private ExitCode write(NewArguments asked) {
    Decision decision = asked.decision();
    Path directory = asked.path(workingDirectory);
    if (!asked.dryRun()) {
      for (String told : new Leftovers(disk).settleAt(List.of(directory)).lines()) {
        console.note(told);
      }
    }
    Target target = located(directory, asked);
    Optional<ReactorAbove> reactor = ReactorAbove.of(target, asked.given());
    Answers answers =
        asked.answers(
            target.name(), reactor.map(ReactorAbove::coordinates).orElseGet(() -> Map.of()));
    FileTree tree = new Renderer().render(answers);
    ChangePlan plan = ChangePlan.ofNew(tree);
    if (!asked.dryRun()) {
      new PlanWriter(disk).apply(plan, target);
      console.changed("do not run `scaffold new` again: the suite is written");
    }
    NewReport report =
        new NewReport(
            asked.directory(),
            asked.dryRun(),
            answers,
            decision,
            plan,
            reactor.flatMap(ReactorAbove::advice));
    console.lines(
        asked.json()
            ? report.json()
            : report.text(
                TreeLines.of(tree, asked.directory(), console.terminal().width()),
                console.terminal().resultWidth()));
    return asked.verifies() ? verified(directory, asked.json()) : ExitCode.DONE;
  }

  private ExitCode verified(Path directory, boolean json) {
    if (console.flush() == Delivery.BROKEN) {
      return ExitCode.DONE;
    }
    Optional<Refusal> failure =
        new SuiteTrial(console, json ? console::note : console::line).of(directory);
    failure.ifPresent(console::refuse);
    return failure.isPresent() ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private Target located(Path directory, NewArguments asked) {
    try {
      return TargetLocator.locate(directory);
    } catch (TargetNotEmptyException e) {
      throw new AddInstead(questions, asked.given()).refused(e, directory, asked.directory());
    }
  }
}
