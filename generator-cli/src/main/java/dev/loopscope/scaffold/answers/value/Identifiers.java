package dev.loopscope.scaffold.answers.value;

/** Python identifiers of ASCII letters, which is all that names here may be made of. */
public final class Identifiers {
  private Identifiers() {}

  public static boolean isIdentifier(String text) {
    if (text.isEmpty() || isDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && c != '_' && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
