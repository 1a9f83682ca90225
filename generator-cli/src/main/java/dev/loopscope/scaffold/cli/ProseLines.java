package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.text.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prose of a page in lines of a terminal's width: the line ends of its source mean nothing within a
 * paragraph or an item of a list, and everything between the rows of a table.
 */
final class ProseLines {
  private static final Pattern ITEM = Pattern.compile("- |[0-9]+\\. ");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)\\s]+)\\)");
  private static final String INDENT = "  ";

  private ProseLines() {}

  /**
   * The lines, each ended by {@code \n}.
   *
   * @param source lines with no blank one among them
   */
  static String of(List<String> source, int width) {
    StringBuilder text = new StringBuilder();
    for (String part : parts(source)) {
      if (isRow(part)) {
        text.append(INDENT).append(part).append('\n');
      } else {
        Matcher item = ITEM.matcher(part);
        String hang = item.lookingAt() ? " ".repeat(item.end()) : "";
        String spelt = LINK.matcher(part).replaceAll("$1: $2");
        text.append(Paragraph.of(spelt, INDENT, INDENT + hang, width));
      }
    }
    return text.toString();
  }

  /** Paragraphs, items and rows, each in one line. */
  private static List<String> parts(List<String> source) {
    List<String> parts = new ArrayList<>();
    boolean open = false;
    for (String line : source) {
      String words = line.strip();
      if (open && !isRow(words) && !ITEM.matcher(words).lookingAt()) {
        int last = parts.size() - 1;
        parts.set(last, parts.get(last) + " " + words);
      } else {
        parts.add(words);
        open = !isRow(words);
      }
    }
    return parts;
  }

  private static boolean isRow(String line) {
    return line.startsWith("|");
  }
}
