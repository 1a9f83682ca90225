package dev.loopscope.scaffold.answers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of scaffold.
 *
 * @param text as it is written
 */
record ReleaseNumber(String text, int major, int minor, int patch) {
  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{1,4})[.]([0-9]{1,4})[.]([0-9]{1,4})(-SNAPSHOT)?");

  /** What {@code text} says, if it is a version. */
  static Optional<ReleaseNumber> of(String text) {
    Matcher parts = SHAPE.matcher(text);
    return parts.matches()
        ? Optional.of(
            new ReleaseNumber(
                text,
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3))))
        : Optional.empty();
  }

  /** Whether {@code other} came after this one. */
  boolean isBefore(ReleaseNumber other) {
    if (major != other.major) {
      return major < other.major;
    }
    return minor != other.minor ? minor < other.minor : patch < other.patch;
  }
}
