package dev.loopscope.scaffold.python.parser;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import java.util.ArrayList;
import java.util.List;

/** Text and fields in the order in which they are found; text that touches text becomes one. */
final class TextParts {
  private final List<Expression> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean pending;
  private int textStart;
  private int textEnd;

  void text(int start, int end, String value) {
    if (!pending) {
      pending = true;
      textStart = start;
    }
    textEnd = end;
    text.append(value);
  }

  void field(Expression field) {
    endText();
    parts.add(field);
  }

  /** The parts; empty text is none. */
  List<Expression> toExpressions() {
    endText();
    return parts;
  }

  /** The text, where there are no fields. */
  String allText() {
    return text.toString();
  }

  private void endText() {
    if (text.length() > 0) {
      parts.add(new StringLiteral(textStart, textEnd, text.toString()));
    }
    text.setLength(0);
    pending = false;
  }
}
