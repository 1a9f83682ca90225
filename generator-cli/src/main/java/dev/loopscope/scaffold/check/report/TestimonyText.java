package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.testimony.Sighting;
import dev.loopscope.scaffold.check.testimony.Testimony;
import dev.loopscope.scaffold.check.testimony.TraceStanding;
import dev.loopscope.scaffold.text.Paragraph;
import dev.loopscope.scaffold.text.Printable;
import dev.loopscope.scaffold.text.Style;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a recorded run says beside the findings. */
record TestimonyText(Layout layout) {
  private static final int SHOWN = 5;

  /** What follows the counts of findings in the first line. */
  static String headline(Outcome outcome) {
    int seen = outcome.testimony().map(it -> it.sightings().size()).orElse(0);
    return seen == 0 ? "" : ", and " + seen + " seen by the trace alone";
  }

  void append(Outcome outcome, StringBuilder text) {
    outcome.testimony().ifPresent(it -> it.sightings().forEach(seen -> append(seen, text)));
  }

  private void append(Sighting seen, StringBuilder text) {
    String place = seen.path() + (seen.line() > 0 ? ":" + seen.line() : "");
    text.append('\n').append(Style.STRONG.of(Printable.escaped(place), layout.colours()));
    text.append(place.isEmpty() ? "" : ": ");
    text.append((seen.counts() ? Style.ERROR : Style.WARNING).of(seen.kind(), layout.colours()));
    text.append(" seen by the trace, and told by no rule");
    text.append(seen.counts() ? "\n" : "; it does not count, since nothing came of it\n");
    Parts parts = new Parts(layout, " ");
    parts.append("run time", seen.sentence(), text);
    parts.append("fix", seen.remedy(), text);
    parts.append("tests", tests(seen.tests()), text);
    parts.append("of the kind of", seen.rule(), text);
    parts.append(
        "unknown until now",
        seen.answers().map(it -> it.what() + ": " + it.why()).orElse(""),
        text);
  }

  private static String tests(List<String> tests) {
    int shown = tests.size() > SHOWN + 1 ? SHOWN : tests.size();
    String more = shown == tests.size() ? "" : " and " + (tests.size() - shown) + " more";
    return String.join(", ", tests.subList(0, shown)) + more;
  }

  /** How the findings stand, in a sentence. */
  void appendCounts(Outcome outcome, StringBuilder text) {
    outcome.testimony().ifPresent(it -> text.append(counts(it)));
  }

  private String counts(Testimony testimony) {
    String standings =
        Arrays.stream(TraceStanding.values())
            .map(it -> testimony.count(it) + " " + it.word())
            .collect(Collectors.joining(", "));
    int decided = testimony.decided().size();
    return Paragraph.of(
        Printable.escaped(
            "Held against "
                + testimony.file()
                + " ("
                + Count.of(testimony.tests(), "test")
                + "): "
                + standings
                + (decided == 0 ? "." : "; " + Count.of(decided, "unknown part") + " decided.")),
        "",
        "  ",
        layout.width());
  }
}
