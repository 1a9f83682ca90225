package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;

/**
 * One resource that tests share.
 *
 * @param name its fixture's name
 * @param kind what it is
 */
public record Resource(ResourceName name, ResourceKind kind) {
  /**
   * Reads what a user writes: the name alone. What states no kind is of the first one.
   *
   * @param kinds those that there are
   * @throws RefusalException if it is no name of a resource
   */
  public static Resource parse(String text, List<ResourceKind> kinds) {
    return new Resource(ResourceName.of(text, kinds), kinds.get(0));
  }

  /** As a user writes it. */
  public String text() {
    return name.text();
  }
}
