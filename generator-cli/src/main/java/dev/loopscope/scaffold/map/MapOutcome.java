package dev.loopscope.scaffold.map;

/** What became of a test. */
public enum MapOutcome {
  /** It passed. */
  PASSED("passed"),
  /** Its call failed. */
  FAILED("failed"),
  /** Its set-up or teardown failed. */
  ERROR("error"),
  /** It was skipped. */
  SKIPPED("skipped"),
  /** Nobody ran it. */
  NOT_RUN("not run");

  private final String word;

  MapOutcome(String word) {
    this.word = word;
  }

  /** As it is written. */
  public String word() {
    return word;
  }
}
