package dev.loopscope.scaffold.cli.explain;

import dev.loopscope.scaffold.text.DisplayWidth;
import dev.loopscope.scaffold.text.Paragraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prose of a page in lines of a terminal's width: the line ends of its source mean nothing within a
 * paragraph or an item of a list, and everything between the rows of a table, whose columns are
 * lined up.
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
    List<String> rows = new ArrayList<>();
    for (String part : parts(source)) {
      if (isRow(part)) {
        rows.add(part);
      } else {
        appendTable(rows, text);
        rows.clear();
        Matcher item = ITEM.matcher(part);
        String hang = item.lookingAt() ? " ".repeat(item.end()) : "";
        String spelt = LINK.matcher(part).replaceAll("$1: $2");
        text.append(Paragraph.of(spelt, INDENT, INDENT + hang, width));
      }
    }
    appendTable(rows, text);
    return text.toString();
  }

  private static void appendTable(List<String> rows, StringBuilder text) {
    List<List<String>> cells = rows.stream().map(ProseLines::cells).toList();
    for (List<String> row : cells) {
      StringBuilder line = new StringBuilder(INDENT);
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int wide =
            cells.stream()
                .filter(other -> column < other.size())
                .mapToInt(other -> DisplayWidth.of(other.get(column)))
                .max()
                .orElse(0);
        String cell = row.get(i).matches("-+") ? "-".repeat(wide) : row.get(i);
        line.append(cell).append(" ".repeat(wide - DisplayWidth.of(cell) + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  /** What is between the bars. */
  private static List<String> cells(String row) {
    String inner = row.substring(1, row.endsWith("|") ? row.length() - 1 : row.length());
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
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
