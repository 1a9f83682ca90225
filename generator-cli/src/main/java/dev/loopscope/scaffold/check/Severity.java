package dev.loopscope.scaffold.check;

/** How bad a finding is. The worse comes first. */
public enum Severity {
  /** A test run will fail, or pass while it tests something else. */
  ERROR("error"),
  /** A hazard that does not bite yet, or bites with only some of the allowed versions. */
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** As it is typed and printed. */
  public String word() {
    return word;
  }

  /** Whether this is at least as bad as {@code threshold}. */
  public boolean reaches(Severity threshold) {
    return compareTo(threshold) <= 0;
  }
}
