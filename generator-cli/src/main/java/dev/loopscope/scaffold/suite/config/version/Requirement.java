package dev.loopscope.scaffold.suite.config.version;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A requirement as PEP 508 writes it, such as {@code anyio[trio]>=4.4,<5; python_version>"3.9"}.
 *
 * @param distribution its normal name (PEP 503)
 * @param extras which of its extras are asked for, by normal name (PEP 685)
 * @param range what its specifiers allow; absent if they are none, such as a URL
 * @param marker the condition behind the semicolon; may be empty
 */
public record Requirement(
    String distribution, List<String> extras, Optional<VersionRange> range, String marker) {
  /** Keeps an unmodifiable copy. */
  public Requirement {
    extras = List.copyOf(extras);
  }

  private static final Pattern SYNTAX =
      Pattern.compile(
          "((?>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?))\\s*+(?:\\[([^\\]]*+)\\])?+(.*+)");
  private static final Pattern PYTHON =
      Pattern.compile(
          "python(?:_full)?_version\\s*+(<=|>=|<|>|==|!=|~=)\\s*+['\"]([0-9.*]++)['\"]");

  /** The requirement, if the text starts with the name of a distribution. */
  public static Optional<Requirement> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String rest = matcher.group(3).strip();
    int semicolon = rest.indexOf(';');
    String marker = semicolon < 0 ? "" : rest.substring(semicolon + 1).strip();
    String specifiers = (semicolon < 0 ? rest : rest.substring(0, semicolon)).strip();
    if (specifiers.startsWith("(") && specifiers.endsWith(")")) {
      specifiers = specifiers.substring(1, specifiers.length() - 1);
    }
    return Optional.of(
        new Requirement(
            normal(matcher.group(1)),
            extras(Optional.ofNullable(matcher.group(2)).orElse("")),
            VersionRange.parse(specifiers),
            marker));
  }

  private static List<String> extras(String written) {
    return Arrays.stream(written.split(",", -1))
        .map(it -> normal(it.strip()))
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /** A distribution's name as PEP 503 compares it. */
  public static String normal(String name) {
    return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
  }

  /**
   * The Pythons that a marker is true for; every one for what is no comparison of its version, and
   * for {@code or}.
   */
  public static VersionRange pythons(String marker) {
    if (marker.contains(" or ")) {
      return VersionRange.all();
    }
    List<VersionRange> pythons = new ArrayList<>();
    Matcher matcher = PYTHON.matcher(marker);
    while (matcher.find()) {
      VersionRange.parse(matcher.group(1) + matcher.group(2)).ifPresent(pythons::add);
    }
    return VersionRange.ofAll(pythons);
  }
}
