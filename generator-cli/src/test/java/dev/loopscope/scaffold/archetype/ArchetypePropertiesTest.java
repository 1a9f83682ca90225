package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Archetype;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchetypePropertiesTest {
  @ParameterizedTest
  @EnumSource(Archetype.class)
  void resourceOfTwentyFiveLettersIsAskedAgainAndRefused(Archetype archetype) {
    ArchetypeProperty resource = resource(archetype);
    assertThat("abcdefghijklmnopqrstuvwxy")
        .doesNotMatch(resource.shape())
        .doesNotMatch(resource.regex());
  }

  @ParameterizedTest
  @EnumSource(Archetype.class)
  void resourceOfTwentyFourLettersIsTaken(Archetype archetype) {
    ArchetypeProperty resource = resource(archetype);
    assertThat("abcdefghijklmnopqrstuvwx").matches(resource.shape()).matches(resource.regex());
  }

  private static ArchetypeProperty resource(Archetype archetype) {
    return ArchetypeProperties.of(archetype).stream()
        .filter(property -> property.key().equals("resource"))
        .findFirst()
        .orElseThrow();
  }
}
