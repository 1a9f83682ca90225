package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.RuleSet;
import dev.loopscope.scaffold.check.page.Block;
import dev.loopscope.scaffold.check.page.RulePage;
import dev.loopscope.scaffold.check.page.RulePages;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.text.JsonWriter;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A rule's page, as {@code scaffold explain LS002} shows it. */
final class RuleExplanation {
  private static final int WIDTH = 100;
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)\\s]+)\\)");
  private static final String BOLD = "\u001b[1m";
  private static final String FAINT = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private final boolean colours;

  RuleExplanation(boolean colours) {
    this.colours = colours;
  }

  /** The page of the rule that has this id, in any case, or this name. */
  static Optional<RulePage> page(String topic) {
    return RuleSet.all().stream()
        .filter(rule -> rule.id().equalsIgnoreCase(topic) || rule.name().equals(topic))
        .findFirst()
        .flatMap(rule -> RulePages.page(rule.id()));
  }

  /** The ids of all rules. */
  static List<String> topics() {
    return RuleSet.all().stream().map(Rule::id).toList();
  }

  /** For a terminal: wrapped, examples indented, addresses spelt out. */
  String text(RulePage page) {
    StringBuilder text = new StringBuilder();
    text.append(styled(BOLD, page.id() + " " + page.name())).append('\n');
    text.append(Paragraph.of(page.summary(), "", "", WIDTH));
    text.append("severity: ").append(page.severity()).append('\n');
    text.append("fix: ").append(page.fix()).append('\n');
    for (RulePage.Section section : page.sections()) {
      text.append('\n').append(styled(BOLD, section.heading())).append('\n');
      append(section.blocks(), text);
    }
    return text.toString();
  }

  private void append(List<Block> blocks, StringBuilder text) {
    boolean blank = true;
    for (Block block : blocks) {
      if (block instanceof Block.Prose prose && prose.text().isBlank()) {
        // One blank line, and none below a heading or at the end of a section.
        if (!blank && !isLastText(blocks, block)) {
          text.append('\n');
        }
        blank = true;
      } else {
        append(block, text);
        blank = block instanceof Block.Heading;
      }
    }
  }

  private static boolean isLastText(List<Block> blocks, Block blank) {
    return blocks.stream()
        .dropWhile(block -> block != blank)
        .allMatch(block -> block instanceof Block.Prose prose && prose.text().isBlank());
  }

  private void append(Block block, StringBuilder text) {
    if (block instanceof Block.Heading heading) {
      text.append("  ").append(styled(BOLD, heading.text())).append('\n');
    } else if (block instanceof Block.Fence fence) {
      String label = fence.label().isEmpty() ? fence.language() : fence.label();
      text.append("    ").append(styled(FAINT, "--- " + label)).append('\n');
      fence
          .text()
          .lines()
          .forEach(line -> text.append(line.isEmpty() ? "" : "    " + line).append('\n'));
    } else if (block instanceof Block.Prose prose) {
      String line = LINK.matcher(prose.text()).replaceAll("$1: $2");
      String rest = line.startsWith("- ") ? "    " : "  ";
      text.append(Paragraph.of(line, "  ", rest, WIDTH));
    }
  }

  private String styled(String style, String text) {
    return colours ? style + text + PLAIN : text;
  }

  /** For programs: the same, and the page as Markdown. */
  static String json(RulePage page) {
    JsonWriter json = new JsonWriter();
    json.open("{");
    json.key("schema").number(1);
    json.key("scaffold").string(ScaffoldVersion.current());
    json.key("command").string("explain");
    json.key("rule").string(page.id());
    json.key("name").string(page.name());
    json.key("summary").string(page.summary());
    json.key("severity").string(page.severity());
    json.key("fix").string(page.fix());
    json.key("markdown").string(page.text());
    return json.close("}").text();
  }
}
