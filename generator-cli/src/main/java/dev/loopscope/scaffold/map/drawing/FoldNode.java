package dev.loopscope.scaffold.map.drawing;

import dev.loopscope.scaffold.map.TestMark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tests that follow each other and are shown as one column while they are folded: those of a
 * directory, a module, a class, or a part of a long list. A single test is a node without children.
 *
 * @param label what is written above it
 * @param from the number of its first test
 * @param to the number of its last test
 * @param children what it opens to
 */
record FoldNode(String label, int from, int to, List<FoldNode> children) {
  private static final int MOST_CHILDREN = 36;
  private static final int CHUNKS = 30;
  private static final String DIRECTORY = "/";

  FoldNode {
    children = List.copyOf(children);
  }

  boolean isTest() {
    return children.isEmpty();
  }

  /** The number of its tests. */
  int size() {
    return to - from + 1;
  }

  /** The node of all tests. There is at least one. */
  static FoldNode of(List<TestMark> tests) {
    List<List<String>> paths = tests.stream().map(FoldNode::path).toList();
    List<FoldNode> children = children(tests, paths, 0, tests.size() - 1, 0);
    while (children.size() == 1 && children.get(0).label().endsWith(DIRECTORY)) {
      children = children.get(0).children();
    }
    return new FoldNode("", 0, tests.size() - 1, children);
  }

  /**
   * The columns of the most open map that has no more than {@code most}: a level is opened as a
   * whole, or not at all.
   */
  List<FoldNode> columns(int most) {
    List<FoldNode> columns = List.of(this);
    List<FoldNode> opened = children;
    while (opened.size() <= most && !opened.equals(columns)) {
      columns = opened;
      opened =
          columns.stream()
              .flatMap(it -> it.isTest() ? Stream.of(it) : it.children().stream())
              .toList();
    }
    return columns.size() == 1 && columns.get(0).equals(this) ? children : columns;
  }

  private static List<String> path(TestMark test) {
    List<String> path = new ArrayList<>();
    String rest = test.module();
    for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
      path.add(rest.substring(0, slash + 1));
      rest = rest.substring(slash + 1);
    }
    path.add(rest);
    if (!test.className().isEmpty()) {
      path.addAll(List.of(test.className().split("::", -1)));
    }
    return path;
  }

  private static List<FoldNode> children(
      List<TestMark> tests, List<List<String>> paths, int from, int to, int depth) {
    List<FoldNode> children = new ArrayList<>();
    int at = from;
    while (at <= to) {
      if (paths.get(at).size() == depth) {
        children.add(new FoldNode(tests.get(at).name(), at, at, List.of()));
        at++;
      } else {
        String label = paths.get(at).get(depth);
        int end = at;
        while (end < to
            && paths.get(end + 1).size() > depth
            && paths.get(end + 1).get(depth).equals(label)) {
          end++;
        }
        children.add(joined(label, at, end, children(tests, paths, at, end, depth + 1)));
        at = end + 1;
      }
    }
    return chunked(children);
  }

  /** A directory with one thing in it is no column of its own. */
  private static FoldNode joined(String label, int from, int to, List<FoldNode> children) {
    boolean only = children.size() == 1 && !children.get(0).isTest();
    return only && label.endsWith(DIRECTORY)
        ? new FoldNode(label + children.get(0).label(), from, to, children.get(0).children())
        : new FoldNode(label, from, to, children);
  }

  private static List<FoldNode> chunked(List<FoldNode> children) {
    if (children.size() <= MOST_CHILDREN) {
      return children;
    }
    List<FoldNode> chunks = new ArrayList<>();
    int size = (children.size() + CHUNKS - 1) / CHUNKS;
    for (int at = 0; at < children.size(); at += size) {
      List<FoldNode> chunk = children.subList(at, Math.min(children.size(), at + size));
      int from = chunk.get(0).from();
      int to = chunk.get(chunk.size() - 1).to();
      chunks.add(new FoldNode(label(chunk), from, to, chunk));
    }
    return chunks;
  }

  private static String label(List<FoldNode> chunk) {
    FoldNode first = chunk.get(0);
    int others = chunk.size() - 1;
    return chunk.stream().allMatch(FoldNode::isTest)
        ? "tests " + (first.from() + 1) + " to " + (chunk.get(others).to() + 1)
        : first.label() + (others == 0 ? "" : " and " + others + " more");
  }
}
