package dev.loopscope.scaffold.check.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the head of a page and divides the rest into sections. */
final class RulePageParser {
  private static final Pattern TITLE = Pattern.compile("(LS\\d{3}) ([A-Z][A-Za-z0-9]+)");
  private static final Pattern SEVERITY =
      Pattern.compile("- Severity: (error|warning|error or warning)");
  private static final Pattern FIX = Pattern.compile("- Fix: (safe|unsafe|safe or unsafe|none)");

  private RulePageParser() {}

  static RulePage parse(String text) {
    List<PageBlock> blocks = PageBlocks.of(text);
    int head = 0;
    while (head < blocks.size() && !isHeading(blocks.get(head), 2)) {
      head++;
    }
    if (head == 0 || !(blocks.get(0) instanceof PageBlock.Heading title) || title.level() != 1) {
      throw new BadRulePageException(1, "a page starts with `# LS000 NameOfTheRule`");
    }
    Matcher words = match(TITLE, title.text(), 1);
    List<String> prose = prose(blocks.subList(1, head));
    if (prose.size() < 3) {
      throw new BadRulePageException(
          2, "a summary, `- Severity:` and `- Fix:` stand above the first section");
    }
    int last = prose.size() - 1;
    return new RulePage(
        words.group(1),
        words.group(2),
        String.join(" ", prose.subList(0, last - 1)),
        match(SEVERITY, prose.get(last - 1), 2).group(1),
        match(FIX, prose.get(last), 2).group(1),
        sections(blocks.subList(head, blocks.size())),
        text);
  }

  private static List<RulePage.Section> sections(List<PageBlock> blocks) {
    List<RulePage.Section> sections = new ArrayList<>();
    int start = 0;
    while (start < blocks.size()) {
      int end = start + 1;
      while (end < blocks.size() && !isHeading(blocks.get(end), 2)) {
        end++;
      }
      sections.add(section(blocks.subList(start, end), sections.size()));
      start = end;
    }
    if (sections.size() < RulePage.HEADINGS.size()) {
      String missing = RulePage.HEADINGS.get(sections.size());
      throw new BadRulePageException(1, "the page ends without `## " + missing + "`");
    }
    return sections;
  }

  private static RulePage.Section section(List<PageBlock> blocks, int index) {
    PageBlock.Heading heading = (PageBlock.Heading) blocks.get(0);
    String expected = index < RulePage.HEADINGS.size() ? RulePage.HEADINGS.get(index) : "";
    if (!heading.text().equals(expected)) {
      String instead = expected.isEmpty() ? "the end" : "`## " + expected + "`";
      throw new BadRulePageException(
          heading.line(), "`## " + heading.text() + "` stands where " + instead + " belongs");
    }
    List<PageBlock> body = blocks.subList(1, blocks.size());
    for (PageBlock block : body) {
      if (isHeading(block, 1)) {
        throw new BadRulePageException(block.line(), "a page has one title");
      }
    }
    boolean empty =
        body.stream().allMatch(it -> it instanceof PageBlock.Prose p && p.text().isBlank());
    if (empty) {
      throw new BadRulePageException(heading.line(), "nothing stands below this heading");
    }
    return new RulePage.Section(heading.text(), body);
  }

  private static List<String> prose(List<PageBlock> blocks) {
    List<String> lines = new ArrayList<>();
    for (PageBlock block : blocks) {
      if (!(block instanceof PageBlock.Prose line)) {
        throw new BadRulePageException(block.line(), "this belongs below a section's heading");
      }
      if (!line.text().isBlank()) {
        lines.add(line.text().strip());
      }
    }
    return lines;
  }

  private static boolean isHeading(PageBlock block, int level) {
    return block instanceof PageBlock.Heading heading && heading.level() == level;
  }

  private static Matcher match(Pattern pattern, String text, int line) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new BadRulePageException(line, "`" + text + "` does not match " + pattern);
    }
    return matcher;
  }
}
