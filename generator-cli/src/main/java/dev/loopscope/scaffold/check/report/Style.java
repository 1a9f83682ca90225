package dev.loopscope.scaffold.check.report;

/** How parts of a text for people are shown on a terminal, if they are shown in colours at all. */
enum Style {
  ERROR("1;31"),
  WARNING("1;33"),
  STRONG("1"),
  FAINT("2"),
  GUTTER("34");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text between the codes that switch the style on and off, or the text alone. */
  String of(String text, boolean colours) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
