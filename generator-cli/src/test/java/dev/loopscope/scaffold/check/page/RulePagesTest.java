package dev.loopscope.scaffold.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
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

  @ParameterizedTest
  @MethodSource("files")
  void pageIsCalledAsItsRule(String file) {
    String id = file.substring(0, file.length() - ".md".length());
    assertThat(RulePages.page(id).orElseThrow().id()).isEqualTo(id);
  }

  @ParameterizedTest
  @MethodSource("files")
  void pageShowsSuites(String file) {
    RulePage page = RulePages.page(file.substring(0, file.length() - 3)).orElseThrow();
    assertThat(PageCases.of(page).examples()).isNotEmpty();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("rules")
  void pageSaysWhatTheRuleSays(Rule rule) {
    RulePage page = RulePages.page(rule.id()).orElseThrow();
    assertThat(page.name()).isEqualTo(rule.name());
    assertThat(page.summary()).isEqualTo(rule.summary());
    assertThat(page.fix()).isEqualTo(rule.fixes().words());
    assertThat(page.severity()).startsWith(rule.severity().word());
  }

  @Test
  void everyRuleHasAPage() {
    assertThat(files()).containsAll(RuleSet.all().stream().map(rule -> rule.id() + ".md").toList());
  }
}
