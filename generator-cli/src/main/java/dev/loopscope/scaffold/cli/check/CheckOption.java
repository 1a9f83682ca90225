package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.cli.line.Option;
import java.util.Arrays;
import java.util.List;

/** The options of {@code scaffold check}, in the order help lists them. */
public final class CheckOption {
  static final Option SELECT =
      option(
          "--select",
          "LIST",
          "runs these rules only: ids or starts of ids, separated by commas",
          "every rule");

  static final Option IGNORE =
      option(
          "--ignore", "LIST", "leaves these rules out; the longer of two matches decides", "none");

  static final Option SEVERITY =
      option("--severity", "LEVEL", "the lowest severity told of: error or warning", "warning")
          .taking(Arrays.stream(Severity.values()).map(Severity::word).toList());

  static final Option EXCLUDE =
      option("--exclude", "LIST", "tells of no file that one of these patterns matches", "none");

  static final Option EXTEND_EXCLUDE =
      option(
          "--extend-exclude",
          "LIST",
          "leaves these out as well as what --exclude or the configuration names",
          "none");

  static final Option ENVIRONMENT =
      option(
          "--environment",
          "DIR",
          "reads what this virtual environment holds, without running it",
          "the project's .venv, else $VIRTUAL_ENV");

  static final Option UPGRADE =
      option(
          "--upgrade",
          "",
          "judges as if the newest pytest, pytest-asyncio, anyio and Hypothesis were installed",
          "off");

  static final Option WITH =
      new Option(
              "--with",
              "NAME==VERSION",
              "judges as if this release were installed; may be given several times",
              "what the project allows",
              "")
          .severalTimes();

  static final Option FIX =
      option("--fix", "", "applies the safe fixes, and tells of what is left", "off");

  static final Option UNSAFE_FIXES =
      option(
          "--unsafe-fixes",
          "",
          "applies the fixes that a person should look at as well; see --diff",
          "off");

  static final Option DIFF =
      option("--diff", "", "prints what --fix would change, and changes nothing", "off");

  static final Option MAP =
      option(
          "--map",
          "FILE",
          "with --diff, draws the loops before and after what would be changed",
          "off");

  static final Option SHOW_UNKNOWN =
      option("--show-unknown", "", "lists what could not be resolved", "off");

  static final Option STATISTICS =
      option("--statistics", "", "prints the counts by rule, and no finding", "off");

  static final Option FORMAT =
      option("--format", "FORMAT", "text, json, sarif, github or gitlab", "text")
          .taking(Arrays.stream(CheckFormat.values()).map(CheckFormat::word).toList());

  static final Option JSON = option("--json", "", "the same as --format json", "off");

  static final Option BASELINE =
      option("--baseline", "FILE", "tells of no finding that this file knows", "none");

  static final Option WRITE_BASELINE =
      option(
          "--write-baseline",
          "",
          "writes every finding into the baseline file, and tells of none",
          "off");

  static final Option TRACE =
      option(
          "--trace",
          "FILE",
          "holds each finding against a run that `scaffold trace --json` recorded",
          "none");

  static final Option EXIT_ZERO =
      option("--exit-zero", "", "exits with 0 even if something was found", "off");

  /** All of them. */
  public static final List<Option> ALL =
      List.of(
          SELECT,
          IGNORE,
          SEVERITY,
          EXCLUDE,
          EXTEND_EXCLUDE,
          ENVIRONMENT,
          UPGRADE,
          WITH,
          FIX,
          UNSAFE_FIXES,
          DIFF,
          MAP,
          SHOW_UNKNOWN,
          STATISTICS,
          FORMAT,
          JSON,
          BASELINE,
          WRITE_BASELINE,
          TRACE,
          EXIT_ZERO);

  /** Those that change what is found, and so what is repaired. */
  static final List<Option> JUDGING =
      List.of(
          SELECT, IGNORE, SEVERITY, EXCLUDE, EXTEND_EXCLUDE, BASELINE, ENVIRONMENT, UPGRADE, WITH);

  private CheckOption() {}

  private static Option option(String word, String label, String summary, String fallback) {
    return new Option(word, label, summary, fallback, "");
  }
}
