package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.text.Paragraph;
import dev.loopscope.scaffold.text.Printable;
import dev.loopscope.scaffold.text.Style;
import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TracedLoop;
import dev.loopscope.scaffold.trace.TracedSession;
import dev.loopscope.scaffold.trace.words.CrossingSentences;
import dev.loopscope.scaffold.trace.words.LieSentences;
import dev.loopscope.scaffold.trace.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trace for people: the loops, then what crossed, what lies, and what was left behind.
 *
 * @param width of its lines
 * @param colours whether it is in colours
 */
record TraceText(int width, boolean colours) {
  private static final int SHOWN = 5;
  private static final String BELOW = "    ";

  String of(TracedRun run) {
    StringBuilder text = new StringBuilder(headline(run));
    Trace trace = run.trace();
    if (!trace.loops().isEmpty()) {
      text.append("\nLoops:\n");
      LoopLines.of(trace).forEach(it -> text.append(paragraph(it, "  ", "      ")));
    }
    run.causes().forEach(it -> append(it, run.advice(), text));
    List<LieSentences.Told> lies = LieSentences.of(trace);
    lies.forEach(it -> text.append('\n').append(titled("lie", it.sentence())));
    appendLeft(trace, text);
    for (String failure : trace.failures()) {
      text.append('\n').append(titled("trace", "the record itself failed, and is not whole:"));
      failure.lines().forEach(it -> text.append(BELOW).append(Printable.escaped(it)).append('\n'));
    }
    if (!trace.whole()) {
      text.append('\n')
          .append(
              titled("trace", "a process did not come to its end; what it saw until then counts"));
    }
    return text.append('\n').append(counts(trace, run.causes().size(), lies.size())).toString();
  }

  private String headline(TracedRun run) {
    StringBuilder line = new StringBuilder("Traced ");
    line.append(Words.counted(run.trace().tests().size(), "test")).append(" with Python ");
    line.append(run.version()).append(' ').append(run.python().why());
    line.append(" (").append(run.python().program()).append("), pytest ").append(run.pytest());
    run.trace().sessions().stream()
        .findFirst()
        .map(TracedSession::plugins)
        .ifPresent(
            plugins ->
                List.of("pytest-asyncio", "anyio", "trio", "uvloop")
                    .forEach(
                        name ->
                            Optional.ofNullable(plugins.get(name))
                                .ifPresent(it -> line.append(", ").append(name + " " + it))));
    return Style.STRONG.of(paragraph(line + ".", "", ""), colours);
  }

  private void append(CrossingCause cause, Advice advice, StringBuilder text) {
    text.append('\n').append(titled("crossing", CrossingSentences.headline(cause)));
    List<String> lines = new ArrayList<>(CrossingSentences.details(cause));
    advice
        .remedy(cause)
        .ifPresent(
            it ->
                lines.add(
                    "next"
                        + advice.rule(cause).map(rule -> " (" + rule + ")").orElse("")
                        + ": "
                        + it));
    cause.tests().stream().limit(SHOWN).forEach(it -> text.append(paragraph(it, BELOW, BELOW)));
    if (cause.tests().size() > SHOWN) {
      text.append(BELOW).append("and ").append(cause.tests().size() - SHOWN).append(" more\n");
    }
    lines.forEach(it -> text.append(paragraph(it, BELOW, BELOW + "  ")));
  }

  private void appendLeft(Trace trace, StringBuilder text) {
    for (TracedLoop loop : trace.loops().values()) {
      tasks(loop, loop.pending(), "was closed while", "was pending", "were pending", text);
      tasks(
          loop,
          loop.cancelled(),
          "was about to be closed when",
          "was still running, and was cancelled",
          "were still running, and were cancelled",
          text);
    }
    trace
        .leftRunning()
        .forEach(
            it ->
                text.append('\n')
                    .append(
                        titled(
                            "left",
                            "loop "
                                + it.loop().number()
                                + " was running when "
                                + it.test()
                                + " was over")));
    trace
        .moduleObjects()
        .forEach(
            it ->
                text.append('\n')
                    .append(
                        titled(
                            "left",
                            "`"
                                + it.name()
                                + "` of "
                                + it.module()
                                + " leads to "
                                + Words.article(it.held().type())
                                + " of loop "
                                + it.held().loop().number()
                                + ", which is closed")));
  }

  private void tasks(
      TracedLoop loop,
      List<String> tasks,
      String when,
      String one,
      String many,
      StringBuilder text) {
    if (!tasks.isEmpty()) {
      String shown = String.join(", ", tasks.subList(0, Math.min(SHOWN, tasks.size())));
      text.append('\n')
          .append(
              titled(
                  "left",
                  "loop "
                      + loop.id().number()
                      + ", the "
                      + loop.kind()
                      + ", "
                      + when
                      + " "
                      + shown
                      + (tasks.size() > SHOWN ? " and " + (tasks.size() - SHOWN) + " more " : " ")
                      + (tasks.size() == 1 ? one : many)));
    }
  }

  private String titled(String title, String sentence) {
    String lines = paragraph(sentence, title + ": ", BELOW);
    Style style = title.equals("left") || title.equals("trace") ? Style.WARNING : Style.ERROR;
    return style.of(title, colours) + lines.substring(title.length());
  }

  private String paragraph(String text, String first, String rest) {
    return Paragraph.of(Printable.escaped(text), first, rest, width);
  }

  private static String counts(Trace trace, int crossings, int lies) {
    if (trace.sessions().isEmpty()) {
      return "Nothing was recorded: what crosses and what lies is not known.\n";
    }
    if (trace.tests().isEmpty()) {
      return "No test was recorded: what crosses and what lies is not known.\n";
    }
    return crossings + lies == 0
        ? "No crossing and no lie was seen"
            + (trace.isKnown() ? ".\n" : " in what was recorded, which is not all.\n")
        : Words.counted(crossings, "crossing")
            + " and "
            + (lies == 1 ? "1 lie" : lies + " lies")
            + ".\n";
  }
}
