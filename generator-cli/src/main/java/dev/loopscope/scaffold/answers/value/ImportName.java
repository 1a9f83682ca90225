package dev.loopscope.scaffold.answers.value;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.text.TakenNames;
import java.util.Locale;

/**
 * The suite's import name: an ASCII identifier of at most 61 characters (a distribution name and an
 * underscore) that hides no module the suite imports.
 *
 * @param text the name
 */
public record ImportName(String text) {
  /** Directories of the suite that are importable beside the package. */
  private static final String SUITE = "conftest|src|support|tests";

  private static final String TAKEN =
      TakenNames.KEYWORDS
          + "|"
          + TakenNames.STANDARD_LIBRARY
          + "|"
          + TakenNames.PLUGIN_MODULES
          + "|"
          + SUITE;

  /** An identifier that is not too long, whether or not it is taken. */
  public static final String SHAPE = "[A-Za-z_][A-Za-z0-9_]{0,60}";

  /** What a legal name is, for {@code String.matches}. */
  public static final String REGEX =
      "(?!__)(?!(?:"
          + TAKEN
          + ")(?![A-Za-z0-9_]))(?!(?i:"
          + TakenNames.DEVICES
          + ")(?![A-Za-z0-9_]))"
          + SHAPE;

  private static final int LONGEST = 61;

  /** What a legal name is, for people. */
  public static final String ALLOWED =
      "a Python identifier that is no keyword and no module's name";

  /**
   * Validates.
   *
   * @throws RefusalException if the name is no identifier or taken
   */
  public ImportName {
    String problem = problem(text);
    if (!problem.isEmpty()) {
      throw new RefusalException(new Refusal(problem, text, ALLOWED));
    }
  }

  /** What is wrong with {@code text}; empty if nothing is. */
  private static String problem(String text) {
    if (!Identifiers.isIdentifier(text)) {
      return "`" + text + "` is no Python identifier";
    }
    if (text.length() > LONGEST) {
      return "the import name is longer than " + LONGEST + " characters";
    }
    if (text.startsWith("__")) {
      return "`" + text + "` starts with two underscores, which Python keeps for itself";
    }
    if (TakenNames.lists(TakenNames.KEYWORDS, text)) {
      return "`" + text + "` is a Python keyword";
    }
    if (TakenNames.lists(TakenNames.DEVICES, text.toLowerCase(Locale.ROOT))) {
      return "`" + text + "` is the name of a device on Windows, which no directory can have there";
    }
    if (TakenNames.lists(SUITE, text)) {
      return "`" + text + "` is a directory or module of the suite itself";
    }
    return TakenNames.lists(TAKEN, text)
        ? "`" + text + "` would hide the module of that name from the suite"
        : "";
  }
}
