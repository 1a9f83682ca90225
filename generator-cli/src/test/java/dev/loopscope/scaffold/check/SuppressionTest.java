package dev.loopscope.scaffold.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.rules.UnusedIgnore;
import dev.loopscope.scaffold.python.source.SourceText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final Set<String> JUDGED = Set.of("LS000", "LS002", "LS012");

  @Test
  void commentOnTheLineTakesItsFindingAway() {
    assertThat(left("use(pool)  # scaffold: ignore[LS002] known\n", "LS002", "pool")).isEmpty();
  }

  @Test
  void commentOfAnotherRuleTakesNothingAway() {
    assertThat(left("use(pool)  # scaffold: ignore[LS012] known\n", "LS002", "pool")).hasSize(1);
  }

  @Test
  void oneCommentNamesSeveralRules() {
    assertThat(left("use(pool)  # scaffold: ignore[LS012, LS002] known\n", "LS002", "pool"))
        .isEmpty();
  }

  @Test
  void commentBehindAnotherCommentCounts() {
    assertThat(left("use(pool)  # noqa: E501  # scaffold: ignore[LS002] known\n", "LS002", "pool"))
        .isEmpty();
  }

  @Test
  void commentOnTheFirstLineOfADecoratorCoversTheWholeDecorator() {
    String text =
        """
        @pytest.mark.asyncio(  # scaffold: ignore[LS002] known
            loop_scope="class",
        )
        def test(): ...
        """;
    assertThat(left(text, "LS002", "loop_scope")).isEmpty();
  }

  @Test
  void commentOnADefinitionCoversItsHeaderAndNotItsBody() {
    String text =
        """
        def test(  # scaffold: ignore[LS002] known
            pool,
        ):
            use()
        """;
    assertThat(left(text, "LS002", "pool")).isEmpty();
    assertThat(left(text, "LS002", "use")).hasSize(1);
  }

  @Test
  void commentAloneOnItsLineIsAboutTheNextLine() {
    String text =
        """
        # scaffold: ignore[LS002] known
        # and this says more
        use(pool)
        pool.close()
        """;
    assertThat(left(text, "LS002", "use")).isEmpty();
    assertThat(left(text, "LS002", "close")).hasSize(1);
  }

  @Test
  void commentForTheFileTakesEveryFindingOfTheRuleAway() {
    String text = "use(pool)\n\n# scaffold: ignore-file[LS002] generated\n";
    assertThat(left(text, "LS002", "pool")).isEmpty();
    assertThat(left(text, "LS012", "pool")).hasSize(1);
  }

  @Test
  void textInAStringIsNoComment() {
    assertThat(left("use('# scaffold: ignore[LS002] known', pool)\n", "LS002", "pool")).hasSize(1);
  }

  @Test
  void commentInAConfigurationFileCounts() {
    String text = "[pytest]\n# scaffold: ignore[LS002] known\nasyncio_mode = auto\n";
    CheckedFile file = new CheckedFile("pytest.ini", SourceText.of(text), false);
    Suppression suppression = new Suppression(List.of(file), JUDGED, JUDGED);
    assertThat(suppression.left(List.of(SampleFindings.error("LS002", "pytest.ini", text, "auto"))))
        .isEmpty();
  }

  @Test
  void commentThatIgnoresNothingIsReported() {
    assertThat(reported("x = 1  # scaffold: ignore[LS002] known\n"))
        .containsExactly("the comment ignores LS002, which is not found here");
  }

  @Test
  void ruleThatDoesNotExistIsReported() {
    assertThat(reported("x = 1  # scaffold: ignore[LS999] known\n"))
        .containsExactly("the comment ignores LS999, which is not found here");
  }

  @Test
  void commentOfARuleThatDidNotRunIsLeftAlone() {
    List<CheckedFile> files = List.of(python("x = 1  # scaffold: ignore[LS000] known\n"));
    Findings findings = new Findings();
    new Suppression(files, JUDGED, Set.of()).report(new UnusedIgnore(), findings);
    assertThat(findings.inOrder()).isEmpty();
  }

  @Test
  void commentWithoutRulesIgnoresNothingAndIsReported() {
    String text = "use(pool)  # scaffold: ignore\n";
    assertThat(left(text, "LS002", "pool")).hasSize(1);
    assertThat(reported(text)).containsExactly("the comment names no rule, so nothing is ignored");
  }

  @Test
  void commentWithoutAReasonIgnoresAndIsReported() {
    String text = "use(pool)  # scaffold: ignore[LS000]\n";
    Suppression suppression = new Suppression(List.of(python(text)), JUDGED, JUDGED);
    assertThat(suppression.left(List.of(SampleFindings.error("LS000", "t.py", text, "pool"))))
        .isEmpty();
    Findings findings = new Findings();
    suppression.report(new UnusedIgnore(), findings);
    assertThat(findings.inOrder())
        .extracting(Finding::message)
        .containsExactly("the comment gives no reason, so nobody will know when it can go");
  }

  private static List<Finding> left(String text, String rule, String part) {
    return new Suppression(List.of(python(text)), JUDGED, JUDGED)
        .left(List.of(SampleFindings.error(rule, "t.py", text, part)));
  }

  private static List<String> reported(String text) {
    Findings findings = new Findings();
    new Suppression(List.of(python(text)), JUDGED, JUDGED).report(new UnusedIgnore(), findings);
    return findings.inOrder().stream().map(Finding::message).toList();
  }

  private static CheckedFile python(String text) {
    SourceText source = SourceText.of(text);
    return new CheckedFile("t.py", source, true);
  }
}
