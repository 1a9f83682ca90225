package dev.loopscope.scaffold.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where the elements of a pom stand in its text. An edit by these places leaves comments, order and
 * spacing as they are, which a document that is written anew does not.
 */
final class PomText {
  /**
   * An element.
   *
   * @param path of names from the root, with {@code /}
   * @param start of its first tag
   * @param open behind its first tag
   * @param close of its last tag; equal to {@code open} if it has one tag only
   * @param end behind its last tag
   */
  record Element(String path, int start, int open, int close, int end) {
    boolean isOneTag() {
      return end == open;
    }
  }

  private final String text;
  private final List<Element> elements = new ArrayList<>();
  private boolean wellFormed = true;

  PomText(String text) {
    this.text = text;
    read();
  }

  /** Whether each tag that is opened is closed; else nothing is said of the elements. */
  boolean isWellFormed() {
    return wellFormed;
  }

  /** The elements at a path, in order. */
  List<Element> at(String path) {
    return wellFormed ? elements.stream().filter(it -> it.path().equals(path)).toList() : List.of();
  }

  /** The text of the first element at a path. */
  Optional<String> value(String path) {
    return at(path).stream().findFirst().map(it -> text.substring(it.open(), it.close()).strip());
  }

  private record Opened(String name, int start, int open) {}

  private void read() {
    Deque<Opened> opened = new ArrayDeque<>();
    int at = text.indexOf('<');
    while (at >= 0 && wellFormed) {
      int end = tagEnd(at);
      if (end < 0) {
        wellFormed = false;
      } else if (text.startsWith("</", at)) {
        String name = text.substring(at + 2, end - 1).strip();
        if (opened.isEmpty() || !opened.peek().name().equals(name)) {
          wellFormed = false;
        } else {
          String path = path(opened);
          Opened it = opened.pop();
          elements.add(new Element(path, it.start(), it.open(), at, end));
        }
      } else if (isTag(at)) {
        opened.push(new Opened(name(at), at, end));
        if (text.charAt(end - 2) == '/') {
          elements.add(new Element(path(opened), at, end, end, end));
          opened.pop();
        }
      }
      at = text.indexOf('<', Math.max(end, at + 1));
    }
    wellFormed = wellFormed && opened.isEmpty() && !elements.isEmpty();
    elements.sort((one, other) -> Integer.compare(one.start(), other.start()));
  }

  private boolean isTag(int at) {
    return at + 1 < text.length() && text.charAt(at + 1) != '!' && text.charAt(at + 1) != '?';
  }

  private static String path(Deque<Opened> opened) {
    List<String> names = new ArrayList<>();
    opened.descendingIterator().forEachRemaining(it -> names.add(it.name()));
    return String.join("/", names);
  }

  private String name(int at) {
    int end = at + 1;
    while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(at + 1, end);
  }

  /** Behind what starts at a {@code <}; -1 if that has no end. */
  private int tagEnd(int at) {
    if (text.startsWith("<!--", at)) {
      return behind("-->", at + 4);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return behind("]]>", at);
    }
    if (text.startsWith("<?", at)) {
      return behind("?>", at);
    }
    char quote = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return -1;
  }

  private int behind(String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? -1 : at + mark.length();
  }
}
