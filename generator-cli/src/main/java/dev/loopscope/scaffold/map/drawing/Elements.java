package dev.loopscope.scaffold.map.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The elements of a picture, in the order in which they are drawn. */
final class Elements {
  private final StringBuilder svg = new StringBuilder();

  /** A number as it is written: no more than a tenth of a pixel. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  void rectangle(String kind, double x, double y, double width, double height, double round) {
    open("rect", kind);
    attribute("x", x);
    attribute("y", y);
    attribute("width", Math.max(1, width));
    attribute("height", height);
    attribute("rx", round);
    svg.append("/>\n");
  }

  void circle(String kind, double x, double y, double radius) {
    open("circle", kind);
    attribute("cx", x);
    attribute("cy", y);
    attribute("r", radius);
    svg.append("/>\n");
  }

  void path(String kind, String d) {
    open("path", kind);
    svg.append(" d=\"").append(d).append("\"/>\n");
  }

  void text(String kind, double x, double y, String text) {
    open("text", kind);
    attribute("x", x);
    attribute("y", y);
    svg.append('>').append(Markup.text(text)).append("</text>\n");
  }

  /** A text that rises to the right. */
  void slanted(double x, double y, String text) {
    svg.append("<text transform=\"translate(")
        .append(number(x))
        .append(' ')
        .append(number(y))
        .append(") rotate(-38)\">")
        .append(Markup.text(text))
        .append("</text>\n");
  }

  /** What follows, up to {@link #end}, has these words where a pointer rests on it. */
  void begin(String kind, String words) {
    svg.append("<g class=\"").append(kind).append("\"><title>");
    svg.append(Markup.text(words)).append("</title>\n");
  }

  void end() {
    svg.append("</g>\n");
  }

  String text() {
    return svg.toString();
  }

  private void open(String name, String kind) {
    svg.append('<').append(name).append(" class=\"").append(kind).append('"');
  }

  private void attribute(String name, double value) {
    svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }
}
