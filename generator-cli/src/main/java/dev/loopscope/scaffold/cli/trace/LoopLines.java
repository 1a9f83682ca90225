package dev.loopscope.scaffold.cli.trace;

import dev.loopscope.scaffold.trace.Numbered;
import dev.loopscope.scaffold.trace.Trace;
import dev.loopscope.scaffold.trace.TracedLoop;
import dev.loopscope.scaffold.trace.TracedTest;
import dev.loopscope.scaffold.trace.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The loops of a run, a line each, or a line for those of a kind where there are many. */
final class LoopLines {
  private static final int MOST_OF_A_KIND = 3;

  private LoopLines() {}

  static List<String> of(Trace trace) {
    Map<Numbered, List<TracedTest>> tests = new LinkedHashMap<>();
    for (TracedTest test : trace.tests()) {
      test.on()
          .forEach(
              on ->
                  tests
                      .computeIfAbsent(new Numbered(test.worker(), on), key -> new ArrayList<>())
                      .add(test));
    }
    Map<String, List<TracedLoop>> byKind = new LinkedHashMap<>();
    trace
        .loops()
        .values()
        .forEach(it -> byKind.computeIfAbsent(kind(it, trace), key -> new ArrayList<>()).add(it));
    List<String> lines = new ArrayList<>();
    byKind.forEach(
        (kind, loops) -> {
          if (loops.size() > MOST_OF_A_KIND) {
            lines.add(together(kind, loops, tests));
          } else {
            loops.forEach(it -> lines.add(alone(kind, it, tests.getOrDefault(it.id(), List.of()))));
          }
        });
    return lines;
  }

  private static String kind(TracedLoop loop, Trace trace) {
    return loop.kind()
        + (trace.sessions().size() > 1 ? " in the worker " + loop.id().worker() : "");
  }

  private static String alone(String kind, TracedLoop loop, List<TracedTest> tests) {
    return "loop "
        + loop.id().number()
        + ": "
        + Words.article(kind)
        + ", made for "
        + (loop.test().isEmpty() ? "no test" : loop.test())
        + (loop.closed().isPresent() ? "" : ", never closed")
        + "; "
        + ran(tests);
  }

  private static String together(
      String kind, List<TracedLoop> loops, Map<Numbered, List<TracedTest>> tests) {
    List<TracedTest> all = new ArrayList<>();
    loops.forEach(it -> all.addAll(tests.getOrDefault(it.id(), List.of())));
    long open = loops.stream().filter(it -> it.closed().isEmpty()).count();
    return "loops "
        + loops.get(0).id().number()
        + " to "
        + loops.get(loops.size() - 1).id().number()
        + ": "
        + loops.size()
        + " times "
        + Words.article(kind)
        + (open == 0 ? "" : ", " + open + " of them never closed")
        + "; "
        + ran(all.stream().distinct().toList());
  }

  private static String ran(List<TracedTest> tests) {
    if (tests.isEmpty()) {
      return "no test ran on it";
    }
    String first = tests.get(0).id();
    String last = tests.get(tests.size() - 1).id();
    return tests.size() == 1
        ? "1 test: " + first
        : tests.size() + " tests: " + first + " to " + last;
  }
}
