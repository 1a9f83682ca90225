package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.check.RuleSelection;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.EnvironmentArguments;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.ReleaseArguments;
import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.cli.picture.MapFile;
import dev.loopscope.scaffold.cli.picture.MapForm;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was typed after {@code scaffold check}. Values are looked at when they are asked for. */
final class CheckArguments {
  static final CommandSyntax SYNTAX =
      new CommandSyntax(
          "scaffold check",
          "Reports loop-scope hazards of pytest suites, without running them.",
          List.of(
              new Example("scaffold check", "the suites of this directory"),
              new Example("scaffold check --fix", "and applies the fixes that are safe"),
              new Example("scaffold check --unsafe-fixes --diff", "shows what all fixes would do"),
              new Example("scaffold check --upgrade", "what the newest releases would bring"),
              new Example("scaffold check --trace trace.json", "held against a recorded run")),
          new Positional(
              "PATH", false, true, "files and directories (default: the current directory)"),
          CheckOption.ALL,
          "`scaffold explain LS002`, and so on, shows the page of a rule.");

  private final TypedArguments typed;

  private CheckArguments(TypedArguments typed) {
    this.typed = typed;
  }

  /**
   * Reads the arguments.
   *
   * @throws RefusalException if there is an argument that the command does not take
   */
  static CheckArguments parse(List<String> arguments) {
    return new CheckArguments(SYNTAX.read(arguments));
  }

  boolean help() {
    return typed.help();
  }

  boolean flag(Option option) {
    return typed.has(option);
  }

  Optional<String> value(Option option) {
    return typed.value(option);
  }

  /** The words of a comma-separated value; empty if the option was not given. */
  Optional<List<String>> list(Option option) {
    return value(option)
        .map(
            text ->
                Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList());
  }

  /**
   * Whether a diff is asked for instead of a report.
   *
   * @throws RefusalException if a report or a baseline is asked for as well
   */
  boolean diff() {
    boolean asked = flag(CheckOption.DIFF);
    boolean report = flag(CheckOption.JSON) || value(CheckOption.FORMAT).isPresent();
    if (asked && (report || flag(CheckOption.WRITE_BASELINE))) {
      throw new RefusalException(
          new Refusal(
              "--diff prints a diff, and neither a report nor a baseline",
              "scaffold check --diff",
              "leave --format, --json and --write-baseline out, or --diff"));
    }
    return asked;
  }

  /**
   * The record of a run, if one is named.
   *
   * @throws RefusalException if files or a baseline are to be written as well
   */
  Optional<RecordedRun> recordedRun(Path workingDirectory) {
    Optional<String> typed = value(CheckOption.TRACE);
    boolean writes = fixes() || flag(CheckOption.DIFF) || flag(CheckOption.WRITE_BASELINE);
    if (typed.isPresent() && writes) {
      throw new RefusalException(
          new Refusal(
              "--trace tells of files as they were when they ran, and neither changes them nor"
                  + " writes a baseline",
              "scaffold check --trace",
              "leave --fix, --unsafe-fixes, --diff and --write-baseline out, or --trace"));
    }
    return typed.map(it -> RecordedRun.read(it, workingDirectory));
  }

  /**
   * Where a map of what would be changed is to be written.
   *
   * @throws RefusalException if no diff is asked for
   */
  Optional<MapFile> map(Path workingDirectory) {
    Optional<String> typed = value(CheckOption.MAP);
    if (typed.isPresent() && !flag(CheckOption.DIFF)) {
      throw new RefusalException(
          new Refusal(
              "--map draws what --diff shows, and there is no --diff",
              "scaffold check --map " + typed.orElseThrow(),
              "add --diff, or draw the suite as it is with `scaffold map`"));
    }
    return typed.map(
        it -> MapFile.of(MapForm.PAGE, it, workingDirectory.toAbsolutePath().normalize()));
  }

  /** Whether files are to be changed; {@code --unsafe-fixes} says so, too. */
  boolean fixes() {
    return flag(CheckOption.FIX) || flag(CheckOption.UNSAFE_FIXES);
  }

  /**
   * What is to be taken for installed.
   *
   * @throws RefusalException if a release is none that is known
   */
  AskedVersions versions() {
    return new ReleaseArguments(SYNTAX.name())
        .asked(flag(CheckOption.UPGRADE), list(CheckOption.WITH).orElse(List.of()));
  }

  /** The command that judges the same with the newest releases. */
  String upgradeCommand() {
    return command(CheckOption.UPGRADE);
  }

  /** The command that judges the same, and writes what repairs it. */
  String repairCommand() {
    return command(CheckOption.UNSAFE_FIXES);
  }

  /** What was typed of paths and of options that change what is found, and one more option. */
  private String command(Option more) {
    List<String> words = new ArrayList<>(List.of("scaffold", "check"));
    typed.positionals().forEach(it -> words.add(ShellWord.path(it)));
    for (Option option : CheckOption.JUDGING) {
      for (String value : values(option)) {
        words.add(option.word());
        if (option.takesValue()) {
          words.add(ShellWord.quoted(value));
        }
      }
    }
    words.add(more.word());
    return String.join(" ", words);
  }

  private List<String> values(Option option) {
    return option.repeated()
        ? list(option).orElse(List.of())
        : value(option).map(List::of).orElse(List.of());
  }

  /**
   * What is to be looked at.
   *
   * @param active the environment that the shell is in
   */
  CheckTargets targets(Path workingDirectory, Optional<String> active) {
    return CheckTargets.of(
        typed.positionals(),
        value(CheckOption.BASELINE),
        EnvironmentArguments.read(
            SYNTAX.name(), value(CheckOption.ENVIRONMENT), active, workingDirectory),
        workingDirectory);
  }

  /**
   * Rules by id or start of ids.
   *
   * @throws RefusalException if no rule's id starts so
   */
  Optional<List<String>> rules(Option option) {
    Optional<List<String>> words = list(option);
    Optional<String> unknown = words.flatMap(it -> RuleSelection.unknown(it, RuleSet.all()));
    if (unknown.isPresent()) {
      throw new RefusalException(
          new Refusal(
              "no rule is called `" + unknown.orElseThrow() + "`",
              option.word() + " " + value(option).orElse(""),
              RuleSelection.meant(unknown.orElseThrow(), RuleSet.all())
                      .map(id -> "did you mean `" + id + "`? ")
                      .orElse("")
                  + "name rules such as LS002, or LS00 for LS001 to LS009; `scaffold explain rules`"
                  + " lists them"));
    }
    return words;
  }

  /** The lowest severity to tell of. */
  Optional<Severity> severity() {
    return value(CheckOption.SEVERITY).map(word -> severity(word, "--severity " + word));
  }

  /**
   * Reads a severity.
   *
   * @throws RefusalException if there is none of that name
   */
  static Severity severity(String word, String where) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusalException(
                    new Refusal(
                        "`" + word + "` is no severity",
                        where,
                        Spelling.advice(word, List.of("error", "warning")))));
  }

  /** What to print. */
  CheckFormat format() {
    Optional<CheckFormat> format = value(CheckOption.FORMAT).map(CheckFormat::parse);
    if (!flag(CheckOption.JSON)) {
      return format.orElse(CheckFormat.TEXT);
    }
    if (format.isPresent() && format.orElseThrow() != CheckFormat.JSON) {
      throw new RefusalException(
          new Refusal(
              "--json and --format " + format.orElseThrow().word() + " contradict each other",
              "scaffold check",
              "give one of them"));
    }
    return CheckFormat.JSON;
  }
}
