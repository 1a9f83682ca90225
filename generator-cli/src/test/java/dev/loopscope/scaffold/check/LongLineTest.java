package dev.loopscope.scaffold.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.fix.EditedText;
import dev.loopscope.scaffold.check.fix.FixSelection;
import dev.loopscope.scaffold.check.report.GithubReport;
import dev.loopscope.scaffold.check.report.GitlabReport;
import dev.loopscope.scaffold.check.report.JsonReport;
import dev.loopscope.scaffold.check.report.Layout;
import dev.loopscope.scaffold.check.report.Report;
import dev.loopscope.scaffold.check.report.SarifReport;
import dev.loopscope.scaffold.check.report.TextReport;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.module.Location;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Four times as many findings on a line that is four times as long take about four times as long.
 */
class LongLineTest {
  private static final String PATH = "tests/test_é.py";
  private static final String STATEMENT = "é = pool\t+ 1; ";

  /** Linear growth takes 4 times as long, quadratic growth 16 times. */
  private static final long MOST_TIMES = 9;

  /** Of less than this, growth cannot be told from noise. */
  private static final long LEAST_NANOS = 100_000_000;

  /** Something that is done with all findings of a check. */
  record Step(String name, int largest, Consumer<List<Finding>> work) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Step> steps() {
    return Stream.of(
        new Step("keys", 6_000, findings -> assertThat(FindingKey.of(findings)).isNotEmpty()),
        new Step("known findings", 6_000, LongLineTest::askBaseline),
        new Step(
            "text",
            4_000,
            findings -> said(new TextReport(new Layout(false, 100, 100), true, true), findings)),
        new Step("JSON", 20_000, findings -> said(new JsonReport("1"), findings)),
        new Step("SARIF", 20_000, findings -> said(new SarifReport("1", List.of()), findings)),
        new Step("GitLab", 20_000, findings -> said(new GitlabReport(), findings)),
        new Step("GitHub", 20_000, findings -> said(new GithubReport(), findings)),
        new Step("fixes", 40_000, LongLineTest::fix));
  }

  private static void said(Report report, List<Finding> all) {
    Outcome outcome = new Outcome(1, 1, all, FindingKey.of(all), 0, 0, List.of(), List.of());
    assertThat(report.of(outcome)).contains("pool");
  }

  private static void askBaseline(List<Finding> findings) {
    List<FindingKey> keys = FindingKey.of(findings);
    Baseline baseline = Baseline.of("known.json", keys);
    assertThat(keys).allMatch(baseline::holds);
  }

  private static void fix(List<Finding> findings) {
    FixSelection selection = FixSelection.of(findings, false);
    assertThat(selection.findings()).hasSameSizeAs(findings);
    Map<String, List<Edit>> edits = selection.edits();
    String text = findings.get(0).location().text().text();
    assertThat(EditedText.of(text, edits.getOrDefault(PATH, List.of()))).doesNotContain("pool");
  }

  private static List<Finding> findings(int count) {
    SourceText text = SourceText.of(STATEMENT.repeat(count) + "\n");
    Rule rule = SampleFindings.rule("LS002");
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int start = i * STATEMENT.length() + STATEMENT.indexOf("pool");
      Location location = new Location(PATH, text, start, start + "pool".length());
      Edit edit = new Edit(PATH, location.start(), location.end(), "poll");
      findings.add(
          new Finding(
              rule,
              Severity.ERROR,
              location,
              "`pool` is bound to another loop",
              "name it otherwise",
              "",
              Optional.of(new Fix(Safety.SAFE, "Name it otherwise", List.of(edit)))));
    }
    return findings;
  }

  @ParameterizedTest
  @MethodSource("steps")
  void workGrowsAsTheLineDoes(Step step) {
    // The first run also loads what there is to load.
    taken(step, step.largest() / 4);
    long quarter = taken(step, step.largest() / 4);
    long whole = taken(step, step.largest());
    assertThat(whole).isLessThan(MOST_TIMES * Math.max(quarter, LEAST_NANOS));
  }

  private static long taken(Step step, int count) {
    List<Finding> findings = findings(count);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = system.getProcessCpuTime();
    step.work().accept(findings);
    return system.getProcessCpuTime() - start;
  }
}
