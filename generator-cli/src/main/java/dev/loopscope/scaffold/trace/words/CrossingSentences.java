package dev.loopscope.scaffold.trace.words;

import dev.loopscope.scaffold.trace.Crossing;
import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.TracedLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of a crossing. */
public final class CrossingSentences {
  private CrossingSentences() {}

  /** What lives where, and how many tests met it on which other loop. */
  public static String headline(CrossingCause cause) {
    String tests = Words.counted(cause.tests().size(), "test");
    String on = named(cause.on());
    return switch (cause.first().what()) {
      case "backend" -> tests + " met code that needs asyncio, on " + on;
      case "task" -> tests + " met a cancel scope that was entered in another task";
      case "no-loop" -> tests + " met code that asks for the current loop where there is none";
      default ->
          holder(cause)
              + lives(cause.first())
              + cause.from().map(CrossingSentences::named).orElse("another loop")
              + ", and "
              + tests
              + " met it on "
              + on;
    };
  }

  /** How it was seen, and where. */
  public static List<String> details(CrossingCause cause) {
    Crossing first = cause.first();
    List<String> lines = new ArrayList<>();
    if (!first.type().isEmpty() && !first.evidence().equals("stands-still")) {
      lines.add(
          (first.reached().isEmpty() ? "it" : "`" + first.reached() + "`")
              + " is "
              + Words.article(first.type()));
    }
    String at = first.at().isKnown() ? " at " + first.at().text() : "";
    switch (first.evidence()) {
      case "raised" -> lines.add("raised in the " + phase(first) + at + ": " + first.message());
      case "used" -> lines.add("used in the " + phase(first) + at);
      default -> lines.add("the task " + first.type() + " stands still meanwhile");
    }
    return lines;
  }

  private static String phase(Crossing crossing) {
    return switch (crossing.when()) {
      case "setup", "fixture" -> "set-up";
      case "teardown", "finish" -> "teardown";
      default -> "test";
    };
  }

  private static String lives(Crossing first) {
    return first.evidence().equals("stands-still") ? " left a task on " : " lives on ";
  }

  private static String holder(CrossingCause cause) {
    Crossing first = cause.first();
    return cause
        .fixture()
        .map(Words::named)
        .or(
            () ->
                Optional.of("`" + first.name() + "` (global of " + first.module() + ")")
                    .filter(it -> !first.module().isEmpty()))
        .orElse(first.type().isEmpty() ? "something" : Words.article(first.type()));
  }

  /** Loops of one kind. */
  private static String named(List<TracedLoop> loops) {
    if (loops.size() < 2) {
      return loops.isEmpty() ? "no loop" : named(loops.get(0));
    }
    String which =
        loops.size() == 2
            ? "loop " + loops.get(0).id().number() + " and loop " + loops.get(1).id().number()
            : loops.size() + " loops, first on loop " + loops.get(0).id().number();
    return which + ", each a " + loops.get(0).kind();
  }

  private static String named(TracedLoop loop) {
    return "loop " + loop.id().number() + ", the " + loop.kind();
  }
}
