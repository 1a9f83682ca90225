package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.Leftovers;
import dev.loopscope.scaffold.change.disk.Settlement;
import dev.loopscope.scaffold.check.Baseline;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.fix.WholeFixes;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.picture.MapFile;
import dev.loopscope.scaffold.files.PathText;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code scaffold check}: reports the loop-scope hazards of suites. */
public final class CheckCommand {
  private final Console console;
  private final Path workingDirectory;
  private final Disk disk;
  private final Optional<String> active;

  /**
   * Prints to {@code console}, writes to {@code disk}.
   *
   * @param active the virtual environment that the shell is in
   */
  public CheckCommand(Console console, Path workingDirectory, Disk disk, Optional<String> active) {
    this.active = active;
    this.console = console;
    this.disk = disk;
    this.workingDirectory = workingDirectory;
  }

  /** What it takes. */
  public static CommandSyntax syntax() {
    return CheckArguments.SYNTAX;
  }

  /** Reads the arguments and the suites, judges them, and tells what was found. */
  public ExitCode run(List<String> arguments) {
    CheckArguments asked = CheckArguments.parse(arguments);
    if (asked.help()) {
      console.lines(syntax().usage(console.terminal().width()));
      return ExitCode.DONE;
    }
    CheckFormat format = asked.format();
    Optional<MapFile> map = asked.map(workingDirectory);
    CheckTargets seen = asked.targets(workingDirectory, active);
    // What was seen before leftovers were settled is not what is there now.
    CheckTargets targets =
        settleLeftovers(asked, seen) ? asked.targets(workingDirectory, active) : seen;
    CheckRequest request = CheckRequest.of(asked, targets, workingDirectory);
    CheckRun run = new CheckRun(console, targets, request);
    if (asked.diff()) {
      return diff(asked, run, map);
    }
    if (asked.flag(CheckOption.WRITE_BASELINE)) {
      // Before a fix is written.
      request.baselineFile().requireReplaceable(targets.files().snapshot());
    }
    Outcome outcome =
        asked.fixes()
            ? fixed(asked, run)
            : told(run.withUpgrade(targets.files()), asked, targets.files());
    if (asked.flag(CheckOption.WRITE_BASELINE)) {
      if (!asked.fixes()) {
        request.baselineFile().write(baseline(request, outcome), targets.files().snapshot(), disk);
      }
      return baselineWritten(format, request, outcome);
    }
    console.lines(CheckReports.of(format, asked, console.terminal()).of(outcome));
    if (format == CheckFormat.GITLAB) {
      // Its report has no place for it.
      outcome.upgrade().ifPresent(it -> console.note(it.words()));
    }
    boolean clean = outcome.isClean() || asked.flag(CheckOption.EXIT_ZERO);
    return clean ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private boolean settleLeftovers(CheckArguments asked, CheckTargets targets) {
    List<Path> below = Leftovers.below(targets.paths(), targets.files().snapshot());
    List<Path> places = new ArrayList<>(targets.paths());
    places.addAll(below);
    asked
        .value(CheckOption.BASELINE)
        .flatMap(typed -> PathText.resolve(workingDirectory.toAbsolutePath(), typed))
        .ifPresent(places::add);
    Settlement settlement = new Leftovers(disk).settleAt(places);
    boolean writes = asked.fixes() || asked.flag(CheckOption.WRITE_BASELINE);
    if (writes && !asked.diff() && !settlement.left().isEmpty()) {
      // What is half changed would be changed further, and could not be taken back any more.
      settlement.told().forEach(console::note);
      throw new TargetRefusedException(settlement.left().get(0));
    }
    settlement.lines().forEach(console::note);
    return !below.isEmpty() || !settlement.isEmpty();
  }

  /** The diff is for programs, so what a person wants to know goes to the other stream. */
  private ExitCode diff(CheckArguments asked, CheckRun run, Optional<MapFile> map) {
    CheckFixes fixes = fixes(asked, run);
    map.filter(it -> !fixes.isEmpty()).ifPresent(it -> draw(it, RepairMap.of(run, fixes)));
    console.bytes(fixes.diff());
    console.note(fixes.promise());
    fixes.upgrade(run).ifPresent(it -> console.note(it.words()));
    boolean clean = fixes.isEmpty() || asked.flag(CheckOption.EXIT_ZERO);
    return clean ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private void draw(MapFile file, LoopMap map) {
    if (map.panels().isEmpty()) {
      console.note("no map: no suite with tests would be changed");
      return;
    }
    file.write(map, disk);
    console.note("Wrote " + file.typed() + ": " + String.join("; ", map.facts()));
  }

  private Outcome fixed(CheckArguments asked, CheckRun run) {
    CheckFixes fixes = fixes(asked, run);
    Outcome outcome =
        asked.flag(CheckOption.WRITE_BASELINE)
            ? fixes.write(disk, run.request().baselineFile())
            : fixes.write(disk);
    if (outcome.applied().findings() > 0) {
      console.changed("run `scaffold check` for what is left: the fixes are written");
    }
    return told(
        fixes.upgrade(run).map(outcome::with).orElse(outcome), asked, fixes.fixed().files());
  }

  /** What others apply is whole: each fix with the imports that it leaves. */
  private static Outcome told(Outcome outcome, CheckArguments asked, ConfigFiles files) {
    return asked.format().tellsEdits() ? WholeFixes.of(outcome, files) : outcome;
  }

  private CheckFixes fixes(CheckArguments asked, CheckRun run) {
    return CheckFixes.of(run.targets(), run::outcome, asked.flag(CheckOption.UNSAFE_FIXES));
  }

  private static Baseline baseline(CheckRequest request, Outcome outcome) {
    return Baseline.of(request.baselineFile().typed(), outcome.keys());
  }

  /** Programs that read a report read none here, and get no other line in its place. */
  private ExitCode baselineWritten(CheckFormat format, CheckRequest request, Outcome outcome) {
    console.changed("go on: the baseline is written");
    int known = outcome.keys().size();
    String written =
        "Wrote "
            + known
            + (known == 1 ? " finding" : " findings")
            + " to "
            + request.baselineFile().typed();
    if (format == CheckFormat.TEXT) {
      console.line(written);
    } else {
      console.note(written);
    }
    return ExitCode.DONE;
  }
}
