package dev.loopscope.scaffold.suite.config.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a Python distribution, ordered as PEP 440 orders them. {@code 1.0} and {@code 1.0.0}
 * are equal. A local part ({@code +cpu}) is read and ignored.
 */
public final class Version implements Comparable<Version> {
  // What repeats is possessive: Java takes other repetitions of groups by recursion.
  private static final Pattern SYNTAX =
      Pattern.compile(
          "v?(?:(?<epoch>\\d{1,9})!)?(?<release>\\d{1,9}+(?:\\.\\d{1,9}+)*+)"
              + "(?:[-_.]?(?<phase>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<phaseNumber>\\d{0,9}))?"
              + "(?:-(?<dash>\\d{1,9})|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>\\d{0,9}))?"
              + "(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\\d{0,9}))?"
              + "(?:\\+[a-z0-9]++(?:[-_.][a-z0-9]++)*+)?");
  private static final int DEV_ALONE = -1;
  private static final int FINAL = 3;
  private static final int NONE = -1;
  private static final int MOST_DIGITS = 9;
  private static final List<Integer> FINAL_SUFFIX = List.of(FINAL, 0, NONE, Integer.MAX_VALUE);

  private final String text;
  private final int epoch;
  private final List<Integer> release;

  /** Phase, its number, post release, development release: compared in this order. */
  private final List<Integer> suffix;

  private Version(String text, int epoch, List<Integer> release, List<Integer> suffix) {
    this.text = text;
    this.epoch = epoch;
    this.release = List.copyOf(release);
    this.suffix = List.copyOf(suffix);
  }

  /**
   * A version that is written out in the product.
   *
   * @throws IllegalArgumentException if PEP 440 does not know the text
   */
  public static Version of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no version"));
  }

  /** The version, if PEP 440 knows the text as one. */
  public static Optional<Version> parse(String text) {
    String spelling = text.strip().toLowerCase(Locale.ROOT);
    Optional<List<Integer>> plain = plain(spelling);
    if (plain.isPresent()) {
      return plain.map(it -> new Version(spelling, 0, it, FINAL_SUFFIX));
    }
    Matcher matcher = SYNTAX.matcher(spelling);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Integer> release = new ArrayList<>();
    for (String part : matcher.group("release").split("\\.", -1)) {
      release.add(Integer.valueOf(part));
    }
    return Optional.of(new Version(spelling, number(matcher, "epoch"), release, suffix(matcher)));
  }

  /** The numbers, if there is nothing else: most versions are so, and this takes no pattern. */
  private static Optional<List<Integer>> plain(String text) {
    List<Integer> numbers = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || text.charAt(at) == '.') {
        if (at == start || at - start > MOST_DIGITS) {
          return Optional.empty();
        }
        numbers.add(Integer.valueOf(text.substring(start, at)));
        start = at + 1;
      } else if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }

  private static List<Integer> suffix(Matcher matcher) {
    String phase = matcher.group("phase");
    boolean post = matcher.group("post") != null || matcher.group("dash") != null;
    boolean dev = matcher.group("dev") != null;
    int rank = dev && !post ? DEV_ALONE : FINAL;
    if (phase != null) {
      rank = phase.startsWith("a") ? 0 : phase.startsWith("b") ? 1 : 2;
    }
    int postNumber = Math.max(number(matcher, "postNumber"), number(matcher, "dash"));
    return List.of(
        rank,
        number(matcher, "phaseNumber"),
        post ? postNumber : NONE,
        dev ? number(matcher, "devNumber") : Integer.MAX_VALUE);
  }

  private static int number(Matcher matcher, String group) {
    String digits = matcher.group(group);
    return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** The numbers of the release as they are written, such as 0, 23, 8. */
  public List<Integer> release() {
    return release;
  }

  /** Whether it is an alpha, a beta, a release candidate or a development release. */
  public boolean preRelease() {
    return suffix.get(0) != FINAL || suffix.get(3) != Integer.MAX_VALUE;
  }

  @Override
  public int compareTo(Version other) {
    int order = Integer.compare(epoch, other.epoch);
    int length = Math.max(release.size(), other.release.size());
    for (int at = 0; order == 0 && at < length; at++) {
      order = Integer.compare(part(at), other.part(at));
    }
    for (int at = 0; order == 0 && at < suffix.size(); at++) {
      order = Integer.compare(suffix.get(at), other.suffix.get(at));
    }
    return order;
  }

  private int part(int at) {
    return at < release.size() ? release.get(at) : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    int last = release.size();
    while (last > 0 && release.get(last - 1) == 0) {
      last--;
    }
    return 31 * release.subList(0, last).hashCode() + suffix.hashCode();
  }

  /** The text it was read from, in lower case. */
  @Override
  public String toString() {
    return text;
  }
}
