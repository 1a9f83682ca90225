package dev.loopscope.scaffold.execution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one run of pytest did.
 *
 * @param exitCode pytest's: 0 all passed, 1 some failed, 3 internal error, 4 usage error
 * @param output all it printed
 * @param outcomes one for each test that was collected, and one more for a test that failed and
 *     could not be torn down either; none if pytest did not get as far as running
 */
record PytestRun(int exitCode, String output, List<TestOutcome> outcomes) {
  private static final Pattern SUMMARY =
      Pattern.compile("(?m)^=+ (.*) in [0-9.]+s(?: \\([0-9:]+\\))? =+$");

  PytestRun {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * pytest's own count, as it prints it: {@code 8 passed, 1 xfailed}. A warning would be counted
   * there too.
   */
  String summary() {
    Matcher matcher = SUMMARY.matcher(output);
    String last = "";
    while (matcher.find()) {
      last = matcher.group(1);
    }
    return last;
  }

  /** How many tests passed, by the words in the brackets of their ids; no brackets, no words. */
  Map<String, Long> passedByBackend() {
    Map<String, Long> passed = new TreeMap<>();
    for (TestOutcome outcome : outcomes) {
      if (outcome.kind() == TestOutcome.Kind.PASSED) {
        passed.merge(outcome.backend(), 1L, Long::sum);
      }
    }
    return passed;
  }

  /** The tests that failed, in the call or around it. */
  List<TestOutcome> broken() {
    return outcomes.stream().filter(TestOutcome::isBroken).toList();
  }
}
