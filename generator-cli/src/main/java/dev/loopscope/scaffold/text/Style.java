package dev.loopscope.scaffold.text;

/**
 * How parts of a text for people are shown on a terminal, if they are shown in colours at all. The
 * colours are those of the 256 that every terminal takes for the same, and of these such as can be
 * read on black and on white.
 */
public enum Style {
  ERROR("1;38;5;163"),
  WARNING("1;38;5;131"),
  STRONG("1"),
  FAINT("38;5;243"),
  GUTTER("38;5;63");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** What stands between {@code ESC [} and {@code m}. */
  String code() {
    return code;
  }

  /** The text between the codes that switch the style on and off, or the text alone. */
  public String of(String text, boolean colours) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
