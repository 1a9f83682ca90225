package dev.loopscope.scaffold.trace.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.trace.CrossingCause;
import dev.loopscope.scaffold.trace.TraceReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which loop scope brings a test and what it met together. */
class LoopRemedyTest {
  private static Optional<String> remedy(String fixture, String from, String on) {
    return LoopRemedy.of(
        CrossingCause.of(
                TraceReader.read(
                    List.of(
                        "{\"kind\": \"session\"}",
                        """
                        {"kind": "fixture", "id": 1, "name": "db", "scope": "%s", "path": "conftest.py", "line": 3}"""
                            .formatted(fixture),
                        loop(1, from),
                        loop(2, on),
                        """
                        {"kind": "crossing", "what": "loop", "test": "test_it", "loop": 1, "on": [2], "evidence": "used", "fixture": 1}""")))
            .get(0));
  }

  private static String loop(int number, String scope) {
    return """
        {"kind": "loop", "id": %d, "backend": "asyncio", "by": "pytest-asyncio", "scope": "%s", "at": %d}"""
        .formatted(number, scope, number);
  }

  @Test
  void testsMoveToTheLoopOfTheFixture() {
    assertThat(remedy("session", "session", "function").orElse(""))
        .contains("loop_scope=\"session\"");
  }

  @Test
  void whatATestBoundFirstNeedsALoopThatLastsAsLongAsItsFixture() {
    assertThat(remedy("module", "function", "function").orElse(""))
        .contains("loop_scope=\"module\"");
    assertThat(remedy("session", "class", "function").orElse(""))
        .contains("loop_scope=\"session\"");
  }

  @Test
  void noScopeIsNamedThatIsTheirsAlready() {
    assertThat(remedy("function", "function", "function")).isEmpty();
    assertThat(remedy("module", "module", "module")).isEmpty();
  }
}
