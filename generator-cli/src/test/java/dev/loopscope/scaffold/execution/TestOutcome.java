package dev.loopscope.scaffold.execution;

/**
 * How one test ended.
 *
 * @param test its class, or its module where there is none, and its name: {@code
 *     TestKnownEntries::test_value_can_be_replaced[trio]}
 * @param kind which of pytest's endings
 * @param reason the message and traceback of a failure; empty without one
 */
record TestOutcome(String test, Kind kind, String reason) {
  /** pytest's endings. An error is a failure of the setup or the teardown. */
  enum Kind {
    PASSED,
    XFAILED,
    SKIPPED,
    FAILED,
    ERROR
  }

  /** What stands in the brackets of the id; empty without brackets. */
  String backend() {
    int bracket = test.indexOf('[');
    return bracket < 0 ? "" : test.substring(bracket + 1, test.length() - 1);
  }

  boolean isBroken() {
    return kind == Kind.FAILED || kind == Kind.ERROR;
  }
}
