package dev.loopscope.scaffold.check.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A page says what it is for in its form, and a page of another form is refused. */
class RulePageTest {
  private static final String PAGE =
      """
      # LS999 QueueOnAnotherLoop

      A queue waits on another loop
      than the one it was made on.

      - Severity: error or warning
      - Fix: unsafe

      ## What it does

      Looks.

      ## Why is this bad

      It hangs.

      ## What pytest prints

      ```console newest
      $ pytest
      1 failed
      ```

      ## Example

      ```python test_it.py
      # not a heading
      ```

      ## Use instead

      ```python test_it.py
      ## nor this
      ```

      ## Fix safety

      Read the diff.

      ## Versions

      All.

      ## References

      None.
      """;

  @Test
  void headIsRead() {
    RulePage page = RulePage.parse(PAGE);
    assertThat(page.id()).isEqualTo("LS999");
    assertThat(page.name()).isEqualTo("QueueOnAnotherLoop");
    assertThat(page.summary())
        .isEqualTo("A queue waits on another loop than the one it was made on.");
    assertThat(page.severity()).isEqualTo("error or warning");
    assertThat(page.fix()).isEqualTo("unsafe");
  }

  @Test
  void sectionEndsWhereTheNextBegins() {
    assertThat(RulePage.parse(PAGE).section("Example").blocks())
        .filteredOn(block -> !(block instanceof PageBlock.Prose))
        .containsExactly(new PageBlock.Fence("python", "test_it.py", "# not a heading\n", 26));
  }

  @Test
  void sectionsOutOfOrderAreRefused() {
    String swapped = PAGE.replace("## Versions", "## X").replace("## References", "## Versions");
    assertThatThrownBy(() -> RulePage.parse(swapped))
        .isInstanceOf(BadRulePageException.class)
        .hasMessage("line 40: `## X` stands where `## Versions` belongs");
  }

  @Test
  void missingSectionIsRefused() {
    assertThatThrownBy(() -> RulePage.parse(PAGE.replace("## References\n\nNone.\n", "")))
        .isInstanceOf(BadRulePageException.class)
        .hasMessageContaining("the page ends without `## References`");
  }

  @Test
  void emptySectionIsRefused() {
    assertThatThrownBy(() -> RulePage.parse(PAGE.replace("It hangs.\n", "")))
        .isInstanceOf(BadRulePageException.class)
        .hasMessage("line 13: nothing stands below this heading");
  }

  @Test
  void unknownSeverityIsRefused() {
    assertThatThrownBy(() -> RulePage.parse(PAGE.replace("error or warning", "hint")))
        .isInstanceOf(BadRulePageException.class)
        .hasMessageContaining("`- Severity: hint` does not match");
  }

  @Test
  void missingSummaryIsRefused() {
    String without =
        PAGE.replace("A queue waits on another loop\nthan the one it was made on.\n", "");
    assertThatThrownBy(() -> RulePage.parse(without))
        .isInstanceOf(BadRulePageException.class)
        .hasMessageContaining("a summary, `- Severity:` and `- Fix:` stand above");
  }

  @Test
  void fenceThatIsNeverClosedIsRefused() {
    assertThatThrownBy(() -> RulePage.parse(PAGE + "```python\n"))
        .isInstanceOf(BadRulePageException.class)
        .hasMessage("line 47: the block that starts here is never closed");
  }

  @Test
  void pageOfNoRuleIsNotThere() {
    assertThat(RulePages.page("LS999")).isEmpty();
  }
}
