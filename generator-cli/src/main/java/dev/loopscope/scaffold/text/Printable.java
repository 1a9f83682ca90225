package dev.loopscope.scaffold.text;

/** Text that changes nothing about a terminal but the characters it shows. */
public final class Printable {
  private static final String DIGITS = "0123456789abcdef";

  private Printable() {}

  /**
   * {@code text} with every character that is not shown, or that turns the writing around, spelt as
   * {@code \}{@code uXXXX}.
   */
  public static String escaped(String text) {
    int first = 0;
    while (first < text.length() && isShown(text, first)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      if (isShown(text, i)) {
        escaped.append(text.charAt(i));
      } else {
        appendEscape(escaped, text.charAt(i));
      }
    }
    return escaped.toString();
  }

  static void appendEscape(StringBuilder to, char c) {
    to.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      to.append(DIGITS.charAt((c >> shift) & 0xf));
    }
  }

  private static boolean isShown(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x80) {
      return c >= ' ' && c != 0x7f;
    }
    if (Character.isSurrogate(c)) {
      return isPaired(text, at);
    }
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
