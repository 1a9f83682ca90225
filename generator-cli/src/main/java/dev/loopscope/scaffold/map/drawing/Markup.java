package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.text.Printable;

/** Texts of a suite between tags, where they are nothing but text. */
final class Markup {
  private Markup() {}

  /** As the content of an element, or as an attribute in double quotes. */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    Printable.escaped(text)
        .chars()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append((char) c);
              }
            });
    return escaped.toString();
  }
}
