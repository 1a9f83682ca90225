package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Repair;
import dev.loopscope.scaffold.text.Paragraph;
import dev.loopscope.scaffold.text.Printable;
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
      String all = ended == outcome.findings().size() ? "" : " of these findings";
      text.append('\n').append(Style.STRONG.of("Repair:", layout.colours())).append(' ');
      appendLine(repair.title() + ". It ends " + whole(ended, all), "Repair: ", "  ", text);
      append(repair.steps(), text);
      appendLine(
          "`" + repair.command() + "` writes it; with --diff, it only shows it.", "", "  ", text);
      if (!repair.proposal().isEmpty()) {
        appendLine("  Or " + repair.proposal() + ".", "", "  ", text);
      }
    }
  }

  private static String whole(long ended, String rest) {
    return rest.isEmpty()
        ? ended == 1 ? "the one finding:" : "all " + Count.of(ended, "finding") + ":"
        : ended + rest + ":";
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
