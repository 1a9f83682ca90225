package dev.loopscope.scaffold.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages say what the rules say, and the rules do on the pages' suites what the pages say. */
class RulePagesTest {
  static List<String> files() {
    return ShippedPages.files();
  }

  static List<Rule> rules() {
    return RuleSet.all();
  }

  static Stream<PageSuite> examples() {
    return pages()
        .flatMap(
            page -> PageCases.of(page).examples().stream().map(it -> new PageSuite(page.id(), it)));
  }

  static Stream<PageSuite> fixedCases() {
    return pages()
        .flatMap(
            page -> PageCases.of(page).fixed().stream().map(it -> new PageSuite(page.id(), it)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void pageIsCalledAsItsRule(String file) {
    String id = file.substring(0, file.length() - ".md".length());
    RulePage page = RulePages.page(id).orElseThrow();
    assertThat(page.id()).isEqualTo(id);
    assertThat(PageCases.of(page).examples()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pageSaysWhatTheRuleSays(Rule rule) {
    RulePage page = RulePages.page(rule.id()).orElseThrow();
    assertThat(page.name()).isEqualTo(rule.name());
    assertThat(page.summary()).isEqualTo(rule.summary());
    assertThat(page.fix()).isEqualTo(rule.fixes().words());
    assertThat(page.severity()).startsWith(rule.severity().word());
  }

  @Test
  void everyRuleHasAPageAndEveryPageARule() {
    assertThat(files())
        .containsExactlyElementsOf(RuleSet.all().stream().map(rule -> rule.id() + ".md").toList());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleIsReportedWhereItsCommentsSay(PageSuite suite, @TempDir Path directory) {
    assertThat(said(suite.findings(directory)))
        .containsExactlyInAnyOrderElementsOf(expected(suite));
    assertThat(suite.suite().expected())
        .as("an example has its page's hazard")
        .anyMatch(finding -> finding.rule().equals(suite.rule()));
  }

  @ParameterizedTest
  @MethodSource("fixedCases")
  void fixedCaseIsClean(PageSuite suite, @TempDir Path directory) {
    assertThat(suite.suite().expected()).isEmpty();
    assertThat(said(suite.findings(directory))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void safeFixesOfAnExampleMakeItsFixedForm(PageSuite suite, @TempDir Path directory) {
    RulePage page = RulePages.page(suite.rule()).orElseThrow();
    boolean safe =
        suite.findings(directory).stream()
            .flatMap(finding -> finding.fix().stream())
            .anyMatch(fix -> fix.safety() == Safety.SAFE);
    if (safe || page.fix().equals(Fixes.SAFE.words())) {
      PageCase fixed = PageCases.of(page).fixedFormOf(suite.suite()).orElseThrow();
      assertThat(suite.fixed(false, directory))
          .isEqualTo(new PageSuite(suite.rule(), fixed).texts());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void fixLeavesNothingToFix(PageSuite suite, @TempDir Path directory) {
    assertThat(suite.findingsAfterFix(true, directory))
        .flatExtracting(finding -> finding.fix().stream().map(Fix::title).toList())
        .isEmpty();
  }

  @Test
  void hazardWithoutItsCommentIsNoticed(@TempDir Path directory) {
    PageSuite suite =
        suite("@pytest.mark.asyncio(scope=\"module\")\nasync def test_it():\n    pass\n");
    assertThat(said(suite.findings(directory))).containsExactly("test_it.py:3 warning LS008");
    assertThat(expected(suite)).isEmpty();
  }

  @Test
  void commentWithoutItsHazardIsNoticed(@TempDir Path directory) {
    PageSuite suite = suite("def test_it():  # error: LS008\n    pass\n");
    assertThat(said(suite.findings(directory))).isEmpty();
    assertThat(expected(suite)).containsExactly("test_it.py:3 error LS008");
  }

  private static PageSuite suite(String test) {
    PageFile file = PageFile.of("test_it.py", "import pytest\n\n" + test);
    return new PageSuite("LS008", new PageCase("", List.of(file), List.of()));
  }

  /** What no edit can do, the page shows as a suite, which its runs hold to be green. */
  @Test
  void everyExampleIsEndedByAFixOrByTheFixedFormOfItsPage() {
    Set<String> ended =
        FixedExample.all().stream()
            .filter(it -> it.left().stream().noneMatch(left -> left.rule().id().equals(it.rule())))
            .map(FixedExample::toString)
            .collect(Collectors.toSet());
    List<String> told = new ArrayList<>();
    for (RulePage page : ShippedPages.all()) {
      PageCases cases = PageCases.of(page);
      for (PageCase example : cases.examples()) {
        String name = new PageSuite(page.id(), example).toString();
        if (!ended.contains(name) && cases.fixedFormOf(example).isEmpty()) {
          told.add(name);
        }
      }
    }
    assertThat(told).isEmpty();
  }

  private static Stream<RulePage> pages() {
    return ShippedPages.all().stream();
  }

  private static List<String> expected(PageSuite suite) {
    return suite.suite().expected().stream().map(ExpectedFinding::toString).toList();
  }

  /** Where findings show: a cause, and all of its uses. */
  private static List<String> said(List<Finding> findings) {
    List<ExpectedFinding> said = new ArrayList<>();
    for (Finding finding : findings) {
      boolean elsewhere =
          finding.uses().stream().anyMatch(it -> it.rule().equals(finding.rule().id()));
      if (!elsewhere) {
        said.add(said(finding.rule().id(), finding.severity(), finding.location()));
      }
      finding.uses().stream()
          .filter(it -> !it.rule().isEmpty())
          .forEach(it -> said.add(said(it.rule(), it.severity(), it.location())));
    }
    return said.stream().map(ExpectedFinding::toString).toList();
  }

  private static ExpectedFinding said(String rule, Severity severity, Location location) {
    return new ExpectedFinding(location.path(), location.line(), severity.word(), rule);
  }
}
