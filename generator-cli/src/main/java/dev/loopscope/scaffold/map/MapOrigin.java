package dev.loopscope.scaffold.map;

/** Where a map comes from. */
public enum MapOrigin {
  /** A run that was recorded: what it shows happened. */
  RUN("what happened in a run"),
  /** The model of the suite, without a run: what it shows is what would happen. */
  MODEL("what would happen, read without running anything");

  private final String words;

  MapOrigin(String words) {
    this.words = words;
  }

  /** Said below the title. */
  public String words() {
    return words;
  }
}
