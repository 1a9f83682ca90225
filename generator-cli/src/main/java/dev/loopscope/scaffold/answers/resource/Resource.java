package dev.loopscope.scaffold.answers.resource;

import dev.loopscope.scaffold.refusal.RefusalException;

/**
 * One resource that tests share.
 *
 * @param name its fixture's name
 * @param kind what it is
 */
public record Resource(ResourceName name, ResourceKind kind) {
  /**
   * Reads what a user writes: the name alone, since there is one kind.
   *
   * @throws RefusalException if it is no name of a resource
   */
  public static Resource parse(String text) {
    return new Resource(new ResourceName(text), ResourceKind.ECHO);
  }

  /** As a user writes it. */
  public String text() {
    return name.text();
  }
}
