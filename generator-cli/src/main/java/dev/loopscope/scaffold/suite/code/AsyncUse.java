package dev.loopscope.scaffold.suite.code;

import dev.loopscope.scaffold.python.tree.Clause.ForClause;
import dev.loopscope.scaffold.python.tree.CompoundStatement.For;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.CompoundStatement.With;
import dev.loopscope.scaffold.python.tree.Node;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.python.tree.Suspension.Await;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.List;

/** What a function does with its parameters on its own loop. */
public final class AsyncUse {
  private AsyncUse() {}

  /**
   * Whether a function may wait for something and uses a parameter. One that only passes the
   * parameter on, such as {@code yield Repository(pool)}, needs no loop for it.
   */
  public static boolean of(SourceFile file, FunctionDef function, String parameter) {
    // What an inner function does happens where it is called, most likely here.
    List<Node> nodes = FunctionCode.of(file, function).withInner();
    return nodes.stream().anyMatch(AsyncUse::waits)
        && nodes.stream().anyMatch(it -> it instanceof Name name && name.id().equals(parameter));
  }

  private static boolean waits(Node node) {
    return node instanceof Await
        || (node instanceof With with && with.async())
        || (node instanceof For loop && loop.async())
        || (node instanceof ForClause clause && clause.async());
  }
}
