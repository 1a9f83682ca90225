package dev.loopscope.scaffold.project.requirement;

import java.util.ArrayList;
import java.util.List;

/**
 * The elements of a list in brackets, in TOML or Python: where each starts and ends, and whether a
 * comma stands behind the last one.
 *
 * @param open offset behind the opening bracket
 * @param close offset of the closing bracket
 * @param afterLast offset behind the last comma, if it stands behind the last element, else behind
 *     that
 */
record BracketList(
    int open, int close, List<Element> elements, boolean endsInComma, int afterLast) {
  /** From the first character of an element to behind its last one. */
  record Element(int start, int end) {}

  BracketList {
    elements = List.copyOf(elements);
  }

  /** The list whose bracket opens at an offset, in a text that was parsed. */
  static BracketList at(String text, int start) {
    List<Element> elements = new ArrayList<>();
    boolean comma = false;
    int after = start + 1;
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != ']') {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '#') {
        at = lineEnd(text, at);
      } else if (c == ',') {
        comma = true;
        at++;
        after = at;
      } else {
        int end = elementEnd(text, at);
        elements.add(new Element(at, end));
        comma = false;
        at = end;
        after = end;
      }
    }
    return new BracketList(start + 1, at, elements, comma, after);
  }

  private static int elementEnd(String text, int start) {
    int depth = 0;
    int at = start;
    int end = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (depth == 0 && (c == ',' || c == ']')) {
        return end;
      }
      if (c == '#') {
        at = lineEnd(text, at);
        continue;
      }
      if (c == '"' || c == '\'') {
        at = stringEnd(text, at);
        end = at;
        continue;
      }
      depth += "[{(".indexOf(c) >= 0 ? 1 : "]})".indexOf(c) >= 0 ? -1 : 0;
      at++;
      end = Character.isWhitespace(c) ? end : at;
    }
    return end;
  }

  private static int stringEnd(String text, int start) {
    char quote = text.charAt(start);
    String triple = String.valueOf(quote).repeat(3);
    String delimiter = text.startsWith(triple, start) ? triple : triple.substring(0, 1);
    int at = start + delimiter.length();
    while (at < text.length() && !text.startsWith(delimiter, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + delimiter.length(), text.length());
  }

  private static int lineEnd(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}
