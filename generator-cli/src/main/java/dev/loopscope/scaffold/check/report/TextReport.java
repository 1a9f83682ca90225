package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Applied;
import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.SourceLine;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.text.Paragraph;
import dev.loopscope.scaffold.text.Printable;
import dev.loopscope.scaffold.text.Style;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * For people: what happened in one line, each finding with its source line, what could not be
 * resolved, and the counts by rule.
 *
 * @param layout how wide it is, and whether in colours
 * @param showFindings whether each finding is told; otherwise only how many there are
 * @param showUnknown whether each unknown part is told; otherwise only how many there are
 */
public record TextReport(Layout layout, boolean showFindings, boolean showUnknown)
    implements Report {
  /** The columns of the blanks and the bar in front of a source line. */
  private static final int GUTTER = 3;

  private static final int SHOWN_USES = 5;

  @Override
  public String of(Outcome outcome) {
    StringBuilder text = new StringBuilder();
    appendApplied(outcome.applied(), text);
    text.append(Style.STRONG.of(headline(outcome), layout.colours())).append('\n');
    new VersionText(layout).append(outcome, text);
    new RepairText(layout).append(outcome, text);
    if (showFindings) {
      Map<SourceLine.Place, ShownLine> lines = new HashMap<>();
      for (int at = 0; at < outcome.findings().size(); at++) {
        append(outcome, at, lines, text);
      }
      new TestimonyText(layout).append(outcome, text);
    }
    if (showUnknown && !outcome.unknown().isEmpty()) {
      text.append('\n');
      outcome.unknown().forEach(part -> append(part, text));
    }
    appendCounts(outcome, text);
    appendRemarks(outcome, text);
    return text.toString();
  }

  private void appendApplied(Applied applied, StringBuilder text) {
    if (applied.findings() > 0) {
      String did = "Fixed " + Count.of(applied.findings(), "finding");
      text.append(Style.STRONG.of(did, layout.colours())).append(" in ");
      text.append(String.join(", ", applied.paths().stream().map(Printable::escaped).toList()));
      text.append('\n');
    }
  }

  private static String headline(Outcome outcome) {
    if (outcome.files() == 0) {
      return "Nothing to check: pytest collects no test module here, or all are excluded";
    }
    return judged(outcome) + TestimonyText.headline(outcome);
  }

  private static String judged(Outcome outcome) {
    String read =
        "Checked "
            + Count.of(outcome.files(), "file")
            + " in "
            + Count.of(outcome.suites(), "suite");
    long errors = outcome.count(Severity.ERROR);
    long warnings = outcome.count(Severity.WARNING);
    if (errors + warnings == 0) {
      return read + ": nothing found";
    }
    if (errors == 0) {
      return read + ": " + Count.of(warnings, "warning");
    }
    return read
        + ": "
        + Count.of(errors, "error")
        + (warnings == 0 ? "" : ", " + Count.of(warnings, "warning"));
  }

  private void append(
      Outcome outcome, int at, Map<SourceLine.Place, ShownLine> lines, StringBuilder text) {
    Finding finding = outcome.findings().get(at);
    boolean repaired = outcome.repairOf(finding).isPresent();
    SourceLine source = SourceLine.of(finding.location());
    String number = Integer.toString(source.number());
    String margin = " ".repeat(number.length());
    Excerpt excerpt =
        lines
            .computeIfAbsent(source.place(), place -> new ShownLine(source.text()))
            .excerpt(source.from(), source.to(), layout.sourceWidth() - number.length() - GUTTER);
    Style style = finding.severity() == Severity.ERROR ? Style.ERROR : Style.WARNING;
    text.append('\n').append(Style.STRONG.of(place(finding), layout.colours())).append(": ");
    text.append(style.of(finding.severity().word() + " " + finding.rule().id(), layout.colours()));
    text.append(' ').append(Style.STRONG.of(finding.rule().name(), layout.colours())).append('\n');
    text.append(gutter(margin + " |")).append('\n');
    text.append(gutter(number + " | ")).append(excerpt.line()).append('\n');
    text.append(gutter(margin + " | ")).append(" ".repeat(excerpt.before()));
    text.append(style.of("^".repeat(excerpt.width()), layout.colours())).append('\n');
    appendPart("run time", finding.message(), margin, text);
    appendPart(
        "fix", repaired ? RepairText.REFERENCE : finding.remedy() + option(finding), margin, text);
    appendPart("uses", uses(finding), margin, text);
    finding.cause().ifPresent(it -> appendPart("cause", place(it.place()), margin, text));
    appendPart("versions", finding.versions(), margin, text);
    outcome.statement(at).ifPresent(it -> appendPart("trace", it.words(), margin, text));
  }

  private void appendPart(String label, String said, String margin, StringBuilder text) {
    new Parts(layout, margin).append(label, said, text);
  }

  /** Where a cause shows; of many places the first. */
  private static String uses(Finding finding) {
    List<String> places =
        finding.uses().stream()
            .map(it -> it.location().path() + ":" + it.location().line())
            .distinct()
            .toList();
    int shown = places.size() > SHOWN_USES + 1 ? SHOWN_USES : places.size();
    String more = shown == places.size() ? "" : " and " + (places.size() - shown) + " more";
    return String.join(", ", places.subList(0, shown)) + more;
  }

  private static String place(Location location) {
    return location.path() + ":" + location.line();
  }

  /** The option that does what the remedy says, if one does. */
  private static String option(Finding finding) {
    return finding
        .fix()
        .map(fix -> fix.safety() == Safety.SAFE ? " (--fix)" : " (--unsafe-fixes)")
        .orElse("");
  }

  private String gutter(String characters) {
    return Style.GUTTER.of(characters, layout.colours());
  }

  private static String place(Finding finding) {
    return Printable.escaped(finding.location().path())
        + ":"
        + finding.location().line()
        + ":"
        + finding.location().column();
  }

  private void append(UnknownPart part, StringBuilder text) {
    String place =
        part.location().path() + ":" + part.location().line() + ":" + part.location().column();
    text.append(Style.STRONG.of(Printable.escaped(place), layout.colours())).append(": ");
    text.append(Style.FAINT.of("unknown", layout.colours())).append(' ');
    text.append(Printable.escaped(part.what() + ": " + part.why())).append('\n');
  }

  private void appendCounts(Outcome outcome, StringBuilder text) {
    Map<Rule, List<Finding>> counts =
        outcome.findings().stream()
            .collect(
                Collectors.groupingBy(
                    Finding::rule,
                    () -> new TreeMap<>(Comparator.comparing(Rule::id)),
                    Collectors.toList()));
    if (counts.isEmpty()) {
      return;
    }
    text.append('\n');
    List<String> errors = column(counts, Severity.ERROR);
    List<String> warnings = column(counts, Severity.WARNING);
    int row = 0;
    for (Rule rule : counts.keySet()) {
      text.append(rule.id()).append(errors.get(row)).append(warnings.get(row));
      text.append("  ").append(rule.name()).append('\n');
      row++;
    }
    String first = worst(outcome.findings()).rule().id();
    text.append("`scaffold explain ").append(first).append("` tells more about a rule.\n");
  }

  /** The first error, or the first warning if there is none. */
  private static Finding worst(List<Finding> findings) {
    return findings.stream()
        .filter(it -> it.severity() == Severity.ERROR)
        .findFirst()
        .orElse(findings.get(0));
  }

  /** The counts of one severity, equally wide; empty texts if there are none at all. */
  private static List<String> column(Map<Rule, List<Finding>> counts, Severity severity) {
    List<String> cells =
        counts.values().stream()
            .map(of -> of.stream().filter(finding -> finding.severity() == severity).count())
            .map(number -> number == 0 ? "" : "  " + Count.of(number, severity.word()))
            .toList();
    int width = cells.stream().mapToInt(String::length).max().orElse(0);
    return cells.stream().map(cell -> cell + " ".repeat(width - cell.length())).toList();
  }

  private void appendRemarks(Outcome outcome, StringBuilder text) {
    StringBuilder remarks = new StringBuilder();
    outcome
        .notes()
        .forEach(
            note ->
                remarks.append(
                    Paragraph.of(
                        Printable.escaped("note: " + note.place() + ": " + note.text()),
                        "",
                        "      ",
                        layout.width())));
    appendFixable(outcome, remarks);
    new TestimonyText(layout).appendCounts(outcome, remarks);
    int unknown = outcome.unknown().size();
    if (unknown > 0) {
      remarks.append(Count.of(unknown, "part")).append(" could not be resolved");
      remarks.append(showUnknown ? ".\n" : "; --show-unknown lists them.\n");
    }
    if (outcome.ignored() > 0) {
      remarks.append(Count.of(outcome.ignored(), "finding")).append(" ignored by comment or");
      remarks.append(" configuration.\n");
    }
    if (outcome.baselined() > 0) {
      remarks.append(Count.of(outcome.baselined(), "finding")).append(" known to the baseline.\n");
    }
    if (remarks.length() > 0) {
      text.append('\n').append(remarks);
    }
  }

  private static void appendFixable(Outcome outcome, StringBuilder remarks) {
    int safe = outcome.fixable(Safety.SAFE);
    int unsafe = outcome.fixable(Safety.UNSAFE);
    if (safe > 0) {
      remarks.append(Count.of(safe, "finding")).append(" can be fixed with --fix.\n");
    }
    if (unsafe > 0) {
      remarks.append(Count.of(unsafe, "finding")).append(safe > 0 ? " more" : "");
      remarks.append(" with --unsafe-fixes; look at them with --diff first.\n");
    }
  }
}
