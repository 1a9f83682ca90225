package dev.loopscope.scaffold.cli;

import java.util.List;

/** The options of {@code scaffold check}, in the order help lists them. */
enum CheckOption implements Option {
  SELECT(
      "--select",
      "LIST",
      "runs these rules only: ids or starts of ids, separated by commas",
      "every rule"),
  IGNORE("--ignore", "LIST", "leaves these rules out; the longer of two matches decides", "none"),
  SEVERITY("--severity", "LEVEL", "the lowest severity told of: error or warning", "warning"),
  EXCLUDE("--exclude", "LIST", "tells of no file that one of these patterns matches", "none"),
  FIX("--fix", "", "applies the safe fixes, and tells of what is left", "off"),
  UNSAFE_FIXES(
      "--unsafe-fixes",
      "",
      "applies the fixes that a person should look at as well; see --diff",
      "off"),
  DIFF("--diff", "", "prints what --fix would change, and changes nothing", "off"),
  SHOW_UNKNOWN("--show-unknown", "", "lists what could not be resolved", "off"),
  STATISTICS("--statistics", "", "prints the counts by rule, and no finding", "off"),
  FORMAT("--format", "FORMAT", "text, json, sarif, github or gitlab", "text"),
  JSON("--json", "", "the same as --format json", "off"),
  BASELINE("--baseline", "FILE", "tells of no finding that this file knows", "none"),
  WRITE_BASELINE(
      "--write-baseline",
      "",
      "writes every finding into the baseline file, and tells of none",
      "off"),
  EXIT_ZERO("--exit-zero", "", "exits with 0 even if something was found", "off");

  static final List<CheckOption> ALL = List.of(values());

  private final String word;
  private final String label;
  private final String summary;
  private final String fallback;

  CheckOption(String word, String label, String summary, String fallback) {
    this.word = word;
    this.label = label;
    this.summary = summary;
    this.fallback = fallback;
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public String fallback() {
    return fallback;
  }
}
