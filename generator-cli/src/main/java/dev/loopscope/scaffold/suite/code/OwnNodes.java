package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The nodes that are executed by a function itself. */
public final class OwnNodes {
  private OwnNodes() {}

  /**
   * The nodes of a function's body in the order of the text. Definitions in it are there, what
   * stands in them is not.
   */
  public static List<Node> of(FunctionDef function) {
    List<Node> found = new ArrayList<>();
    Deque<Node> next = new ArrayDeque<>(function.body());
    List<Node> children = new ArrayList<>();
    while (!next.isEmpty()) {
      Node node = next.pop();
      found.add(node);
      if (!(node instanceof FunctionDef || node instanceof Lambda || node instanceof ClassDef)) {
        node.forEachChild(children::add);
        for (int at = children.size() - 1; at >= 0; at--) {
          next.push(children.get(at));
        }
        children.clear();
      }
    }
    return found;
  }
}
