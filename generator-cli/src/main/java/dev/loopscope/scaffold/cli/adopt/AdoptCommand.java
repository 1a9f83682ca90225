package dev.loopscope.scaffold.cli.adopt;

import dev.loopscope.scaffold.adopting.Adoption;
import dev.loopscope.scaffold.adopting.SuiteAdopter;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.Leftovers;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.Settlement;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.cli.ask.Asker;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.TypedAnswers;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.cli.recorded.RecordedSuite;
import dev.loopscope.scaffold.files.Snapshot;
import dev.loopscope.scaffold.project.Conclusion;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code scaffold adopt}: records what a suite was made from that does not say so. */
public final class AdoptCommand {
  private static final String NAME = "adopt";

  private final Console console;
  private final Path workingDirectory;
  private final Questions questions;
  private final Disk disk;

  /** Prints to {@code console}, asks {@code questions}, writes to {@code disk}. */
  public AdoptCommand(Console console, Path workingDirectory, Questions questions, Disk disk) {
    this.console = console;
    this.workingDirectory = workingDirectory;
    this.questions = questions;
    this.disk = disk;
  }

  /** Reads the arguments and the suite, tells what it was made from, and records what is agreed. */
  public ExitCode run(List<String> arguments) {
    TypedArguments asked = syntax(questions).read(arguments);
    if (asked.help()) {
      console.lines(syntax(questions).usage(console.terminal().width()));
      return ExitCode.DONE;
    }
    String typed = asked.first().orElse(".");
    Path directory = RecordedSuite.directory(workingDirectory, typed);
    settleLeftovers(directory, !asked.has(AdoptOptions.DRY_RUN));
    ConfigFiles files = new ConfigFiles(directory, Snapshot.around(directory, List.of(directory)));
    if (files.snapshot().entry(directory.resolve(AnswersFile.PATH)).isFile()) {
      return recordedAlready(directory, typed, asked.has(AdoptOptions.JSON));
    }
    Adoption adoption = adoption(files, asked);
    boolean program = asked.has(AdoptOptions.JSON);
    if (!adoption.open().isEmpty() && !asked.has(AdoptOptions.YES) && !program && console.asks()) {
      return asking(arguments, files, adoption);
    }
    return finish(asked, typed, directory, adoption);
  }

  /** What it takes, as it asks {@code questions}. */
  public static CommandSyntax syntax(Questions questions) {
    return new CommandSyntax(
        "scaffold adopt",
        "Records what a suite was made from that does not say so, so that `scaffold update` can"
            + " follow.",
        List.of(
            new Example("scaffold adopt --dry-run", "tells what was concluded, and from what"),
            new Example("scaffold adopt", "records it, once you agree")),
        new Positional("DIRECTORY", false, false, "the suite's; the current one if left out"),
        AdoptOptions.of(questions),
        "`scaffold explain adopt` tells how it concludes.");
  }

  private void settleLeftovers(Path directory, boolean writes) {
    Settlement settlement = new Leftovers(disk).settleAt(List.of(directory));
    if (writes && !settlement.left().isEmpty()) {
      settlement.told().forEach(console::note);
      throw new TargetRefusedException(settlement.left().get(0));
    }
    settlement.lines().forEach(console::note);
  }

  private ExitCode recordedAlready(Path directory, String typed, boolean program) {
    AnswersFile recorded = RecordedSuite.in(directory, questions).recorded();
    if (program) {
      Adoption said =
          new Adoption(Optional.of(recorded.scaffold()), 0, 0, recorded.answers(), List.of(), "");
      ChangePlan nothing = new ChangePlan(List.of());
      console.lines(new AdoptReport(typed, said).json(false, nothing, Optional.empty()));
      return ExitCode.DONE;
    }
    console.line(
        "Nothing to do: " + typed + " says that scaffold " + recorded.scaffold() + " wrote it");
    return ExitCode.DONE;
  }

  private Adoption adoption(ConfigFiles files, TypedArguments asked) {
    return new SuiteAdopter(
            questions,
            files,
            TypedAnswers.given(questions, asked),
            asked.value(AdoptOptions.RELEASE))
        .adopt();
  }

  /** Asks for the first answer that is open, as if it had been typed behind the command. */
  private ExitCode asking(List<String> arguments, ConfigFiles files, Adoption adoption) {
    Conclusion open = adoption.open().get(0);
    String option = open.option().orElseThrow();
    console.note(open.topic() + ": " + open.open().orElseThrow());
    Optional<List<String>> more =
        new Asker(console)
            .ask(
                option,
                open.value(),
                value -> {
                  List<String> words = new ArrayList<>(arguments);
                  words.add(option + "=" + value);
                  adoption(files, syntax(questions).read(words));
                  return words;
                });
    return run(
        more.orElseThrow(() -> new TargetRefusedException(undecided(adoption, "standard input"))));
  }

  private ExitCode finish(TypedArguments asked, String typed, Path directory, Adoption adoption) {
    AdoptReport report = new AdoptReport(typed, adoption);
    ChangePlan plan = new ChangePlan(List.of(new Change.Create(AnswersFile.PATH, adoption.text())));
    boolean program = asked.has(AdoptOptions.JSON);
    if (!program) {
      console.lines(report.text());
    }
    Optional<Refusal> refusal = refusal(asked, directory, adoption);
    boolean written = refusal.isEmpty() && !asked.has(AdoptOptions.DRY_RUN);
    if (written) {
      new PlanWriter(disk).apply(plan, TargetLocator.files(directory, directory), NAME);
      console.changed("do not run `scaffold adopt` again: the answers are recorded");
    }
    if (program) {
      console.lines(report.json(written, plan, refusal));
    } else if (written) {
      console.lines(report.recorded());
    }
    refusal.ifPresent(console::refuse);
    return refusal.isPresent() ? ExitCode.REFUSED : ExitCode.DONE;
  }

  /** Why nothing may be written: something is open, or nobody agreed. */
  private Optional<Refusal> refusal(TypedArguments asked, Path directory, Adoption adoption) {
    if (asked.has(AdoptOptions.YES)) {
      return Optional.empty();
    }
    if (!adoption.open().isEmpty()) {
      return Optional.of(undecided(adoption, directory.toString()));
    }
    if (asked.has(AdoptOptions.DRY_RUN)) {
      return Optional.empty();
    }
    boolean agreed =
        !asked.has(AdoptOptions.JSON)
            && console
                .ask("Record this in " + AnswersFile.PATH + "? [y/N] ")
                .filter(it -> List.of("y", "yes").contains(it.toLowerCase(Locale.ROOT)))
                .isPresent();
    return agreed
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "nobody agreed to what was concluded, and nothing was written",
                directory.toString(),
                "overrule what is wrong by the options in brackets, and record it with "
                    + AdoptOptions.YES.word()));
  }

  private static Refusal undecided(Adoption adoption, String where) {
    List<String> options = adoption.open().stream().flatMap(it -> it.option().stream()).toList();
    return new Refusal(
        "the suite does not say what it was made from; nothing was written",
        where,
        "say it by "
            + String.join(" and ", options)
            + ", or take what is proposed with "
            + AdoptOptions.YES.word());
  }
}
