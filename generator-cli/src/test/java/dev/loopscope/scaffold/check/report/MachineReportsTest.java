package dev.loopscope.scaffold.check.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.FindingKey;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.SampleFindings;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.text.JsonException;
import dev.loopscope.scaffold.text.JsonReader;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class MachineReportsTest {
  @Test
  void githubGetsOneEscapedLineForEachFinding() {
    assertThat(new GithubReport().of(Samples.outcome()))
        .isEqualTo(
            "::warning file=pytest.ini,line=2,endLine=3,"
                + "title=LS006 OptionUnknownToAllowedVersion"
                + "::nothing reads it: 100%25%0Aof it%0Afix: remove it\n"
                + "::error file=tests/test pool%2Cü%25.py,line=3,endLine=3,col=11,endColumn=21,"
                + "title=LS002 TestLoopDiffersFromFixtureLoop"
                + "::`test_reads` runs on a loop of its own, and `pool` was made on the session's,"
                + " so the first query raises a RuntimeError"
                + "%0Afix: mark the test with `loop_scope=\"session\"`"
                + "%0Aversions: pytest-asyncio >= 0.24\n");
  }

  @Test
  void githubGetsNoCharacterThatATerminalObeysAndNoLineOfAFilesName() {
    Finding hostile =
        Finding.of(
            Samples.OPTION,
            Severity.WARNING,
            SampleFindings.at("a\n::error::b\r\u001b[31m\u202e.py", "x\n", "x"),
            "`\u001b]0;title\u0007` and \u2028",
            "none");
    List<Finding> findings = List.of(hostile);
    Outcome outcome =
        new Outcome(1, 1, findings, FindingKey.of(findings), 0, 0, List.of(), List.of());
    assertThat(new GithubReport().of(outcome))
        .isEqualTo(
            "::warning file=a%0A%3A%3Aerror%3A%3Ab%0D\\u001b[31m\\u202e.py,line=1,endLine=1,"
                + "col=1,endColumn=2,title=LS006 OptionUnknownToAllowedVersion"
                + "::`\\u001b]0;title\\u0007` and \\u2028%0Afix: none\n");
  }

  @Test
  void githubGetsNothingForACleanSuite() {
    assertThat(new GithubReport().of(Samples.clean())).isEmpty();
  }

  @Test
  void gitlabGetsFingerprintsThatDiffer() throws JsonException {
    List<?> issues = (List<?>) JsonReader.read(new GitlabReport().of(Samples.outcome()));
    assertThat(issues).hasSize(2);
    assertThat(issues).extracting("fingerprint").doesNotHaveDuplicates();
    assertThat(issues)
        .element(1)
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("severity", "major")
        .containsEntry("check_name", "LS002 TestLoopDiffersFromFixtureLoop")
        .containsEntry(
            "location",
            Map.of(
                "path",
                "tests/test pool,ü%.py",
                "positions",
                Map.of(
                    "begin",
                    Map.of("line", 3.0, "column", 11.0),
                    "end",
                    Map.of("line", 3.0, "column", 21.0))));
  }

  @Test
  void gitlabGetsAnEmptyListForACleanSuite() {
    assertThat(new GitlabReport().of(Samples.clean())).isEqualTo("[]\n");
  }

  @Test
  void jsonHoldsFindingsUnknownPartsAndNotes() throws JsonException {
    Map<?, ?> json = (Map<?, ?>) JsonReader.read(new JsonReport("1.2.3").of(Samples.outcome()));
    assertThat(json.keySet())
        .extracting(Object::toString)
        .containsExactly(
            "schema",
            "scaffold",
            "command",
            "suites",
            "files",
            "errors",
            "warnings",
            "ignored",
            "baselined",
            "fixed",
            "changed",
            "findings",
            "repairs",
            "unknown",
            "notes",
            "assumed",
            "upgrade",
            "trace");
    assertThat((List<?>) json.get("findings"))
        .extracting("rule", "severity", "line", "column", "end-line", "end-column")
        .containsExactly(
            tuple("LS006", "warning", 2.0, 1.0, 3.0, 1.0),
            tuple("LS002", "error", 3.0, 11.0, 3.0, 21.0));
  }
}
