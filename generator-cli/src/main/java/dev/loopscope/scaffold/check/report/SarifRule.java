package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.page.PageBlock;
import dev.loopscope.scaffold.check.page.RulePage;
import dev.loopscope.scaffold.check.page.RulePages;
import dev.loopscope.scaffold.text.JsonWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SARIF says about a rule: its page. */
final class SarifRule {
  private static final Pattern ADDRESS = Pattern.compile("https://[^\\s()<>]+");

  private SarifRule() {}

  static void write(Rule rule, JsonWriter json) {
    RulePage page =
        RulePages.page(rule.id())
            .orElseThrow(() -> new IllegalStateException(rule.id() + " has no page"));
    json.open("{").key("id").string(rule.id()).key("name").string(rule.name());
    json.key("shortDescription");
    SarifReport.writeText(rule.summary(), json);
    json.key("fullDescription");
    SarifReport.writeText(prose(page, "What it does"), json);
    json.key("help").open("{").key("text").string(page.text());
    json.key("markdown").string(page.text()).close("}");
    firstReference(page).ifPresent(uri -> json.key("helpUri").string(uri));
    json.key("defaultConfiguration").open("{");
    json.key("level").string(SarifReport.level(rule.severity())).close("}");
    json.key("properties").open("{").key("tags").open("[");
    json.string("pytest").string("event-loop").close("]").close("}");
    json.close("}");
  }

  /** What a section says, without headings and examples. */
  private static String prose(RulePage page, String heading) {
    StringBuilder text = new StringBuilder();
    for (PageBlock block : page.section(heading).blocks()) {
      if (block instanceof PageBlock.Prose prose) {
        text.append(prose.text()).append('\n');
      }
    }
    return text.toString().strip();
  }

  /** The first address that the page refers to. */
  private static Optional<String> firstReference(RulePage page) {
    Matcher address = ADDRESS.matcher(prose(page, "References"));
    return address.find() ? Optional.of(address.group()) : Optional.empty();
  }
}
