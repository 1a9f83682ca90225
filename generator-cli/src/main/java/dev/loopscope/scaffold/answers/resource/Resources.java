package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;

/**
 * The resources of a suite, in the order they were asked for.
 *
 * @param inOrder unmodifiable; exactly one, so far
 */
public record Resources(List<Resource> inOrder) {
  /**
   * Keeps an unmodifiable copy.
   *
   * @throws IllegalArgumentException if there is not exactly one
   */
  public Resources {
    inOrder = List.copyOf(inOrder);
    if (inOrder.size() != 1) {
      throw new IllegalArgumentException("a suite has one resource, not " + inOrder.size());
    }
  }

  /**
   * Reads what a user writes.
   *
   * @param kinds those that there are
   * @throws RefusalException if it is no resource
   */
  public static Resources parse(String text, List<ResourceKind> kinds) {
    return new Resources(List.of(Resource.parse(text, kinds)));
  }

  /** As a user writes them. */
  public String text() {
    return inOrder.get(0).text();
  }
}
