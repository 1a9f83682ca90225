package dev.loopscope.scaffold.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the lines of the plugin come to, of several processes and of one that was killed. */
class TraceReaderTest {
  private static final String GW0 = "{\"kind\": \"session\", \"worker\": \"gw0\"}";
  private static final String GW1 = "{\"kind\": \"session\", \"worker\": \"gw1\"}";
  private static final String TEST =
      """
      {"kind": "test", "id": "test_a", "on": [1]}\
      """;
  private static final String FAILURE =
      """
      {"kind": "failure", "text": "KeyError"}\
      """;
  private static final String END = "{\"kind\": \"end\", \"at\": 9}";

  private static String loop(int number, String scope) {
    return "{\"kind\": \"loop\", \"id\": "
        + number
        + ", \"backend\": \"asyncio\", \"by\": \"pytest-asyncio\", \"scope\": \""
        + scope
        + "\", \"at\": "
        + number
        + "}";
  }

  private static String crossing(String test, int loop, int on, String evidence) {
    return "{\"kind\": \"crossing\", \"what\": \"loop\", \"test\": \""
        + test
        + "\", \"loop\": "
        + loop
        + ", \"on\": ["
        + on
        + "], \"evidence\": \""
        + evidence
        + "\", \"fixture\": 1}";
  }

  private static final String FIXTURE =
      "{\"kind\": \"fixture\", \"id\": 1, \"name\": \"db\", \"path\": \"conftest.py\", \"line\":"
          + " 3}";

  @Test
  void workersCountForThemselves() {
    Trace trace =
        TraceReader.read(List.of(GW0, loop(1, "session"), END, GW1, loop(1, "function"), END));
    assertThat(trace.loops()).containsOnlyKeys(new Numbered("gw0", 1), new Numbered("gw1", 1));
    assertThat(trace.loop("gw1", 1)).map(TracedLoop::scope).contains("function");
    assertThat(trace.whole()).isTrue();
  }

  @Test
  void severalObjectsMayStandOnOneLine() {
    Trace trace =
        TraceReader.read(List.of("[" + GW0 + ", " + loop(1, "session") + "]", "[" + END + "]"));
    assertThat(trace.loops()).containsOnlyKeys(new Numbered("gw0", 1));
    assertThat(trace.whole()).isTrue();
  }

  @Test
  void aProcessThatWasKilledIsToldAndWhatItSawCounts() {
    Trace trace = TraceReader.read(List.of(GW0, loop(1, "session"), "{\"kind\": \"lo", GW1, END));
    assertThat(trace.loops()).containsOnlyKeys(new Numbered("gw0", 1));
    assertThat(trace.whole()).isFalse();
  }

  @Test
  void oneCauseIsToldOnceForAllTestsAndWorkersWithItsStrongestEvidence() {
    Trace trace =
        TraceReader.read(
            List.of(
                GW0,
                FIXTURE,
                loop(1, "session"),
                loop(2, "function"),
                crossing("test_a", 1, 2, "stands-still"),
                END,
                GW1,
                FIXTURE,
                loop(1, "session"),
                loop(2, "function"),
                crossing("test_b", 1, 2, "raised"),
                END));
    assertThat(CrossingCause.of(trace))
        .singleElement()
        .satisfies(
            cause -> {
              assertThat(cause.tests()).containsExactly("test_a", "test_b");
              assertThat(cause.first().evidence()).isEqualTo("raised");
              assertThat(cause.fixture()).map(TracedFixture::name).contains("db");
              assertThat(cause.from()).map(TracedLoop::scope).contains("session");
              assertThat(cause.on())
                  .extracting(it -> it.id().worker(), TracedLoop::scope)
                  .containsExactly(tuple("gw0", "function"), tuple("gw1", "function"));
            });
  }

  @Test
  void theSameFixtureOnLoopsOfOtherKindsIsAnotherCause() {
    Trace trace =
        TraceReader.read(
            List.of(
                GW0,
                FIXTURE,
                loop(1, "session"),
                loop(2, "function"),
                loop(3, "class"),
                crossing("test_a", 1, 2, "stands-still"),
                crossing("test_b", 1, 3, "stands-still"),
                END));
    assertThat(CrossingCause.of(trace)).hasSize(2);
  }

  @Test
  void aRunOfWhichNothingOrNotAllWasRecordedIsNotKnown() {
    assertThat(TraceReader.read(List.of()).isKnown()).isFalse();
    assertThat(TraceReader.read(List.of(GW0, END)).isKnown()).isFalse();
    assertThat(TraceReader.read(List.of(GW0, TEST)).isKnown()).isFalse();
    assertThat(TraceReader.read(List.of(GW0, TEST, FAILURE, END)).isKnown()).isFalse();
    assertThat(TraceReader.read(List.of(GW0, TEST, END)).isKnown()).isTrue();
  }
}
