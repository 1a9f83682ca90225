package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.template.FileTree;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.text.DisplayWidth;
import dev.loopscope.scaffold.text.Paragraph;
import dev.loopscope.scaffold.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a suite as a tree, with a line on each that the suite's README has a line on; it has
 * one on every file that a person opens. Without the README, all of them.
 */
public final class TreeLines {
  private static final String README = "README.md";
  private static final String ROW = "| `";
  private static final int NARROWEST = 24;

  /** What is in a directory, by name; directories end with a slash. */
  private record Node(Map<String, Node> below, String about) {}

  private record Line(String branch, String margin, String about) {}

  private TreeLines() {}

  /**
   * The tree, in lines of {@code width} columns.
   *
   * @param directory as it was typed
   */
  public static String of(FileTree tree, String directory, int width) {
    Map<String, String> rows = new LinkedHashMap<>();
    Optional<RenderedFile> readme = tree.file(README);
    if (readme.isPresent()) {
      rows.put(README, "how to run it, and how scopes work");
      // No streams: every suite is shown, and the first one of a process takes long.
      for (String line : readme.get().text().split("\n", -1)) {
        row(line, rows);
      }
    } else {
      tree.files().forEach(it -> rows.put(it.path(), ""));
    }
    Node top = new Node(new TreeMap<>(), "");
    rows.forEach((path, about) -> add(top, path, about));
    List<Line> lines = new ArrayList<>();
    branches(top, "", lines);
    int column = 2;
    for (Line line : lines) {
      column = Math.max(column, DisplayWidth.of(line.branch()) + 2);
    }
    int room = Math.max(NARROWEST, width - column);
    StringBuilder text = new StringBuilder();
    text.append(Printable.escaped(directory.endsWith("/") ? directory : directory + "/"));
    text.append('\n');
    for (Line line : lines) {
      String gap = " ".repeat(column - DisplayWidth.of(line.branch()));
      String margin = line.margin() + " ".repeat(column - line.margin().length());
      text.append(
          line.about().isEmpty()
              ? line.branch() + "\n"
              : Paragraph.of(
                  brief(line.about(), room), line.branch() + gap, margin, column + room));
    }
    return text.toString();
  }

  /** As much of it as there is room for, if it can be cut where a clause ends. */
  private static String brief(String about, int room) {
    String text = about;
    for (String end : List.of("; ", ": ", ", ")) {
      int cut = text.indexOf(end);
      if (cut > 0 && (end.equals("; ") || DisplayWidth.of(text) > room)) {
        text = text.substring(0, cut);
      }
    }
    return text;
  }

  private static void row(String line, Map<String, String> rows) {
    int end = line.indexOf("` | ");
    if (line.startsWith(ROW) && end > 0 && line.endsWith(" |")) {
      String path = line.substring(ROW.length(), end);
      String about = line.substring(end + "` | ".length(), line.length() - " |".length());
      String directory = path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
      for (String name : path.substring(directory.length()).split("`, `", -1)) {
        if (name.indexOf('.') >= 0 || name.endsWith("/")) {
          rows.putIfAbsent(directory + name, about.replace("`", ""));
        }
      }
    }
  }

  private static void add(Node top, String path, String about) {
    int slash = path.indexOf('/');
    if (slash < 0 || slash == path.length() - 1) {
      top.below().put(path, new Node(new TreeMap<>(), about));
      return;
    }
    String name = path.substring(0, slash + 1);
    Node node = top.below().computeIfAbsent(name, key -> new Node(new TreeMap<>(), ""));
    add(node, path.substring(slash + 1), about);
  }

  private static void branches(Node node, String indent, List<Line> lines) {
    int left = node.below().size();
    for (Map.Entry<String, Node> entry : node.below().entrySet()) {
      left--;
      String below = indent + (left == 0 ? "    " : "│   ");
      String branch = indent + (left == 0 ? "└── " : "├── ") + entry.getKey();
      lines.add(new Line(branch, below, entry.getValue().about()));
      branches(entry.getValue(), below, lines);
    }
  }
}
