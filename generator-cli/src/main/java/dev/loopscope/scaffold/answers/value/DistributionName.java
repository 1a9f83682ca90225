package dev.loopscope.scaffold.answers.value;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.text.TakenNames;
import java.util.Locale;

/**
 * The suite's distribution name: a PEP 508 name of at most 60 characters that no distribution the
 * suite installs has already. In an archetype it is the artifactId.
 *
 * @param text the name as it was given
 */
public record DistributionName(String text) {
  /**
   * Names, in PEP 503's normal form, that the suite installs, or what it installs does: a project
   * that is installed under one of them takes its place.
   */
  private static final String INSTALLED =
      "anyio|ast-serialize|attrs|backports-asyncio-runner|cffi|colorama|exceptiongroup|execnet"
          + "|hypothesis|idna|iniconfig|librt|mypy|mypy-extensions|outcome|packaging|pathspec|pip"
          + "|pluggy|pycparser|pygments|pytest|pytest-asyncio|pytest-xdist|ruff|setuptools|sniffio"
          + "|sortedcontainers|tomli|trio|typing-extensions|uvloop";

  /** What a name looks like that may be legal, for {@code String.matches}. */
  public static final String SHAPE = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9])?";

  /** What a legal name is, for {@code String.matches}. */
  public static final String REGEX =
      "(?!(?i:" + INSTALLED.replace("-", "[-_.]+") + ")(?![A-Za-z0-9._-]))" + SHAPE;

  /** What a legal name is made of, for people. */
  public static final String ALLOWED =
      "at most 60 of A-Z a-z 0-9 . _ -, a letter or digit at both ends";

  private static final int LONGEST = 60;

  /**
   * Validates.
   *
   * @throws RefusalException if the name is not legal or taken
   */
  public DistributionName {
    if (text.isEmpty()) {
      throw refusal("the name is empty", text);
    }
    if (text.length() > LONGEST) {
      throw refusal("the name is longer than " + LONGEST + " characters", text);
    }
    boolean legal = letterOrDigit(text.charAt(0)) && letterOrDigit(text.charAt(text.length() - 1));
    for (int i = 0; i < text.length() && legal; i++) {
      legal = letterOrDigit(text.charAt(i)) || isSeparator(text.charAt(i));
    }
    if (!legal) {
      throw refusal("`" + text + "` is no distribution name", text);
    }
    if (TakenNames.lists(INSTALLED, normalised(text))) {
      throw refusal("`" + text + "` is a distribution that the suite installs", text);
    }
  }

  /**
   * The import name that follows from this one: lower-cased, each run of {@code - _ .} one {@code
   * _}, and a {@code _} in front of a leading digit.
   *
   * @throws RefusalException if that is no legal import name
   */
  public ImportName importName() {
    String name = normalised(text).replace('-', '_');
    String derived = Character.isDigit(name.charAt(0)) ? "_" + name : name;
    return new ImportName(derived);
  }

  /** PEP 503's normal form. */
  private static String normalised(String name) {
    StringBuilder normal = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (!isSeparator(name.charAt(i))) {
        normal.append(name.charAt(i));
      } else if (!isSeparator(name.charAt(i - 1))) {
        normal.append('-');
      }
    }
    return normal.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean letterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '_' || c == '.';
  }

  private static RefusalException refusal(String what, String text) {
    return new RefusalException(new Refusal(what, text, ALLOWED));
  }
}
