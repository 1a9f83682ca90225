package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Repair;
import dev.loopscope.scaffold.text.Paragraph;
import dev.loopscope.scaffold.text.Printable;
import dev.loopscope.scaffold.text.Style;
import java.util.List;

/**
 * What ends several findings at a time, told once and before them.
 *
 * @param layout how wide it is, and whether in colours
 */
record RepairText(Layout layout) {
  /** What each of the findings says in place of a remedy of its own. */
  static final String REFERENCE = "the repair at the top (--unsafe-fixes)";

  private static final int SHOWN = 6;

  void append(Outcome outcome, StringBuilder text) {
    for (Repair repair : outcome.repairs()) {
      long ended = outcome.findings().stream().filter(repair::ends).count();
      String label = repair.isWhole() ? "Repair:" : "Repair, in part:";
      text.append('\n').append(Style.STRONG.of(label, layout.colours())).append(' ');
      appendLine(
          repair.title() + ". It ends " + ended(ended, outcome, repair), label + " ", "  ", text);
      append(repair.steps(), text);
      appendLine(
          "`" + repair.command() + "` writes it; with --diff, it only shows it.", "", "  ", text);
      appendRemaining(repair.remaining(), text);
      if (!repair.proposal().isEmpty()) {
        appendLine("  Or " + repair.proposal() + ".", "", "  ", text);
      }
    }
  }

  private static String ended(long ended, Outcome outcome, Repair repair) {
    if (repair.isWhole()) {
      return ended < outcome.findings().size()
          ? ended + " of these findings:"
          : ended == 1 ? "the one finding:" : "all " + Count.of(ended, "finding") + ":";
    }
    int left = repair.remaining().size();
    return Count.of(ended, "finding")
        + "; "
        + left
        + (left == 1 ? " remains" : " remain")
        + ", so this alone does not make the suite safe:";
  }

  private void appendRemaining(List<Repair.Remaining> remaining, StringBuilder text) {
    if (!remaining.isEmpty()) {
      text.append("  What remains, and why:\n");
    }
    int shown = remaining.size() > SHOWN + 1 ? SHOWN : remaining.size();
    for (Repair.Remaining it : remaining.subList(0, shown)) {
      String place = it.place().path() + ":" + it.place().line();
      appendLine("- " + place + ": " + it.rule() + ": " + it.why(), "", "    ", text);
    }
    if (shown < remaining.size()) {
      text.append("  - and ").append(remaining.size() - shown).append(" more\n");
    }
  }

  private void append(List<Repair.Step> steps, StringBuilder text) {
    int shown = steps.size() > SHOWN + 1 ? SHOWN : steps.size();
    for (Repair.Step step : steps.subList(0, shown)) {
      String place = step.place().path() + ":" + step.place().line();
      appendLine("- " + place + ": " + step.what(), "", "    ", text);
    }
    if (shown < steps.size()) {
      text.append("  - and ").append(steps.size() - shown).append(" more edits like these\n");
    }
  }

  /** A paragraph; what stands before it on its first line is written already. */
  private void appendLine(String words, String before, String rest, StringBuilder text) {
    String start = before.isEmpty() ? "  " : before;
    String lines = Paragraph.of(Printable.escaped(words), start, rest, layout.width());
    text.append(lines, before.isEmpty() ? 0 : before.length(), lines.length());
  }
}
