package dev.loopscope.scaffold.check.edit;

/** Which fixes a rule offers. */
public enum Fixes {
  SAFE("safe"),
  UNSAFE("unsafe"),
  /** Each finding says which. */
  SAFE_OR_UNSAFE("safe or unsafe"),
  NONE("none");

  private final String words;

  Fixes(String words) {
    this.words = words;
  }

  /** As the rule's page says it. */
  public String words() {
    return words;
  }

  /** Whether a finding of such a rule may carry a fix of this safety. */
  public boolean allows(Safety safety) {
    return this == SAFE_OR_UNSAFE || name().equals(safety.name());
  }
}
