package dev.loopscope.scaffold.template;

/** The names that templates give variables: ASCII letters, digits and {@code _}, no digit first. */
final class Identifier {
  private Identifier() {}

  /** Whether {@code c} may stand in a name, {@code first} or later. */
  static boolean continues(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return letter || (!first && c >= '0' && c <= '9');
  }
}
