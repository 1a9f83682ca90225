package dev.loopscope.scaffold.check.page;

import java.util.List;

/**
 * What a rule says to people.
 *
 * @param id the rule's id, such as {@code LS002}
 * @param name the rule's name, such as {@code TestLoopDiffersFromFixtureLoop}
 * @param summary the hazard in one sentence
 * @param severity as written: {@code error}, {@code warning} or {@code error or warning}
 * @param fix as written: {@code safe}, {@code unsafe}, {@code safe or unsafe} or {@code none}
 * @param sections all of {@link #HEADINGS}, in that order
 * @param text the whole page, as Markdown
 */
public record RulePage(
    String id,
    String name,
    String summary,
    String severity,
    String fix,
    List<Section> sections,
    String text) {
  /** The headings of the sections that each page has. */
  public static final List<String> HEADINGS =
      List.of(
          "What it does",
          "Why is this bad",
          "What pytest prints",
          "Example",
          "Use instead",
          "Fix safety",
          "Versions",
          "References");

  /** A copy that nobody changes. */
  public RulePage {
    sections = List.copyOf(sections);
  }

  /**
   * What stands below a heading of the second level.
   *
   * @param heading its text
   * @param blocks all that follows, up to the next such heading
   */
  public record Section(String heading, List<PageBlock> blocks) {
    /** A copy that nobody changes. */
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * Reads a page.
   *
   * @throws BadRulePageException if it has not the form of a rule's page
   */
  public static RulePage parse(String text) {
    return RulePageParser.parse(text);
  }

  /**
   * The section with this heading.
   *
   * @throws IllegalArgumentException if it is none of {@link #HEADINGS}
   */
  public Section section(String heading) {
    int index = HEADINGS.indexOf(heading);
    if (index < 0) {
      throw new IllegalArgumentException(heading);
    }
    return sections.get(index);
  }
}
