package dev.loopscope.scaffold.suite.config.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
  @Test
  void versionsAreOrderedAsPep440OrdersThem() {
    List<String> inOrder =
        List.of(
            "1.0.dev456",
            "1.0a1",
            "1.0a2.dev456",
            "1.0a12.dev456",
            "1.0a12",
            "1.0b1.dev456",
            "1.0b2",
            "1.0b2.post345.dev456",
            "1.0b2.post345",
            "1.0rc1.dev456",
            "1.0rc1",
            "1.0",
            "1.0.post456.dev34",
            "1.0.post456",
            "1.0.15",
            "1.1.dev1",
            "1!0.5");
    assertThat(inOrder.stream().map(Version::of).sorted().map(Version::toString))
        .containsExactlyElementsOf(inOrder);
  }

  @Test
  void trailingZerosMakeNoOtherVersion() {
    assertThat(Version.of("1.0.0")).isEqualTo(Version.of("1")).hasSameHashCodeAs(Version.of("1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "latest", "1..2", "1.0-", "99999999999"})
  void whatPep440DoesNotKnowIsNoVersion(String text) {
    assertThat(Version.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">=0.24,<1 | 0.24.0 | true",
        ">=0.24,<1 | 0.23.8 | false",
        ">=0.24,<1 | 1.0 | false",
        "<1 | 1.0a1 | false",
        ">0.23.8 | 0.23.8 | false",
        "<=0.26 | 0.26.0 | true",
        "~=0.23.5 | 0.23.8 | true",
        "~=0.23.5 | 0.24.0 | false",
        "~=1.2 | 1.9 | true",
        "~=1.2 | 2.0 | false",
        "==0.23.* | 0.23.8 | true",
        "==0.23.* | 0.24.0 | false",
        "!=0.23.*,>=0.21 | 0.23.4 | false",
        "!=0.23.*,>=0.21 | 0.26.0 | true",
        "==1.4.1 | 1.4.1.post1 | false",
        "'' | 0.1 | true"
      })
  void specifiersLetThroughWhatPipInstalls(String specifiers, String version, boolean allowed) {
    assertThat(VersionRange.of(specifiers).contains(Version.of(version))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {">=", "1.0", ">=1.0 or <2", "^1.0", ">=a"})
  void whatIsNoSpecifierIsNoRange(String text) {
    assertThat(VersionRange.parse(text)).isEmpty();
  }

  @Test
  void unionClosesGapsAndKeepsOthers() {
    VersionRange joined = VersionRange.of("<0.23").union(VersionRange.of(">=1.0,<2"));
    assertThat(joined).hasToString("<0.23 or >=1.0,<2");
    assertThat(joined.union(VersionRange.of(">=0.21,<1.0"))).hasToString("<2");
  }

  @Test
  void exclusionLeavesAGap() {
    assertThat(VersionRange.of(">=0.21,!=0.22")).hasToString(">=0.21,<0.22 or >0.22");
  }

  @Test
  void rangeWithoutEndsHasNoFloor() {
    assertThat(VersionRange.of("<1").floor()).isEmpty();
    assertThat(VersionRange.of(">=0.24,<1").floor()).contains(Version.of("0.24"));
  }

  @Test
  void everyVersionIsAllowedOfWhatIsNotStated() {
    Allowed allowed = Allowed.any("pytest-asyncio");
    assertThat(allowed.overlap(VersionRange.of(">=1.0"))).isEqualTo(Overlap.SOME);
    assertThat(allowed.expects(VersionRange.of(">=1.5"))).isTrue();
  }

  @Test
  void gapBetweenTwoReleasesHoldsNoVersion() {
    Allowed allowed = stated(">0.23.8");
    assertThat(allowed.overlap(VersionRange.of("<0.24"))).isEqualTo(Overlap.NONE);
    assertThat(allowed.overlap(VersionRange.of(">=0.24"))).isEqualTo(Overlap.ALL);
  }

  @Test
  void freshInstallGetsTheNewestReleaseThatIsAllowed() {
    assertThat(stated(">=0.21,<1").expected()).contains(Version.of("0.26.0"));
    assertThat(stated(">=77").expected()).contains(Version.of("77"));
  }

  @Test
  void lockedVersionIsTheExpectedOneOfThoseAllowed() {
    Allowed locked =
        new Allowed(
            "pytest-asyncio",
            true,
            VersionRange.of(">=0.21"),
            Optional.of(Version.of("0.23.8")),
            List.of());
    assertThat(locked.expects(VersionRange.of("<0.24"))).isTrue();
    assertThat(locked.overlap(VersionRange.of("<0.24"))).isEqualTo(Overlap.SOME);
    assertThat(locked.expected()).contains(Version.of("0.23.8"));
  }

  private static Allowed stated(String specifiers) {
    return new Allowed(
        "pytest-asyncio", true, VersionRange.of(specifiers), Optional.empty(), List.of());
  }
}
