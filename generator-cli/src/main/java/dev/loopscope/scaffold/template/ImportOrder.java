package dev.loopscope.scaffold.template;

import java.util.Comparator;
import java.util.Locale;

/**
 * The order in which ruff sorts the classes that are imported from one module: letters whatever
 * their case, digits as numbers, and only then the case.
 */
enum ImportOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String one, String other) {
    int natural = natural(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    return natural != 0 ? natural : one.compareTo(other);
  }

  private static int natural(String one, String other) {
    int at = 0;
    int there = 0;
    while (at < one.length() && there < other.length()) {
      int end = endOfPart(one, at);
      int otherEnd = endOfPart(other, there);
      int parts = part(one.substring(at, end), other.substring(there, otherEnd));
      if (parts != 0) {
        return parts;
      }
      at = end;
      there = otherEnd;
    }
    return Integer.compare(one.length() - at, other.length() - there);
  }

  /** A number that begins with zero is compared like the digits of a fraction. */
  private static int part(String one, String other) {
    boolean numbers = isDigit(one.charAt(0)) && isDigit(other.charAt(0));
    boolean fractions = one.charAt(0) == '0' || other.charAt(0) == '0';
    return numbers && !fractions && one.length() != other.length()
        ? Integer.compare(one.length(), other.length())
        : one.compareTo(other);
  }

  /** A run of digits is a part, and so is any other character by itself. */
  private static int endOfPart(String text, int start) {
    int end = start + 1;
    while (isDigit(text.charAt(start)) && end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
