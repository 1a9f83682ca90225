package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.FindingKey;
import dev.loopscope.scaffold.check.Note;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.SampleFindings;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.suite.collect.UnknownPart;
import java.util.List;
import java.util.Optional;

/** A check that found an error, a warning, and something that it does not know. */
final class Samples {
  static final Rule LOOP =
      new SampleFindings.Named(
          "LS002", "TestLoopDiffersFromFixtureLoop", Severity.ERROR, Fixes.SAFE);
  static final Rule OPTION =
      new SampleFindings.Named(
          "LS006", "OptionUnknownToAllowedVersion", Severity.ERROR, Fixes.NONE);

  private static final String TEST = "import pytest\n\nasync def test_reads(pool):\n    pass\n";
  private static final String INI = "[pytest]\nasyncio_mode = auto\n";

  private Samples() {}

  static Outcome outcome() {
    Finding error =
        new Finding(
            LOOP,
            Severity.ERROR,
            SampleFindings.at("tests/test pool,ü%.py", TEST, "test_reads"),
            "`test_reads` runs on a loop of its own, and `pool` was made on the session's, so the"
                + " first query raises a RuntimeError",
            "mark the test with `loop_scope=\"session\"`",
            "pytest-asyncio >= 0.24",
            Optional.of(
                new Fix(
                    Safety.SAFE,
                    "Name the loop",
                    List.of(new Edit("tests/test pool,ü%.py", 15, 15, "@mark\n")))));
    Finding warning =
        Finding.of(
            OPTION,
            Severity.WARNING,
            SampleFindings.at("pytest.ini", INI, "asyncio_mode = auto\n"),
            "nothing reads it: 100%\nof it",
            "remove it");
    List<Finding> findings = List.of(warning, error);
    return new Outcome(
        1,
        12,
        findings,
        FindingKey.of(findings),
        2,
        3,
        List.of(
            new UnknownPart(
                SampleFindings.at("tests/a.py", TEST, "pytest"), "the marks of `x`", "a loop")),
        List.of(new Note("known.json", 0, "an entry is stale")));
  }

  static Outcome clean() {
    return new Outcome(1, 12, List.of(), List.of(), 0, 0, List.of(), List.of());
  }
}
