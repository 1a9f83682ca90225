package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** What can be said of a run of pytest. Every failure shows pytest's output. */
final class PytestRunAssert extends AbstractAssert<PytestRunAssert, PytestRun> {
  private PytestRunAssert(PytestRun run) {
    super(run, PytestRunAssert.class);
  }

  static PytestRunAssert assertThatRun(PytestRun run) {
    return new PytestRunAssert(run);
  }

  /** Exit code 0 and exactly this summary, such as {@code 8 passed, 1 xfailed}: no warning. */
  PytestRunAssert isGreen(String summary) {
    assertThat(actual.summary()).as(actual.output()).isEqualTo(summary);
    assertThat(actual.exitCode()).as(actual.output()).isZero();
    return this;
  }

  /** Exit code 0, and nothing but what passed or was expected to fail. */
  PytestRunAssert isGreen() {
    assertThat(actual.exitCode()).as(actual.output()).isZero();
    assertThat(actual.summary()).as(actual.output()).matches("\\d+ passed(, \\d+ xfailed)?");
    return this;
  }

  /** So many tests were collected. */
  PytestRunAssert collected(int tests) {
    assertThat(actual.outcomes()).as(actual.output()).hasSize(tests);
    return this;
  }

  /** So many tests passed under each id, and under no other. */
  PytestRunAssert passedByBackend(Map<String, Long> passed) {
    assertThat(actual.passedByBackend()).as(actual.output()).isEqualTo(passed);
    return this;
  }

  /** Exit code 1, and exactly these tests failed, in the call or around it. */
  PytestRunAssert fails(String... tests) {
    isRed();
    assertThat(actual.broken().stream().map(TestOutcome::test).distinct())
        .as(actual.output())
        .containsExactlyInAnyOrder(tests);
    return this;
  }

  /** Exit code 1; these tests failed, and perhaps others: resources that leak do so at any time. */
  PytestRunAssert failsAtLeast(String... tests) {
    isRed();
    assertThat(actual.broken().stream().map(TestOutcome::test)).as(actual.output()).contains(tests);
    return this;
  }

  /** Exit code 1, and no test passed: the expected failure may still be one. */
  PytestRunAssert failsEverywhere() {
    return failsExactlyWhere(test -> true);
  }

  /** Exit code 1; every test with this id failed, and none with another. */
  PytestRunAssert failsExactlyOn(String backend) {
    return failsExactlyWhere(test -> test.backend().equals(backend));
  }

  private PytestRunAssert failsExactlyWhere(Predicate<TestOutcome> expected) {
    isRed();
    List<TestOutcome> run =
        actual.outcomes().stream()
            .filter(outcome -> outcome.kind() != TestOutcome.Kind.XFAILED)
            .toList();
    assertThat(run.stream().filter(TestOutcome::isBroken))
        .as(actual.output())
        .isNotEmpty()
        .containsExactlyElementsOf(run.stream().filter(expected).toList());
    return this;
  }

  /** The reason of at least one of the failed tests holds this text. */
  PytestRunAssert because(String reason) {
    assertThat(actual.broken())
        .as("reason of a failure: %s", reason)
        .anySatisfy(outcome -> assertThat(outcome.reason()).contains(reason));
    return this;
  }

  /** The reason of every failed test holds this text. */
  PytestRunAssert eachBecause(String reason) {
    assertThat(actual.broken())
        .as("reason of every failure: %s", reason)
        .isNotEmpty()
        .allSatisfy(outcome -> assertThat(outcome.reason()).contains(reason));
    return this;
  }

  /** pytest did not get as far as running a test, and said why. */
  PytestRunAssert doesNotStart(int exitCode, String reason) {
    assertThat(actual.output()).contains(reason);
    assertThat(actual.exitCode()).as(actual.output()).isEqualTo(exitCode);
    assertThat(actual.passedByBackend()).as(actual.output()).isEmpty();
    return this;
  }

  private void isRed() {
    assertThat(actual.exitCode()).as(actual.output()).isEqualTo(1);
  }
}
