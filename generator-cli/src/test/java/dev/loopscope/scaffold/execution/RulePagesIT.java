package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageCases;
import dev.loopscope.scaffold.check.page.PageRun;
import dev.loopscope.scaffold.check.page.RulePage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the rules say about pytest is what pytest does. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class RulePagesIT {
  @ParameterizedTest
  @MethodSource("runsOfExamples")
  void exampleDoesWhatItsPageSays(PageTrial trial, Workbench bench) {
    trial.assertHolds(bench);
  }

  @ParameterizedTest
  @MethodSource("runsOfFixedCases")
  void fixedCasePasses(PageTrial trial, Workbench bench) {
    trial.assertHolds(bench);
  }

  @Test
  void hazardThatDoesNotBiteIsNoticed(Workbench bench) {
    PageCases cases =
        cases(
            """
            def test_nothing():
                assert True
            """);
    List<PageTrial> trials = runs("LS999", cases.examples().get(0));
    assertThat(trials).hasSize(1);
    assertThatThrownBy(() -> trials.get(0).assertHolds(bench))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("pytest counted `1 passed`, the page says `1 failed`");
  }

  @Test
  void fixThatDoesNotFixIsNoticed(Workbench bench) {
    PageCases cases =
        cases(
            """
            def test_nothing():
                assert False
            """);
    List<PageTrial> trials = runsOfFixed("LS999", cases, cases.fixed().get(0));
    assertThat(trials).hasSize(1);
    assertThatThrownBy(() -> trials.get(0).assertHolds(bench))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a fixed case passes");
  }

  static Stream<PageTrial> runsOfExamples() {
    List<PageTrial> trials = new ArrayList<>();
    for (RulePage page : AskedPages.all()) {
      for (PageCase example : PageCases.of(page).examples()) {
        trials.addAll(runs(page.id(), example));
      }
    }
    return trials.stream();
  }

  static Stream<PageTrial> runsOfFixedCases() {
    List<PageTrial> trials = new ArrayList<>();
    for (RulePage page : AskedPages.all()) {
      PageCases cases = PageCases.of(page);
      for (PageCase fixed : cases.fixed()) {
        trials.addAll(runsOfFixed(page.id(), cases, fixed));
      }
    }
    return trials.stream();
  }

  private static List<PageTrial> runs(String rule, PageCase suite) {
    List<PageTrial> trials = new ArrayList<>();
    for (PageRun run : suite.runs()) {
      for (String environment : run.environments()) {
        trials.add(new PageTrial(rule, suite, environment, run.options(), run.expected()));
      }
    }
    return trials;
  }

  /** A fixed case passes wherever its example ran and on the newest, but where the page says. */
  private static List<PageTrial> runsOfFixed(String rule, PageCases cases, PageCase fixed) {
    List<PageTrial> trials = new ArrayList<>(runs(rule, fixed));
    Set<String> environments = new LinkedHashSet<>(cases.exampleOf(fixed).environments());
    environments.add("newest");
    fixed.environments().forEach(environments::remove);
    for (String environment : environments) {
      trials.add(new PageTrial(rule, fixed, environment, List.of(), List.of()));
    }
    return trials;
  }

  private static PageCases cases(String suite) {
    String sections =
        "## What it does\n\nx\n\n## Why is this bad\n\nx\n\n## What pytest prints\n\n"
            + "```console newest\n$ pytest\n1 failed\n```\n"
            + "## Example\n\n```python test_it.py\n"
            + suite
            + "```\n## Use instead\n\n```python test_it.py\n"
            + suite
            + "```\n## Fix safety\n\nx\n\n## Versions\n\nx\n\n## References\n\nx\n";
    String head = "# LS999 Nothing\n\nNothing.\n\n- Severity: error\n- Fix: none\n\n";
    return PageCases.of(RulePage.parse(head + sections));
  }
}
