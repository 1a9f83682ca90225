package dev.loopscope.scaffold.python.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Goes over a tree without recursion, so that a chain of ten thousand operators needs no deeper
 * stack than a short one.
 */
public final class Walk {
  private Walk() {}

  /** Shows {@code visitor} the node and everything below it, parents before their children. */
  public static void preOrder(Node root, Consumer<? super Node> visitor) {
    Deque<Node> next = new ArrayDeque<>();
    List<Node> children = new ArrayList<>();
    next.push(root);
    while (!next.isEmpty()) {
      Node node = next.pop();
      visitor.accept(node);
      node.forEachChild(children::add);
      for (int child = children.size() - 1; child >= 0; child--) {
        next.push(children.get(child));
      }
      children.clear();
    }
  }
}
