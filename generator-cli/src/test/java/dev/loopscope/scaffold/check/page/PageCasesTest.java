package dev.loopscope.scaffold.check.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The suites of a page are read with what is expected of them. */
class PageCasesTest {
  private static final String CONSOLE = "```console newest\n$ pytest\n1 failed\n```\n";
  private static final String FILE = "```python test_it.py\nx = 1\n```\n";

  @Test
  void noteAtTheEndOfALineIsAFindingAndNoPartOfTheFile() {
    PageFile file =
        PageFile.of(
            "pytest.ini",
            "[pytest]\nasyncio_mode = auto  # error: LS004, LS035  # warning: LS005\n# fine\n");
    assertThat(file.text()).isEqualTo("[pytest]\nasyncio_mode = auto\n# fine\n");
    assertThat(file.expected())
        .extracting(ExpectedFinding::toString)
        .containsExactly(
            "pytest.ini:2 warning LS005", "pytest.ini:2 error LS004", "pytest.ini:2 error LS035");
  }

  @Test
  void caseHasItsFilesAndRuns() {
    PageCases cases =
        PageCases.of(
            page(
                """
                ```console newest, anyio-4.4 : two
                $ pytest -W error
                E   boom
                1 failed
                ```
                ```console newest : one
                $ pytest
                1 passed
                ```
                """,
                "### one\n" + FILE + "### two\n" + FILE + "```toml pyproject.toml\ny = 2\n```\n",
                "### two\n" + FILE));
    PageCase two = cases.examples().get(1);
    assertThat(two.title()).isEqualTo("two");
    assertThat(two.files())
        .extracting(PageFile::path)
        .containsExactly("test_it.py", "pyproject.toml");
    assertThat(two.environments()).containsExactly("anyio-4.4", "newest");
    assertThat(two.runs().get(0).options()).containsExactly("-W", "error");
    assertThat(two.runs().get(0).expected()).containsExactly("E   boom", "1 failed");
    assertThat(cases.fixedFormOf(two)).isPresent();
    assertThat(cases.fixedFormOf(cases.examples().get(0))).isEmpty();
  }

  @Test
  void consoleBelowAFixedCaseIsOfThatCase() {
    PageCases cases = PageCases.of(page(CONSOLE, FILE, FILE + CONSOLE));
    assertThat(cases.fixed().get(0).environments()).containsExactly("newest");
  }

  @Test
  void exampleThatIsNeverRunIsRefused() {
    refused(page("x", FILE, FILE), "no run of the example ``");
  }

  @Test
  void runOfNoCaseIsRefused() {
    refused(
        page(CONSOLE + CONSOLE.replace("newest", "newest : other"), FILE, FILE),
        "no case is called `other`");
  }

  @Test
  void fixedCaseWithoutAnExampleIsRefused() {
    refused(page(CONSOLE, FILE, "### other\n" + FILE), "no example is called `other`");
  }

  @Test
  void sectionWithoutACaseIsRefused() {
    refused(page(CONSOLE, FILE, "Something else."), "no case below `## Use instead`");
  }

  @Test
  void blockWithoutAPathIsRefused() {
    refused(page(CONSOLE, "```python\nx\n```\n", FILE), "a block without the path of its file");
  }

  @Test
  void consoleThatShowsNothingIsRefused() {
    refused(page("```console newest\n$ pytest\n```\n", FILE, FILE), "a console that shows nothing");
  }

  private static void refused(RulePage page, String why) {
    assertThatThrownBy(() -> PageCases.of(page))
        .isInstanceOf(BadRulePageException.class)
        .hasMessageContaining(why);
  }

  private static RulePage page(String prints, String example, String instead) {
    List<String> bodies = List.of("x", "x", prints, example, instead, "x", "x", "x");
    StringBuilder text =
        new StringBuilder("# LS999 Nothing\n\nNothing.\n\n- Severity: error\n- Fix: none\n\n");
    for (int i = 0; i < bodies.size(); i++) {
      text.append("## ").append(RulePage.HEADINGS.get(i)).append("\n\n").append(bodies.get(i));
      text.append("\n\n");
    }
    return RulePage.parse(text.toString());
  }
}
