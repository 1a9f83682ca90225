package dev.loopscope.scaffold.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GlobTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Test
  void wildcardsThatFollowEachOtherTakeNoMoreThanTheirNumber() {
    Glob.Builder glob = Glob.builder();
    for (int i = 0; i < 1_000; i++) {
      glob.anything().literal('a');
    }
    Glob pattern = glob.build();
    assertThat(assertTimeoutPreemptively(LIMIT, () -> pattern.matches("a".repeat(1_000)))).isTrue();
    assertThat(assertTimeoutPreemptively(LIMIT, () -> pattern.matches("a".repeat(3_000) + "b")))
        .isFalse();
  }

  @Test
  void directoriesMayBeNone() {
    Glob pattern = Glob.builder().directories().literal('a').build();
    assertThat(pattern.matches("a")).isTrue();
    assertThat(pattern.matches("x/y/a")).isTrue();
    assertThat(pattern.matches("xa")).isFalse();
  }

  @Test
  void whatIsBelowIsBehindASlash() {
    Glob pattern = Glob.builder().literal('a').andBelow().build();
    assertThat(pattern.matches("a")).isTrue();
    assertThat(pattern.matches("a/")).isTrue();
    assertThat(pattern.matches("a/b/c")).isTrue();
    assertThat(pattern.matches("ab")).isFalse();
  }

  @Test
  void oneCharacterMayBeTwoOfJavas() {
    Glob pattern = Glob.builder().one(c -> c != '/').build();
    assertThat(pattern.matches("\uD83D\uDC0D")).isTrue();
    assertThat(pattern.matches("ab")).isFalse();
  }

  @Test
  void emptyPatternMatchesTheEmptyText() {
    assertThat(Glob.builder().build().matches("")).isTrue();
    assertThat(Glob.builder().build().matches("a")).isFalse();
  }
}
