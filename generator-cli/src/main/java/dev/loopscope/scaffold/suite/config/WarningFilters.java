package dev.loopscope.scaffold.suite.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What becomes of a warning: filters such as {@code error::DeprecationWarning}, of which the last
 * that matches counts. Filters by module or line are taken for filters that do not match, and so
 * are those whose message takes more steps to compare than any that is written for a message.
 *
 * @param filters {@code action:message:category:module:lineno}, in order
 */
public record WarningFilters(List<String> filters) {
  /** Base classes of the warnings that rules ask about. */
  private static final Map<String, String> BASES =
      Map.of(
          "PytestConfigWarning", "PytestWarning",
          "PytestDeprecationWarning", "DeprecationWarning",
          "PytestRemovedIn9Warning", "PytestDeprecationWarning",
          "PytestRemovedIn10Warning", "PytestDeprecationWarning",
          "PytestUnknownMarkWarning", "PytestWarning",
          "PytestWarning", "UserWarning",
          "UserWarning", "Warning",
          "DeprecationWarning", "Warning");

  /** Keeps an unmodifiable copy. */
  public WarningFilters {
    filters = List.copyOf(filters);
  }

  /**
   * Whether a warning is turned into an error.
   *
   * @param category its class, without a module, such as {@code PytestDeprecationWarning}
   * @param message its text
   */
  public boolean makesError(String category, String message) {
    boolean error = false;
    for (String filter : filters) {
      String[] parts = filter.split(":", -1);
      if (matches(parts, category, message)) {
        error = "error".startsWith(parts[0].strip()) && !parts[0].isBlank();
      }
    }
    return error;
  }

  private static boolean matches(String[] parts, String category, String message) {
    boolean whole =
        part(parts, 3).isEmpty() && (part(parts, 4).isEmpty() || part(parts, 4).equals("0"));
    return whole && subclass(category, part(parts, 2)) && starts(message, part(parts, 1));
  }

  private static String part(String[] parts, int at) {
    return at < parts.length ? parts[at].strip() : "";
  }

  private static boolean subclass(String category, String base) {
    String name = base.substring(base.lastIndexOf('.') + 1);
    if (name.isEmpty() || name.equals("Warning") || name.equals(category)) {
      return true;
    }
    // A PytestDeprecationWarning is a PytestWarning too.
    boolean second =
        name.equals("PytestWarning") && category.toLowerCase(Locale.ROOT).startsWith("pytest");
    String next = BASES.get(category);
    return second || (next != null && subclass(next, name));
  }

  private static boolean starts(String message, String pattern) {
    return ForeignPattern.startsWith(pattern, message);
  }
}
