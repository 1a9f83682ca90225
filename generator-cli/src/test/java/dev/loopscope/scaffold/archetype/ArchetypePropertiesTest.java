package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.value.Archetype;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchetypePropertiesTest {
  @ParameterizedTest
  @EnumSource(Archetype.class)
  void resourceOfTwentyFiveLettersIsAskedAgainAndRefused(Archetype archetype) {
    ArchetypeProperty resource = resource(archetype);
    assertThat("abcdefghijklmnopqrstuvwxy")
        .doesNotMatch(resource.asked().shape())
        .doesNotMatch(resource.asked().regex());
  }

  @ParameterizedTest
  @EnumSource(Archetype.class)
  void resourceOfTwentyFourLettersIsTaken(Archetype archetype) {
    ArchetypeProperty resource = resource(archetype);
    assertThat("abcdefghijklmnopqrstuvwx")
        .matches(resource.asked().shape())
        .matches(resource.asked().regex());
  }

  @ParameterizedTest
  @EnumSource(Archetype.class)
  void promptForTheNameListsNoNamesThatAreTaken(Archetype archetype) {
    ArchetypeProperty name =
        ArchetypeProperties.of(archetype).inOrder().stream()
            .filter(property -> property.key().equals("artifactId"))
            .findFirst()
            .orElseThrow();
    assertThat(name.asked().shape()).isEqualTo("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9])?");
    assertThat("pytest").matches(name.asked().shape()).doesNotMatch(name.asked().regex());
  }

  private static ArchetypeProperty resource(Archetype archetype) {
    return ArchetypeProperties.of(archetype).inOrder().stream()
        .filter(property -> property.key().equals("resource"))
        .findFirst()
        .orElseThrow();
  }
}
