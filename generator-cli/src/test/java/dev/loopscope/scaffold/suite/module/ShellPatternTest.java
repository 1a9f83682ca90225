package dev.loopscope.scaffold.suite.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Patterns as of Python's fnmatch. */
class ShellPatternTest {
  @Test
  void starMatchesAnything() {
    assertThat(new ShellPattern("test_*.py").matches("test_.py")).isTrue();
    assertThat(new ShellPattern("test_*.py").matches("a_test_b.py")).isFalse();
  }

  @Test
  void questionMarkMatchesOneCharacter() {
    assertThat(new ShellPattern("a?").matches("ab")).isTrue();
    assertThat(new ShellPattern("a?").matches("a")).isFalse();
  }

  @Test
  void setMatchesItsMembers() {
    assertThat(new ShellPattern("[a-c]").matches("b")).isTrue();
    assertThat(new ShellPattern("[!a-c]").matches("b")).isFalse();
    assertThat(new ShellPattern("[]]").matches("]")).isTrue();
    assertThat(new ShellPattern("[^a]").matches("^")).isTrue();
  }

  @Test
  void otherCharactersMatchThemselves() {
    assertThat(new ShellPattern("{arch}").matches("{arch}")).isTrue();
    assertThat(new ShellPattern("a.b").matches("axb")).isFalse();
    assertThat(new ShellPattern("[a").matches("[a")).isTrue();
  }

  @Test
  void emptyRangeMatchesNothing() {
    assertThat(new ShellPattern("[z-a]").matches("z")).isFalse();
  }

  @Test
  void patternWithASlashIsComparedWithTheEndOfThePath() {
    assertThat(new ShellPattern("tests/data").matchesPath("pkg/tests/data")).isTrue();
    assertThat(new ShellPattern("data").matchesPath("pkg/tests/data")).isTrue();
    assertThat(new ShellPattern("tests").matchesPath("pkg/tests/data")).isFalse();
  }

  @Test
  void setThatIsNegatedHoldsAllButItsMembers() {
    assertThat(new ShellPattern("[!z-a]").matches("b")).isTrue();
    assertThat(new ShellPattern("x[!a]").matches("xa")).isFalse();
    assertThat(new ShellPattern("[a-]").matches("-")).isTrue();
  }

  @Test
  void patternOfManyStarsIsComparedInTime() {
    ShellPattern pattern = new ShellPattern("*a".repeat(30) + "b");
    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> pattern.matches("a".repeat(200))))
        .isFalse();
  }

  @Test
  void patternOfManyBracketsIsReadInTime() {
    String brackets = "[".repeat(200_000);
    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> new ShellPattern(brackets).matches(brackets)))
        .isTrue();
  }
}
