package dev.loopscope.scaffold.cli.add;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.UnifiedDiff;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.Leftovers;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.verify.Verification;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.placing.Addition;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.template.Renderer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code scaffold add}: adds a suite to a repository that has tests. */
public final class AddCommand {
  private final Console console;
  private final Path workingDirectory;
  private final Questions questions;
  private final Disk disk;

  /** Prints to {@code console}, asks {@code questions}, writes to {@code disk}. */
  public AddCommand(Console console, Path workingDirectory, Questions questions, Disk disk) {
    this.console = console;
    this.workingDirectory = workingDirectory;
    this.questions = questions;
    this.disk = disk;
  }

  /** What it takes, as it asks {@code questions}. */
  public static CommandSyntax syntax(Questions questions) {
    return AddArguments.syntax(questions);
  }

  /** Reads the arguments and the repository, plans, and writes unless the plan is all. */
  public ExitCode run(List<String> arguments) {
    AddArguments asked = AddArguments.parse(questions, arguments);
    if (asked.help()) {
      console.lines(syntax(questions).usage(console.terminal().width()));
      return ExitCode.DONE;
    }
    Renderer.loadMeanwhile();
    Path directory = asked.path(workingDirectory);
    boolean writes = !asked.has(AddOptions.DRY_RUN) && !asked.has(AddOptions.DIFF);
    if (writes) {
      new Leftovers(disk).settleAt(List.of(directory)).lines().forEach(console::note);
    }
    ConfigFiles files = files(directory);
    boolean asks = asked.leavesOpen() && console.asks();
    if (asks) {
      asked = new AddInterview(console, questions, files, asked).answered().orElse(asked);
    }
    AskedAddition answered = new AskedAddition(console, questions, files, asked).answered();
    asked = answered.asked();
    Addition addition = new HostFindings(answered.addition()).told();
    Optional<Stops> stops =
        asked.has(AddOptions.VERIFY)
            ? answered.stops().or(() -> verified(answered))
            : answered.stops();
    if (asks && stops.isEmpty() && !agrees(asked, addition)) {
      console.note("Nothing was written.");
      return ExitCode.DONE;
    }
    boolean written = writes && stops.isEmpty();
    if (written) {
      new PlanWriter(disk).apply(addition.plan(), TargetLocator.files(directory, directory), "add");
      console.changed("do not run `scaffold add` again: the suite is added");
    }
    report(asked, written, addition, stops, files);
    if (stops.isEmpty()) {
      return ExitCode.DONE;
    }
    stops.orElseThrow().facts().forEach(console::note);
    console.refuse(stops.orElseThrow().refusal());
    return ExitCode.REFUSED;
  }

  /** Whether a person wants what was asked for; where there is nothing to do, nobody is asked. */
  private boolean agrees(AddArguments asked, Addition addition) {
    return addition.plan().changes().isEmpty()
        || AddInterview.agrees(console, asked, report(asked, false, addition));
  }

  private AddReport report(AddArguments asked, boolean written, Addition addition) {
    return new AddReport(asked.directory(), written, addition, console.terminal());
  }

  /** What stops an addition that was tried and does not pass. */
  private Optional<Stops> verified(AskedAddition asked) {
    Addition addition = asked.addition();
    return addition.plan().changes().isEmpty()
        ? Optional.empty()
        : new Verification(console).of(addition).map(it -> new Stops(List.of(), it));
  }

  private static ConfigFiles files(Path directory) {
    Snapshot snapshot = Snapshot.around(directory, List.of(directory));
    if (!snapshot.entry(directory).isDirectory()) {
      throw new TargetRefusedException(
          new Refusal(
              "there is no directory to add a suite to",
              directory.toString(),
              "name the directory of a project; `scaffold new` makes one"));
    }
    return new ConfigFiles(directory, snapshot);
  }

  private static Map<String, FileText> read(Addition addition, ConfigFiles files) {
    Map<String, FileText> read = new TreeMap<>();
    for (Conclusion conclusion : addition.conclusions()) {
      for (Location place : conclusion.places()) {
        files
            .snapshot()
            .read(files.base().resolve(place.path()))
            .toOptional()
            .ifPresent(it -> read.put(place.path(), FileText.of(it.bytes())));
      }
    }
    return read;
  }

  private void report(
      AddArguments asked,
      boolean written,
      Addition addition,
      Optional<Stops> stops,
      ConfigFiles files) {
    if (asked.has(AddOptions.JSON)) {
      console.lines(
          new AddJson(
                  asked.directory(),
                  written,
                  addition,
                  read(addition, files),
                  stops.map(Stops::refusal))
              .text());
    } else if (asked.has(AddOptions.DIFF)) {
      if (stops.isEmpty()) {
        console.bytes(UnifiedDiff.of(addition.plan()));
      }
    } else {
      AddReport report = report(asked, written, addition);
      console.lines(stops.isPresent() ? report.conclusions() : report.text());
    }
  }
}
