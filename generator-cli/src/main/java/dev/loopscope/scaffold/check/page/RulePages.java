package dev.loopscope.scaffold.check.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pages that the product holds. */
public final class RulePages {
  private static final String DIRECTORY = "/dev/loopscope/scaffold/check/rules/";

  private RulePages() {}

  /**
   * The page of a rule.
   *
   * @param id such as {@code LS002}
   * @return nothing if the rule has no page
   * @throws BadRulePageException if the page has not the form of a rule's page
   */
  public static Optional<RulePage> page(String id) {
    try (InputStream in = RulePages.class.getResourceAsStream(DIRECTORY + id + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(RulePage.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
