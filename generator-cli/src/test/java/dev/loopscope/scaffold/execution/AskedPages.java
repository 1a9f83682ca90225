package dev.loopscope.scaffold.execution;

import dev.loopscope.scaffold.check.page.RulePage;
import dev.loopscope.scaffold.check.page.ShippedPages;
import java.util.List;

/** The pages whose examples are run: all of them, or those of the property {@code pages}. */
final class AskedPages {
  private static final List<String> ASKED = List.of(System.getProperty("pages", "").split(","));

  private AskedPages() {}

  static List<RulePage> all() {
    return ShippedPages.all().stream().filter(it -> isAsked(it.id())).toList();
  }

  static boolean isAsked(String rule) {
    return ASKED.contains("") || ASKED.contains(rule);
  }
}
