package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.Node;

/** Tells one node from another that looks alike. */
public final class SameNode {
  private SameNode() {}

  /**
   * Whether it is the same node of the same tree. The equality of nodes compares whole subtrees.
   */
  @SuppressWarnings("ReferenceEquality")
  public static boolean is(Node one, Node other) {
    return one == other;
  }
}
