package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.CompoundStatement.ClassDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Literal.Constant;
import dev.loopscope.scaffold.python.tree.Literal.NamedConstant;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.SimpleStatement.Return;
import dev.loopscope.scaffold.python.tree.Suspension.Yield;
import dev.loopscope.scaffold.python.tree.Suspension.YieldFrom;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a fixture's function gives to those who request it. */
public final class GivenValue {
  private GivenValue() {}

  /**
   * Whether it gives {@code None} alone. Then a parameter hands nothing over, whatever the function
   * opened.
   */
  public static boolean isNone(FunctionDef function) {
    Deque<Node> next = new ArrayDeque<>(function.body());
    while (!next.isEmpty()) {
      Node node = next.pop();
      if (gives(node)) {
        return false;
      }
      if (!(node instanceof FunctionDef || node instanceof ClassDef || node instanceof Lambda)) {
        node.forEachChild(next::push);
      }
    }
    return true;
  }

  private static boolean gives(Node node) {
    if (node instanceof YieldFrom) {
      return true;
    }
    if (node instanceof Yield yield) {
      return yield.value().filter(value -> !isNone(value)).isPresent();
    }
    return node instanceof Return it && it.value().filter(value -> !isNone(value)).isPresent();
  }

  private static boolean isNone(Node value) {
    return value instanceof NamedConstant named && named.constant() == Constant.NONE;
  }
}
