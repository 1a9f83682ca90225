package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backends;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntegrationProjectsTest {
  private static final List<Map<String, String>> EXPLICIT_SCOPE =
      IntegrationProjects.combinations(ArchetypeProperties.of(Archetype.EXPLICIT_SCOPE));
  private static final List<Map<String, String>> MULTIBACKEND =
      IntegrationProjects.combinations(ArchetypeProperties.of(Archetype.MULTIBACKEND));

  @ParameterizedTest
  @EnumSource(Archetype.class)
  void everyNameMeetsEveryPython(Archetype archetype) {
    assertThat(values(archetype, "artifactId")).hasSize(6);
    assertThat(values(archetype, "python")).hasSize(6);
    assertThat(pairs(archetype, "artifactId", "python")).hasSize(6 * 6);
  }

  @ParameterizedTest
  @EnumSource(Archetype.class)
  void everyNameMeetsBothFormsOfThePackage(Archetype archetype) {
    assertThat(values(archetype, "package"))
        .containsExactlyInAnyOrder("from-artifactId", "chosen_name");
    assertThat(pairs(archetype, "artifactId", "package")).hasSize(6 * 2);
  }

  @ParameterizedTest
  @EnumSource(Archetype.class)
  void everyValueOfAPropertyMeetsEveryValueOfEveryOther(Archetype archetype) {
    List<String> keys =
        ArchetypeProperties.of(archetype).inOrder().stream()
            .filter(property -> !property.question().hangsOn(Questions.RESOURCE))
            .map(ArchetypeProperty::key)
            .toList();
    for (String one : keys) {
      assertThat(values(archetype, one))
          .as(one)
          .hasSizeGreaterThan(one.equals("resourceKind") ? ResourceKind.ALL.size() - 1 : 1);
      for (String other : keys.subList(keys.indexOf(one) + 1, keys.size())) {
        if (one.equals("loopScope") && other.equals("resourceScope")) {
          // Each with its own, `loop`, and what is narrower: 2 + 3 + 4 + 5.
          assertThat(pairs(archetype, one, other)).hasSize(14);
          continue;
        }
        if (one.equals("backends") && other.equals("resourceKind")) {
          assertThat(pairs(archetype, one, other)).hasSize(runnable(values(archetype, one)));
          continue;
        }
        assertThat(pairs(archetype, one, other))
            .as("%s and %s", one, other)
            .hasSize(values(archetype, one).size() * values(archetype, other).size());
      }
    }
  }

  /** How many kinds run on each of these lists of backends, together. */
  private static int runnable(Set<String> backends) {
    int pairs = 0;
    for (String list : backends) {
      for (ResourceKind kind : ResourceKind.ALL) {
        if (Backends.parse(list).inOrder().stream().allMatch(kind.limit()::allows)) {
          pairs++;
        }
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @EnumSource(Archetype.class)
  void clientOfPostgresComesWithThatKindOnly(Archetype archetype) {
    assertThat(pairs(archetype, "resourceKind", "postgres"))
        .filteredOn(pair -> pair.getKey().equals("postgres"))
        .extracting(Map.Entry::getValue)
        .containsExactlyInAnyOrder("asyncpg", "psycopg", "sqlalchemy");
    assertThat(pairs(archetype, "resourceKind", "postgres"))
        .filteredOn(pair -> !pair.getKey().equals("postgres"))
        .allMatch(pair -> !pair.getValue().equals("sqlalchemy"));
  }

  @ParameterizedTest
  @EnumSource(Archetype.class)
  void answerThatIsForOneKindComesWithThatKindOnly(Archetype archetype) {
    assertThat(pairs(archetype, "resourceKind", "app"))
        .filteredOn(pair -> !pair.getKey().equals("http"))
        .allMatch(pair -> pair.getValue().isEmpty());
    assertThat(pairs(archetype, "resourceKind", "app"))
        .filteredOn(pair -> pair.getKey().equals("http"))
        .extracting(Map.Entry::getValue)
        .containsExactlyInAnyOrder(".support.app:app", "shop.main:app", "shop:make_shop()");
  }

  @ParameterizedTest
  @EnumSource(Archetype.class)
  void commandComesWithAServerOfItsOwnOnly(Archetype archetype) {
    assertThat(pairs(archetype, "resourceKind", "command"))
        .filteredOn(pair -> !pair.getKey().equals("subprocess"))
        .allMatch(pair -> pair.getValue().isEmpty());
    assertThat(pairs(archetype, "resourceKind", "command"))
        .filteredOn(pair -> pair.getKey().equals("subprocess"))
        .extracting(Map.Entry::getValue)
        .contains("python -m shop --port {port}")
        .hasSize(4);
  }

  @Test
  void projectsAreTheSameEveryTime() {
    assertThat(IntegrationProjects.combinations(ArchetypeProperties.of(Archetype.EXPLICIT_SCOPE)))
        .isEqualTo(EXPLICIT_SCOPE)
        .hasSize(2 * 96);
    assertThat(MULTIBACKEND).hasSize(360);
  }

  private static List<Map<String, String>> combinations(Archetype archetype) {
    return archetype == Archetype.MULTIBACKEND ? MULTIBACKEND : EXPLICIT_SCOPE;
  }

  private static Set<String> values(Archetype archetype, String key) {
    return combinations(archetype).stream()
        .map(it -> it.getOrDefault(key, ""))
        .collect(Collectors.toSet());
  }

  private static Set<Map.Entry<String, String>> pairs(
      Archetype archetype, String one, String other) {
    return combinations(archetype).stream()
        .map(it -> Map.entry(it.getOrDefault(one, ""), it.getOrDefault(other, "")))
        .collect(Collectors.toSet());
  }
}
