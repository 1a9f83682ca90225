package dev.loopscope.scaffold.suite.resource;

/** When an object becomes one of a loop. The phrases are those of the catalogue. */
public enum BoundWhen {
  /** It cannot be made without a running loop, and belongs to that one. */
  RUNNING_LOOP("construction (needs a running loop)"),
  /** It belongs to the current loop, which need not run. */
  CURRENT_LOOP("construction (takes the current loop)"),
  /** It is a loop. */
  IS_A_LOOP("construction"),
  /** When it is awaited, entered or started. */
  OPENED("when made (awaited factory / entered / started)"),
  FIRST_USE("first use"),
  /** At first use; the client tries again by itself, so that nothing shows. */
  FIRST_USE_HIDDEN("first use (hidden by the client's retry)"),
  FIRST_WAIT("first time a task has to wait"),
  /** It works on any loop until the first one is closed. */
  CLOSED_WITH_LOOP("never by itself, but closing loop 1 ends it"),
  NEVER("never"),
  NOT_SAID("-");

  private final String phrase;

  BoundWhen(String phrase) {
    this.phrase = phrase;
  }

  /** As the catalogue writes it. */
  public String phrase() {
    return phrase;
  }

  /**
   * The constant of a phrase.
   *
   * @throws IllegalArgumentException if there is none
   */
  static BoundWhen of(String phrase) {
    for (BoundWhen when : values()) {
      if (when.phrase.equals(phrase)) {
        return when;
      }
    }
    throw new IllegalArgumentException(phrase);
  }
}
