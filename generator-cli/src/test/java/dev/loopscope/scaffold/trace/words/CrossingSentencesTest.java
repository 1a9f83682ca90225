package dev.loopscope.scaffold.trace.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.TraceReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On how many loops a thing was met. */
class CrossingSentencesTest {
  private static String headline(int tests) {
    List<String> lines = new ArrayList<>();
    lines.add("{\"kind\": \"session\"}");
    lines.add(
        """
        {"kind": "fixture", "id": 1, "name": "db", "scope": "session", "path": "conftest.py", "line": 3}""");
    lines.add(loop(1, "session"));
    for (int number = 2; number < 2 + tests; number++) {
      lines.add(loop(number, "function"));
      lines.add(
          """
          {"kind": "crossing", "what": "loop", "test": "test_%d", "loop": 1, "on": [%d], "evidence": "used", "fixture": 1}"""
              .formatted(number, number));
    }
    return CrossingSentences.headline(CrossingCause.of(TraceReader.read(lines)).get(0));
  }

  private static String loop(int number, String scope) {
    return """
        {"kind": "loop", "id": %d, "backend": "asyncio", "by": "pytest-asyncio", "scope": "%s", "at": %d}"""
        .formatted(number, scope, number);
  }

  @Test
  void oneLoopIsNamed() {
    assertThat(headline(1))
        .endsWith("and 1 test met it on loop 2, the function loop of pytest-asyncio");
  }

  @Test
  void twoLoopsAreNamed() {
    assertThat(headline(2))
        .endsWith(
            "and 2 tests met it on loop 2 and loop 3, each a function loop of pytest-asyncio");
  }

  @Test
  void moreLoopsAreCounted() {
    assertThat(headline(3))
        .endsWith(
            "and 3 tests met it on 3 loops, first on loop 2, each a function loop of pytest-asyncio");
  }
}
