package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.Clause.ForClause;
import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Comprehension.GeneratorExp;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Operation.Lambda;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.python.tree.Walk;
import dev.loopscope.scaffold.suite.module.SourceFile;

/** What a function does with its parameters on its own loop. */
public final class AsyncUse {
  private AsyncUse() {}

  /**
   * Whether a function may wait for something and uses a parameter. One that only passes the
   * parameter on, such as {@code yield Repository(pool)}, needs no loop for it.
   */
  public static boolean of(SourceFile file, FunctionDef function, String parameter) {
    boolean[] found = new boolean[2];
    for (FunctionCode.Place place : FunctionCode.of(file, function).places()) {
      // What an inner function does happens where it is called, most likely here.
      boolean inner = place.node() instanceof FunctionDef || place.node() instanceof Lambda;
      if (inner || place.node() instanceof GeneratorExp) {
        Walk.preOrder(place.node(), node -> look(node, parameter, found));
      } else {
        look(place.node(), parameter, found);
      }
    }
    return found[0] && found[1];
  }

  private static void look(Node node, String parameter, boolean[] found) {
    found[0] |= waits(node);
    found[1] |= node instanceof Name name && name.id().equals(parameter);
  }

  private static boolean waits(Node node) {
    return node instanceof Await
        || (node instanceof With with && with.async())
        || (node instanceof For loop && loop.async())
        || (node instanceof ForClause clause && clause.async());
  }
}
