package dev.loopscope.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Archetype;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateCatalogTest {
  private static final Path TEMPLATES = Path.of("src/main/templates");

  @Test
  void catalogListsExactlyWhatIsInTheFolder() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      List<String> there =
          files
              .filter(Files::isRegularFile)
              .map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/'))
              .toList();
      assertThat(TemplateCatalog.all())
          .extracting(TemplateCatalog.Entry::template)
          .containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void templateIsNamedAsTheFileItMakesWithoutLeadingFullStops() {
    assertThat(TemplateCatalog.all())
        .allSatisfy(
            entry ->
                assertThat(entry.template().replaceFirst("^[^/]+/", ""))
                    .isEqualTo(
                        entry.target().replaceFirst("^[.]", "").replace("${package}", "package")));
  }

  @Test
  void eachArchetypeHasFilesOfItsOwnAndTheCommonOnes() {
    assertThat(Archetype.ALL)
        .allSatisfy(
            archetype ->
                assertThat(TemplateCatalog.entries(archetype))
                    .extracting(
                        entry -> entry.template().substring(0, entry.template().indexOf('/')))
                    .containsOnly("common", archetype.word()));
  }
}
