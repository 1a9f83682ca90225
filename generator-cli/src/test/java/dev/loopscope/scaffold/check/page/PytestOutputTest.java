package dev.loopscope.scaffold.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What pytest printed is held against what a page says. */
class PytestOutputTest {
  private static final PytestOutput OUTPUT =
      new PytestOutput(
          """
          ============ test session starts ============
          E   RuntimeError: <Queue at 0x7f maxsize=0> is bound to a different event loop
          FAILED test_jobs.py::test_waits
          ====== 1 failed, 11 passed, 2 warnings in 0.15s ======
          """);

  @Test
  void partsOfLinesInOrderHold() {
    assertThat(
            OUTPUT.differenceFrom(
                List.of(
                    "E   RuntimeError: <Queue ...> is bound",
                    "FAILED test_jobs.py",
                    "1 failed, 11 passed")))
        .isEmpty();
  }

  @Test
  void linesInAnotherOrderDoNotHold() {
    assertThat(OUTPUT.differenceFrom(List.of("FAILED", "RuntimeError", "1 failed, 11 passed")))
        .hasValue("not printed, or not in this order: RuntimeError");
  }

  @Test
  void oneLineIsNotFoundTwice() {
    assertThat(OUTPUT.differenceFrom(List.of("FAILED", "FAILED")))
        .hasValue("not printed, or not in this order: FAILED");
  }

  @Test
  void dotsDoNotReachTheNextLine() {
    assertThat(OUTPUT.differenceFrom(List.of("RuntimeError...FAILED")))
        .hasValue("not printed, or not in this order: RuntimeError...FAILED");
  }

  @Test
  void countsAreAllOfPytests() {
    assertThat(OUTPUT.differenceFrom(List.of("1 passed")))
        .hasValue("pytest counted `1 failed, 11 passed, 2 warnings`, the page says `1 passed`");
  }

  @Test
  void countedWarningsAreComparedToo() {
    assertThat(OUTPUT.differenceFrom(List.of("1 failed, 11 passed, 2 warnings"))).isEmpty();
    assertThat(OUTPUT.differenceFrom(List.of("1 failed, 11 passed, 1 warning"))).isPresent();
  }
}
