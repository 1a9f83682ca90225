package dev.loopscope.scaffold.suite.config;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions that a project's configuration holds. Written for Python, they are compared
 * as Java's; one that is not Java's, or that takes more steps than a text of some hundred
 * characters is worth, matches nothing.
 */
final class ForeignPattern {
  private static final int LONGEST = 1_000;

  /** Sensible patterns look at each character of a message a few times. */
  private static final int LOOKS = 100_000;

  /** Repetitions by number need not look at any character, so few and small ones are taken. */
  private static final Pattern COUNTED = Pattern.compile("\\{[^}]*+\\}");

  private static final int COUNTS = 2;
  private static final int COUNT_LENGTH = 3;

  private ForeignPattern() {}

  /** Whether a text starts with a match, whatever the case of its letters. */
  static boolean startsWith(String pattern, String text) {
    if (pattern.length() > LONGEST || countsTooMuch(pattern)) {
      return false;
    }
    try {
      return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
          .matcher(new Watched(text, new AtomicInteger()))
          .lookingAt();
    } catch (PatternSyntaxException | TooManyLooksException e) {
      return false;
    }
  }

  private static boolean countsTooMuch(String pattern) {
    long counts = COUNTED.matcher(pattern).results().count();
    return counts > COUNTS
        || COUNTED
            .matcher(pattern)
            .results()
            .anyMatch(it -> it.end() - it.start() > COUNT_LENGTH + 2);
  }

  /** A text that is looked at only so often. */
  private record Watched(String text, AtomicInteger looks) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (looks.getAndIncrement() > LOOKS) {
        throw new TooManyLooksException();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Watched(text.substring(start, end), looks);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class TooManyLooksException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyLooksException() {
      super("too many looks", null, false, false);
    }
  }
}
