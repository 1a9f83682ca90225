package dev.loopscope.scaffold.python.tree;

import java.util.List;
import java.util.function.Consumer;

/**
 * A statement, or one clause of a compound statement, that could not be read. Nothing is known
 * about what it does.
 *
 * @param reason what was expected, or is not allowed, and was found at {@code failure}
 * @param failure the offset at which reading stopped
 * @param body the block that is indented below it, read as usual; empty if there is none
 */
public record OpaqueStatement(int start, int end, String reason, int failure, List<Statement> body)
    implements Statement {
  /** Keeps an unmodifiable copy. */
  public OpaqueStatement {
    body = List.copyOf(body);
  }

  @Override
  public void forEachChild(Consumer<? super Node> visitor) {
    body.forEach(visitor);
  }
}
