package dev.loopscope.scaffold.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a trace that was written as JSON comes to when it is read again. */
class TraceFileTest {
  private static String loop(int number, String scope) {
    return """
        {"id": {"worker": "main", "number": %d}, "backend": "asyncio", "by": "pytest-asyncio",
         "scope": "%s", "made": %d}\
        """
        .formatted(number, scope, number);
  }

  private static String test(String id, String on) {
    return """
        {"worker": "main", "id": "%s", "defined-at": {"path": "test_it.py", "line": 1},
         "async": true, "declared": "", "on": [%s], "outcome": "passed", "said": "",
         "fixtures": [], "over": 9}\
        """
        .formatted(id, on);
  }

  private static String crossing(String tests) {
    return """
        {"what": "loop", "evidence": "raised", "when": "call",
         "loop": {"worker": "main", "number": 1}, "on": {"worker": "main", "number": 2},
         "module": "", "name": "", "object": "it", "reached": "", "message": "",
         "at": {"path": "test_it.py", "line": 7}, "tests": [%s]}\
        """
        .formatted(tests);
  }

  private static Trace trace(String loops, String tests, String crossings)
      throws UnreadableTraceException {
    return TraceFile.read(
        """
        {"schema": 1, "scaffold": "0.2.0", "command": "trace", "whole": true, "sessions": [],
         "loops": [%s], "fixtures": [], "tests": [%s], "crossings": [%s], "lies": [],
         "failures": [], "files": {}}
        """
            .formatted(loops, tests, crossings));
  }

  @Test
  void testThatRanOnLoopsOfTwoKindsCrossedOnTheOneOfItsCrossingsKind()
      throws UnreadableTraceException {
    String loops =
        String.join(
            ", ", loop(1, "session"), loop(2, "function"), loop(3, "module"), loop(4, "function"));
    String tests = test("test_a", "2") + ", " + test("test_b", "3, 4");
    Trace trace = trace(loops, tests, crossing("\"test_a\", \"test_b\""));
    assertThat(CrossingCause.of(trace))
        .singleElement()
        .satisfies(
            cause ->
                assertThat(cause.on()).extracting(it -> it.id().number()).containsExactly(2, 4));
  }

  @Test
  @Timeout(20)
  void manyCrossingsOfManyTestsAreReadInTimeThatGrowsAsTheyDo() throws UnreadableTraceException {
    String tests =
        IntStream.range(0, 20_000)
            .mapToObj(it -> test("test_" + it, "2"))
            .collect(Collectors.joining(", "));
    String crossings =
        IntStream.range(0, 20_000)
            .mapToObj(it -> crossing("\"test_" + it + "\""))
            .collect(Collectors.joining(", "));
    Trace trace = trace(loop(1, "session") + ", " + loop(2, "function"), tests, crossings);
    assertThat(trace.crossings()).hasSize(20_000);
  }
}
