package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The integration tests of the plugin pass, and in silence, when there are none. */
class EveryCombinationIT {
  @ParameterizedTest
  @CsvSource({
    // orders of backends x loop scopes x hypothesis x ci, and the two committed ones; each
    // combination of explicit-scope twice
    "archetype-explicit-scope, 194",
    "archetype-multibackend, 362"
  })
  void everyCombinationWasGeneratedAndHasAReference(String archetype, int projects)
      throws IOException {
    List<Path> found;
    try (Stream<Path> children =
        Files.list(Path.of("..", archetype, "target/test-classes/projects"))) {
      found = children.toList();
    }
    assertThat(found)
        .hasSize(projects)
        .allSatisfy(
            project -> {
              assertThat(project.resolve("goal.txt")).exists();
              assertThat(project.resolve("reference/pom.xml")).exists();
              assertThat(project.resolve("project")).isNotEmptyDirectory();
            });
  }
}
