package dev.loopscope.scaffold.check.report;

import dev.loopscope.scaffold.text.Paragraph;
import dev.loopscope.scaffold.text.Printable;
import dev.loopscope.scaffold.text.Style;

/**
 * What is said below a place, each part behind a label.
 *
 * @param margin the blanks in front of the labels
 */
record Parts(Layout layout, String margin) {
  /** Nothing if nothing is said. */
  void append(String label, String said, StringBuilder text) {
    if (!said.isEmpty()) {
      String first = margin + " = " + label + ": ";
      String lines =
          Paragraph.of(Printable.escaped(said), first, " ".repeat(first.length()), layout.width());
      text.append(Style.GUTTER.of(margin + " = ", layout.colours()));
      text.append(Style.STRONG.of(label + ":", layout.colours()));
      text.append(lines, first.length() - 1, lines.length());
    }
  }
}
