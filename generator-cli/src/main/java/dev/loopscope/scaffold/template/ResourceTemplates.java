package dev.loopscope.scaffold.template;

import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.template.TemplateCatalog.Entry;
import dev.loopscope.scaffold.template.dialect.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What a kind of resource adds to a suite: files of its own. What it is called in the files of all
 * suites, {@link ResourceKind} says.
 *
 * @param kind the kind
 * @param entries its files, templates below {@code resources/<kind>/}, in the order files are
 *     listed to users
 */
public record ResourceTemplates(ResourceKind kind, List<Entry> entries) {
  /** The example: a client of a line service. */
  static final ResourceTemplates ECHO =
      new ResourceTemplates(
          ResourceKind.ECHO,
          List.of(
              of("echo/explicit-scope/", "tests/support/line_service.py"),
              of("echo/multibackend/", "tests/support/line_service.py"),
              of("echo/", "tests/test_entries.py"),
              withHypothesis("echo/explicit-scope/", "tests/test_properties.py"),
              withHypothesis("echo/multibackend/", "tests/test_properties.py")));

  /**
   * Keeps an unmodifiable copy.
   *
   * @throws IllegalArgumentException if a template is not in the kind's folder
   */
  public ResourceTemplates {
    entries = List.copyOf(entries);
    for (Entry entry : entries) {
      if (!entry.template().startsWith("resources/" + kind.word() + "/")) {
        throw new IllegalArgumentException(entry.template() + " is no template of " + kind.word());
      }
    }
  }

  private static Entry of(String folder, String target) {
    return new Entry("resources/" + folder + target, target, Optional.empty());
  }

  private static Entry withHypothesis(String folder, String target) {
    return new Entry(
        "resources/" + folder + target, target, Optional.of(new Condition.Flag("hypothesis")));
  }
}
