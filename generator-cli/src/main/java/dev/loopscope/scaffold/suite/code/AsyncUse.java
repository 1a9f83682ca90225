package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.Clause.ForClause;
import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Statement;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.python.tree.Walk;

/** What a function does with its parameters on its own loop. */
public final class AsyncUse {
  private AsyncUse() {}

  /**
   * Whether a function waits for something and uses a parameter. One that only passes the parameter
   * on, such as {@code yield Repository(pool)}, needs no loop for it.
   */
  public static boolean of(FunctionDef function, String parameter) {
    boolean[] found = new boolean[2];
    for (Statement statement : function.body()) {
      Walk.preOrder(
          statement,
          node -> {
            found[0] |= waits(node);
            found[1] |= node instanceof Name name && name.id().equals(parameter);
          });
    }
    return found[0] && found[1];
  }

  private static boolean waits(Node node) {
    return node instanceof Await
        || (node instanceof With with && with.async())
        || (node instanceof For loop && loop.async())
        || (node instanceof ForClause clause && clause.async());
  }
}
