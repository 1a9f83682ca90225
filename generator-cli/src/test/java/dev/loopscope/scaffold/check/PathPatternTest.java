package dev.loopscope.scaffold.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
  @ParameterizedTest
  @CsvSource({
    "tests/legacy, tests/legacy/test_a.py",
    "tests/legacy/, tests/legacy/deep/test_a.py",
    "./tests/legacy, tests/legacy/test_a.py",
    "tests/*.py, tests/test_a.py",
    "tests/**/test_a.py, tests/x/y/test_a.py",
    "tests/**/test_a.py, tests/test_a.py",
    "**/legacy/**, a/legacy/b.py",
    "conftest.py, deep/below/conftest.py",
    "test_?.py, tests/test_a.py",
    "a+b.py, a+b.py",
  })
  void matches(String pattern, String path) {
    assertThat(new PathPattern(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "tests/legacy, tests/legacy_not/test_a.py",
    "tests/*.py, tests/deep/test_a.py",
    "tests/legacy, other/tests/legacy/test_a.py",
    "test_?.py, tests/test_ab.py",
    "a+b.py, aab.py",
  })
  void doesNotMatch(String pattern, String path) {
    assertThat(new PathPattern(pattern).matches(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"**/, 25", "*a, 30", "**a, 30", "a*/**/, 20"})
  void patternOfManyWildcardsIsComparedInTime(String part, int times) {
    PathPattern pattern = new PathPattern(part.repeat(times) + "never");
    String path = "a/".repeat(60) + "a".repeat(60);
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> pattern.matches(path)))
        .isFalse();
  }
}
