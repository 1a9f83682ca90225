package dev.loopscope.scaffold.template.dialect;

/** The names that templates give variables: ASCII letters, digits and {@code _}, no digit first. */
final class Identifier {
  private Identifier() {}

  /** Where the name that begins at {@code from} ends; {@code from} if none begins there. */
  static int end(String text, int from) {
    int at = from;
    while (at < text.length() && continues(text.charAt(at), at == from)) {
      at++;
    }
    return at;
  }

  /** Whether {@code c} may stand in a name, {@code first} or later. */
  private static boolean continues(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return letter || (!first && c >= '0' && c <= '9');
  }
}
