package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.RuleSelection;
import dev.loopscope.scaffold.check.page.PageBlock;
import dev.loopscope.scaffold.check.page.RulePage;
import dev.loopscope.scaffold.check.page.RulePages;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.cli.console.Terminal;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.template.ScaffoldVersion;
import dev.loopscope.scaffold.text.JsonWriter;
import dev.loopscope.scaffold.text.Paragraph;
import dev.loopscope.scaffold.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule's page, as {@code scaffold explain LS002} shows it. */
final class RuleExplanation {
  private final Terminal terminal;

  RuleExplanation(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The page of the rule that has this id, in any case, or this name. */
  static Optional<RulePage> page(String topic) {
    return RuleSet.all().stream()
        .filter(rule -> rule.id().equalsIgnoreCase(topic) || rule.name().equals(topic))
        .findFirst()
        .flatMap(rule -> RulePages.page(rule.id()));
  }

  /** The rule whose number was meant: {@code LS2}. */
  static Optional<String> byNumber(String topic) {
    return RuleSelection.meant(topic, RuleSet.all());
  }

  /** The rule whose name was meant. */
  static Optional<String> byName(String topic) {
    return Spelling.nearest(topic, RuleSet.all().stream().map(Rule::name).toList());
  }

  /** The ids of all rules. */
  static List<String> topics() {
    return RuleSet.all().stream().map(Rule::id).toList();
  }

  /** For a terminal: wrapped, examples indented, addresses spelt out. */
  String text(RulePage page) {
    StringBuilder text = new StringBuilder();
    text.append(styled(Style.STRONG, page.id() + " " + page.name())).append('\n');
    text.append(Paragraph.of(page.summary(), "", "", terminal.width()));
    text.append("severity: ").append(page.severity()).append('\n');
    text.append("fix: ").append(page.fix()).append('\n');
    for (RulePage.Section section : page.sections()) {
      text.append('\n').append(styled(Style.STRONG, section.heading())).append('\n');
      append(section.blocks(), text);
    }
    return text.toString();
  }

  private void append(List<PageBlock> blocks, StringBuilder text) {
    boolean first = true;
    List<String> prose = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof PageBlock.Prose line && !line.text().isBlank()) {
        prose.add(line.text());
      }
      boolean ends = i + 1 == blocks.size() || !isText(blocks.get(i + 1));
      if (!prose.isEmpty() && ends) {
        text.append(first ? "" : "\n").append(ProseLines.of(prose, terminal.width()));
        prose.clear();
        first = false;
      } else if (!(blocks.get(i) instanceof PageBlock.Prose)) {
        text.append(first ? "" : "\n");
        append(blocks.get(i), text);
        // What is below a heading belongs to it.
        first = blocks.get(i) instanceof PageBlock.Heading;
      }
    }
  }

  private static boolean isText(PageBlock block) {
    return block instanceof PageBlock.Prose prose && !prose.text().isBlank();
  }

  private void append(PageBlock block, StringBuilder text) {
    if (block instanceof PageBlock.Heading heading) {
      text.append("  ").append(styled(Style.STRONG, heading.text())).append('\n');
    } else if (block instanceof PageBlock.Fence fence) {
      String label = fence.label().isEmpty() ? fence.language() : fence.label();
      text.append("    ").append(styled(Style.FAINT, "--- " + label)).append('\n');
      fence
          .text()
          .lines()
          .forEach(line -> text.append(line.isEmpty() ? "" : "    " + line).append('\n'));
    }
  }

  private String styled(Style style, String text) {
    return style.of(text, terminal.resultColours());
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
