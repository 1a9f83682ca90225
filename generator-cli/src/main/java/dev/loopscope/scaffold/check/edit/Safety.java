package dev.loopscope.scaffold.check.edit;

/** What a fix can be trusted with. */
public enum Safety {
  /** What runs after it is what the author wrote, without the hazard. */
  SAFE("safe"),
  /** It may change what a test does, or lose a comment; a person reads its diff. */
  UNSAFE("unsafe");

  private final String word;

  Safety(String word) {
    this.word = word;
  }

  /** As it is printed. */
  public String word() {
    return word;
  }
}
