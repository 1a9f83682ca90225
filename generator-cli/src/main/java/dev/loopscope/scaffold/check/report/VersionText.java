package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.SuiteVersions;
import dev.loopscope.scaffold.text.Paragraph;
import dev.loopscope.scaffold.text.Printable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which versions suites were judged with, and what newer releases would bring.
 *
 * @param layout how wide it is
 */
record VersionText(Layout layout) {
  /** Of the suites that are named one by one. */
  private static final int MOST_ROOTS = 3;

  void append(Outcome outcome, StringBuilder text) {
    if (outcome.files() > 0) {
      boolean one = outcome.assumed().size() == 1;
      outcome.assumed().forEach(it -> line(assumed(it, one), text));
    }
    outcome.upgrade().ifPresent(it -> line(it.words(), text));
  }

  private void line(String said, StringBuilder text) {
    text.append(Paragraph.of(Printable.escaped(said), "", "     ", layout.width()));
  }

  /** Which versions were taken, and why; and for which suites, if not for all. */
  private static String assumed(SuiteVersions assumed, boolean all) {
    String versions =
        assumed.versions().stream()
            .map(it -> it.distribution() + " " + it.version() + " (" + it.why() + ")")
            .collect(Collectors.joining(", "));
    return "with " + versions + (all ? "" : ": " + suites(assumed.suites()));
  }

  private static String suites(List<String> roots) {
    String first = String.join(", ", roots.subList(0, Math.min(roots.size(), MOST_ROOTS)));
    int more = roots.size() - MOST_ROOTS;
    return more <= 0 ? first : first + " and " + Count.of(more, "other suite");
  }
}
