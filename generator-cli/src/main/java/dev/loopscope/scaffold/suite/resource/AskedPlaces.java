package dev.loopscope.scaffold.suite.resource;

import dev.loopscope.scaffold.suite.code.Lazy;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of the text of a function, before it is parsed, whether it may assign something to a place
 * that a condition in it asks for. Where the text does not show it at once, it may.
 */
final class AskedPlaces {
  /** Comparisons in one function. Of a longer one nothing is said. */
  static final int MOST = 100_000;

  private static final String NO_ASSIGNMENT = "=!<>:+-*/%&|^@";

  private final String text;
  private final int start;
  private final int end;
  private final Lazy<Boolean> names;

  /**
   * Of a part of a text.
   *
   * @param names whether a plain name may be a place that is left to others
   */
  AskedPlaces(String text, int start, int end, Lazy<Boolean> names) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.names = names;
  }

  /** Whether there may be such an assignment. */
  boolean mayBeAssigned() {
    List<String> conditions = conditions();
    if (conditions.isEmpty()) {
      return false;
    }
    int compared = 0;
    for (int at = text.indexOf('=', start); at >= 0 && at < end; at = text.indexOf('=', at + 1)) {
      boolean assignment =
          !text.startsWith("==", at) && NO_ASSIGNMENT.indexOf(text.charAt(at - 1)) < 0;
      compared += conditions.size();
      if (assignment && (compared > MOST || isAsked(at, conditions))) {
        return true;
      }
    }
    return false;
  }

  /** What stands behind each {@code if} on its line, and on the next ones if it goes on there. */
  private List<String> conditions() {
    List<String> found = new ArrayList<>();
    for (int at = text.indexOf("if", start); at >= 0 && at < end; at = text.indexOf("if", at + 1)) {
      boolean word =
          !isName(at + 2)
              && (!isName(at - 1) || (text.startsWith("el", at - 2) && !isName(at - 3)));
      if (word) {
        found.add(text.substring(at + 2, conditionEnd(at + 2)));
      }
    }
    return found;
  }

  private int conditionEnd(int from) {
    int depth = 0;
    for (int at = from; at < end; at++) {
      char character = text.charAt(at);
      if ("([{".indexOf(character) >= 0) {
        depth++;
      } else if (")]}".indexOf(character) >= 0) {
        depth--;
      } else if (character == '"' || character == '\'') {
        at = quoteEnd(at);
      } else if (isLineEnd(character) && depth <= 0 && !isContinued(at)) {
        return at;
      }
    }
    return end;
  }

  /** The closing quote; the end of all if it is not on the line. */
  private int quoteEnd(int opening) {
    for (int at = opening + 1; at < end && !isLineEnd(text.charAt(at)); at++) {
      if (text.charAt(at) == text.charAt(opening)) {
        return at;
      }
      at += text.charAt(at) == '\\' ? 1 : 0;
    }
    return end;
  }

  private boolean isContinued(int lineEnd) {
    boolean pair = text.startsWith("\r\n", lineEnd - 1);
    return text.charAt(lineEnd - (pair ? 2 : 1)) == '\\';
  }

  /** Whether what stands before an equals sign, or the end of it, stands in a condition. */
  private boolean isAsked(int equals, List<String> conditions) {
    int to = equals;
    while (to > start && (text.charAt(to - 1) == ' ' || text.charAt(to - 1) == '\t')) {
      to--;
    }
    boolean element = to > start && text.charAt(to - 1) == ']';
    if (element) {
      to = opening(to - 1);
    }
    int from = to;
    while (from > start && (isName(from - 1) || text.charAt(from - 1) == '.')) {
      from--;
    }
    String place = text.substring(from, to);
    if (conditions.stream().noneMatch(it -> it.contains(place))) {
      return false;
    }
    // Of several targets the first one is compared, whichever of them is left to others.
    int next = text.indexOf('=', equals + 1);
    boolean several = next >= 0 && next < lineEnd(equals);
    return element || several || place.isEmpty() || place.indexOf('.') >= 0 || names.get();
  }

  /** Where a bracket was opened on the line; where it was closed if that is not seen there. */
  private int opening(int closing) {
    int depth = 0;
    for (int at = closing; at >= start && !isLineEnd(text.charAt(at)); at--) {
      char character = text.charAt(at);
      depth += character == ']' ? 1 : character == '[' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return closing;
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < end && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isName(int at) {
    return at >= start && at < end && Character.isUnicodeIdentifierPart(text.charAt(at));
  }

  private static boolean isLineEnd(char character) {
    return character == '\n' || character == '\r';
  }
}
