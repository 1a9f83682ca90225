package dev.loopscope.scaffold.python.tree;

import java.util.List;
import java.util.function.Consumer;

/**
 * A whole file.
 *
 * @param body the statements, in order
 */
public record Module(int start, int end, List<Statement> body) implements Node {
  /** Keeps an unmodifiable copy. */
  public Module {
    body = List.copyOf(body);
  }

  @Override
  public void forEachChild(Consumer<? super Node> visitor) {
    body.forEach(visitor);
  }
}
