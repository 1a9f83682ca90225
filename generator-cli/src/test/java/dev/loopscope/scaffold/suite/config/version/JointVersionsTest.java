package dev.loopscope.scaffold.suite.config.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JointVersionsTest {
  @Test
  void upperLimitOnPytestRulesOutThePluginsThatNeedANewerOne() {
    PluginVersions versions = stated("pytest<8", "pytest-asyncio>=0.21");
    assertThat(versions.pytestAsyncio().overlap(VersionRange.of(">=1.0"))).isEqualTo(Overlap.NONE);
    assertThat(versions.pytestAsyncio().expected()).contains(Version.of("0.23.8"));
    assertThat(versions.pytestAsyncio().range()).hasToString(">=0.21");
  }

  @Test
  void pinOfAPluginSaysWhichPytestAFreshInstallGets() {
    PluginVersions versions = stated("pytest-asyncio==0.24.0");
    assertThat(versions.pytest().expected()).contains(Version.of("8.4.2"));
    assertThat(versions.pytest().stated()).isFalse();
    assertThat(versions.of("pytest")).isEmpty();
    assertThat(versions.pytest().overlap(VersionRange.of(">=9"))).isEqualTo(Overlap.NONE);
  }

  @Test
  void pythonRulesOutReleasesThatDoNotRunOnIt() {
    PluginVersions versions = stated("python<3.9", "pytest-asyncio>=0.21", "pytest>=7");
    assertThat(versions.pytestAsyncio().expected()).contains(Version.of("0.24.0"));
    assertThat(versions.pytest().expected()).contains(Version.of("8.3.5"));
  }

  @Test
  void floorOfThePythonsLeavesTheNewestRelease() {
    PluginVersions versions = stated("python>=3.8", "pytest-asyncio>=0.21");
    assertThat(versions.pytestAsyncio().expected()).contains(Version.of("1.5.0"));
  }

  @Test
  void pluginThatAnotherOneBringsIsLimitedByIt() {
    PluginVersions versions = stated("pytest-aiohttp>=1.0", "pytest<8");
    assertThat(versions.pytestAsyncio().expected()).contains(Version.of("0.23.8"));
    assertThat(versions.of("pytest-asyncio")).isEmpty();
  }

  @Test
  void limitOfAPluginLowersPytestBeforeThePlugin() {
    PluginVersions versions = stated("pytest-asyncio>=0.21,<1.3", "pytest");
    assertThat(versions.pytestAsyncio().expected()).contains(Version.of("1.2.0"));
    assertThat(versions.pytest().expected()).contains(Version.of("8.4.2"));
    // With 0.21 a newer one can be installed.
    assertThat(versions.pytest().overlap(VersionRange.of(">=9"))).isEqualTo(Overlap.SOME);
  }

  @Test
  void whatContradictsItselfStaysAsStated() {
    PluginVersions versions = stated("pytest<7", "pytest-asyncio>=1.3");
    assertThat(versions.pytest().overlap(VersionRange.of("<7"))).isEqualTo(Overlap.ALL);
    assertThat(versions.pytestAsyncio().expected()).contains(Version.of("1.5.0"));
  }

  @Test
  void whatIsNotYetReleasedIsNoEasierToInstallThanTheNewest() {
    PluginVersions versions = stated("pytest<8.4", "pytest-asyncio>=0.26");
    assertThat(versions.pytestAsyncio().overlap(VersionRange.of(">=1.4"))).isEqualTo(Overlap.NONE);
  }

  @Test
  void everyReleaseOfTheTableGoesIntoSomeInstall() {
    for (String distribution : KnownReleases.distributions()) {
      for (Release release : KnownReleases.releases(distribution)) {
        assertThat(release.pythons().isEmpty()).as(distribution + release.version()).isFalse();
        release
            .requires()
            .forEach(
                (name, range) ->
                    assertThat(KnownReleases.mayHold(name, range))
                        .as(distribution + " " + release.version() + ": " + name)
                        .isTrue());
      }
    }
  }

  @Test
  void releasesOfTheTableAreInOrder() {
    for (String distribution : KnownReleases.distributions()) {
      assertThat(KnownReleases.versions(distribution))
          .as(distribution)
          .isSorted()
          .doesNotHaveDuplicates()
          .hasSizeGreaterThan(5);
    }
  }

  private static PluginVersions stated(String... requirements) {
    TreeMap<String, Allowed> stated = new TreeMap<>();
    for (String text : requirements) {
      Requirement requirement = Requirement.parse(text).orElseThrow();
      VersionRange range = requirement.range().orElseThrow();
      stated.put(
          requirement.distribution(),
          new Allowed(requirement.distribution(), true, range, range.only(), List.of()));
    }
    return PluginVersions.of(stated, AskedVersions.NONE, new VersionSolver(), List.of());
  }
}
