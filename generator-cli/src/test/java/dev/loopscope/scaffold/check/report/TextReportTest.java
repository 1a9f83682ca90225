package dev.loopscope.scaffold.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static final Layout PLAIN = new Layout(false, 100, 110);

  @Test
  void findingsAreToldWithTheirSourceLines() {
    assertThat(new TextReport(PLAIN, true, false).of(Samples.outcome()))
        .isEqualTo(
            """
            Checked 12 files in 1 suite: 1 error, 1 warning

            pytest.ini:2:1: warning LS006 OptionUnknownToAllowedVersion
              |
            2 | asyncio_mode = auto
              | ^^^^^^^^^^^^^^^^^^^
              = run time: nothing reads it: 100%\\u000aof it
              = fix: remove it

            tests/test pool,ü%.py:3:11: error LS002 TestLoopDiffersFromFixtureLoop
              |
            3 | async def test_reads(pool):
              |           ^^^^^^^^^^
              = run time: `test_reads` runs on a loop of its own, and `pool` was made on the session's, so the
                          first query raises a RuntimeError
              = fix: mark the test with `loop_scope="session"` (--fix)
              = versions: pytest-asyncio >= 0.24

            LS002  1 error             TestLoopDiffersFromFixtureLoop
            LS006           1 warning  OptionUnknownToAllowedVersion
            `scaffold explain LS002` tells more about a rule.

            note: known.json: an entry is stale
            1 finding can be fixed with --fix.
            1 part could not be resolved; --show-unknown lists them.
            2 findings ignored by comment or configuration.
            3 findings known to the baseline.
            """);
  }

  @Test
  void statisticsAreTheCountsAlone() {
    assertThat(new TextReport(PLAIN, false, false).of(Samples.outcome()))
        .startsWith(
            """
            Checked 12 files in 1 suite: 1 error, 1 warning

            LS002  1 error             TestLoopDiffersFromFixtureLoop
            """);
  }

  @Test
  void unknownPartsAreListedOnDemand() {
    assertThat(new TextReport(PLAIN, false, true).of(Samples.outcome()))
        .contains("tests/a.py:1:8: unknown the marks of `x`: a loop\n")
        .contains("1 part could not be resolved.\n");
  }

  @Test
  void cleanCheckIsOneLine() {
    assertThat(new TextReport(PLAIN, true, false).of(Samples.clean()))
        .isEqualTo("Checked 12 files in 1 suite: nothing found\n");
  }

  @Test
  void nothingToCheckIsSaid() {
    Outcome nothing = new Outcome(0, 0, List.of(), List.of(), 0, 0, List.of(), List.of());
    assertThat(new TextReport(PLAIN, true, false).of(nothing))
        .isEqualTo("Nothing to check: pytest collects no test module here, or all are excluded\n");
  }

  @Test
  void coloursChangeNothingButColours() {
    String coloured = new TextReport(new Layout(true, 100, 110), true, true).of(Samples.outcome());
    assertThat(coloured).contains("\u001b[1;38;5;163merror LS002\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(new TextReport(PLAIN, true, true).of(Samples.outcome()));
  }
}
