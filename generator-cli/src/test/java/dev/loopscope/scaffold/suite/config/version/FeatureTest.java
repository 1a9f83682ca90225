package dev.loopscope.scaffold.suite.config.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of what versions know against releases, pages and the code that reads it. */
class FeatureTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("project.basedir", ""), "src/main/java/dev/loopscope/scaffold")
          .toAbsolutePath();
  private static final Pattern VERSION_IN_TEXT =
      Pattern.compile("\"[^\"\\n]*(?<![\\w.])\\d+\\.\\d+(?![\\w.])[^\"\\n]*\"");

  /** They list releases, say with which one something was observed, or name a format. */
  private static final Set<String> OTHER_VERSIONS =
      Set.of("Feature.java", "KnownReleases.java", "LoopCatalogue.java", "SarifReport.java");

  @Test
  void noOtherClassOfTheCheckWritesAVersion() throws IOException {
    List<String> found = new ArrayList<>();
    for (String part : List.of("suite", "check")) {
      try (Stream<Path> files = Files.walk(SOURCES.resolve(part))) {
        for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
          if (!OTHER_VERSIONS.contains(file.getFileName().toString())) {
            found.addAll(versionsIn(file));
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<String> versionsIn(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/**"))
        .filter(line -> VERSION_IN_TEXT.matcher(line).find())
        .map(line -> file.getFileName() + ": " + line.strip())
        .toList();
  }

  @Test
  void aVersionInATextIsSeen() {
    assertThat("\"require pytest-asyncio 0.24 or later\"").containsPattern(VERSION_IN_TEXT);
    assertThat("\">=0.23,<1.0\"").containsPattern(VERSION_IN_TEXT);
  }

  @Test
  void theVersionsOfTheTableWereReleased() {
    for (Feature feature : Feature.values()) {
      if (KnownReleases.newest(feature.distribution(), VersionRange.all()).isPresent()) {
        assertThat(isReleased(feature, feature.since())).as(feature.name()).isTrue();
        assertThat(feature.until().isEmpty() || isReleased(feature, feature.until()))
            .as(feature.name())
            .isTrue();
      }
    }
  }

  private static boolean isReleased(Feature feature, String version) {
    return KnownReleases.mayHold(feature.distribution(), VersionRange.of("==" + version));
  }

  @Test
  void eachFeatureEndsAfterItStarts() {
    for (Feature feature : EnumSet.allOf(Feature.class)) {
      Version first = Version.of(feature.since());
      assertThat(feature.isIn(first)).as(feature.name()).isTrue();
      assertThat(feature.range().contains(first)).as(feature.name()).isTrue();
      assertThat(feature.before().contains(first)).as(feature.name()).isFalse();
      if (!feature.until().isEmpty()) {
        assertThat(feature.isIn(Version.of(feature.until()))).as(feature.name()).isFalse();
        assertThat(feature.range().contains(Version.of(feature.until()))).isFalse();
      }
    }
  }

  @Test
  void aPreReleaseOfTheFirstVersionHasTheFeature() {
    assertThat(Feature.LOOP_SCOPE.isIn(Version.of("0.24.0a1"))).isTrue();
    assertThat(Feature.LOOP_SCOPE.isIn(Version.of("0.23.8"))).isFalse();
  }

  @Test
  void thePageThatIsTheSourceSpeaksOfTheVersion() throws IOException {
    int pages = 0;
    for (Feature feature : Feature.values()) {
      if (feature.source().matches("LS\\d{3}")) {
        String page = page(feature.source());
        String major = feature.since().replaceFirst("\\.0$", "");
        assertThat(
                page.contains(" " + major)
                    || page.contains(feature.since())
                    || (!feature.until().isEmpty() && page.contains(feature.until())))
            .as(feature + " in " + feature.source())
            .isTrue();
        pages++;
      } else {
        assertThat(feature.source()).contains(feature.since());
      }
    }
    assertThat(pages).isGreaterThan(25);
  }

  private static String page(String id) throws IOException {
    String name = "/dev/loopscope/scaffold/check/rules/" + id + ".md";
    try (InputStream in = Feature.class.getResourceAsStream(name)) {
      return new String(
          Optional.ofNullable(in).orElseThrow(() -> new IOException(name)).readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }
}
