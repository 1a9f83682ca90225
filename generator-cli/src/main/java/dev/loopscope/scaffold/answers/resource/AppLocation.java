package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.answers.value.Identifiers;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.text.TakenNames;

/**
 * Where an ASGI app is: {@code package.module:attribute}, or {@code package.module:make()} where
 * the attribute has to be called.
 *
 * @param text as a user writes it
 */
public record AppLocation(String text) {
  /** The app that a suite brings, which stands in its own tests. */
  public static final String EXAMPLE = ".support.app:app";

  /** What is not the module. */
  public static final String BEHIND_MODULE = ":.*";

  /** What is not the attribute. */
  public static final String AROUND_ATTRIBUTE = ".*:|[(][)]";

  /** What a location is whose attribute has to be called. */
  public static final String FACTORY = ".*[(][)]";

  /** A line that imports the longest has a hundred characters. */
  private static final int LONGEST = 80;

  /** What the module that imports it calls its own. */
  private static final String TAKEN = "ASGIApp|StartedApp|app_under_test|reset_app";

  private static final String NAME =
      "(?!(?:" + TakenNames.KEYWORDS + ")(?![A-Za-z0-9_]))[A-Za-z_][A-Za-z0-9_]*";

  /** What a legal location is, for {@code String.matches}. */
  public static final String REGEX =
      EXAMPLE.replace(".", "[.]")
          + "|(?!.{"
          + (LONGEST + 1)
          + "})"
          + NAME
          + "(?:[.]"
          + NAME
          + ")*:(?!(?:"
          + TAKEN
          + ")(?![A-Za-z0-9_]))"
          + NAME
          + "(?:[(][)])?";

  /** What a legal location is, for people. */
  public static final String ALLOWED =
      "package.module:attribute, such as shop.main:app, or package.module:make() if it has to be"
          + " called; at most "
          + LONGEST
          + " characters";

  /**
   * Validates.
   *
   * @throws RefusalException if no Python module could import it
   */
  public AppLocation {
    String problem = problem(text);
    if (!problem.isEmpty()) {
      throw new RefusalException(new Refusal(problem, text, ALLOWED));
    }
  }

  private static String problem(String text) {
    if (text.equals(EXAMPLE)) {
      return "";
    }
    int colon = text.indexOf(':');
    if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
      return "`" + text + "` is no module and attribute with a colon between them";
    }
    if (text.length() > LONGEST) {
      return "the app's location is longer than " + LONGEST + " characters";
    }
    String attribute = text.substring(colon + 1).replaceFirst("[(][)]\\z", "");
    if (TakenNames.lists(TAKEN, attribute)) {
      return "`" + attribute + "` is a name that the module which imports it has already";
    }
    for (String name : (text.substring(0, colon) + "." + attribute).split("[.]", -1)) {
      if (!Identifiers.isIdentifier(name) || TakenNames.lists(TakenNames.KEYWORDS, name)) {
        return "`" + name + "` in `" + text + "` is no Python identifier";
      }
    }
    return attribute.indexOf('.') < 0 ? "" : "`" + attribute + "` is no attribute of a module";
  }
}
