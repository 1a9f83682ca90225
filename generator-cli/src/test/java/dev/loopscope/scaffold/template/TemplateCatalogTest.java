package dev.loopscope.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.template.dialect.DialectParser;
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
          .filteredOn(template -> !template.equals(TemplateCatalog.ANSWERS))
          .containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void templateIsNamedAsTheFileItMakesWithoutLeadingFullStops() {
    assertThat(TemplateCatalog.all())
        .allSatisfy(
            entry ->
                assertThat(
                        entry
                            .template()
                            .replaceFirst("^resources/[a-z]+/", "")
                            .replaceFirst("^(common|explicit-scope|multibackend)/", ""))
                    .isEqualTo(
                        entry.target().replaceFirst("^[.]", "").replace("${package}", "package")));
  }

  @Test
  void eachArchetypeHasFilesOfItsOwnTheCommonOnesAndThoseOfItsResources() {
    assertThat(Archetype.ALL)
        .allSatisfy(
            archetype ->
                assertThat(TemplateCatalog.entries(archetype, ResourceKind.ALL))
                    .extracting(
                        entry -> entry.template().substring(0, entry.template().indexOf('/')))
                    .containsOnly("common", archetype.word(), "resources"));
  }

  @Test
  void noSuiteHasAFileOfTheOtherArchetype() {
    assertThat(TemplateCatalog.entries(Archetype.EXPLICIT_SCOPE, ResourceKind.ALL))
        .extracting(TemplateCatalog.Entry::template)
        .contains("resources/echo/explicit-scope/tests/resources/line_service.py")
        .noneMatch(template -> template.contains("multibackend"));
  }

  @Test
  void everyTemplateIsOfTheDialect() {
    assertThat(TemplateCatalog.all())
        .allSatisfy(
            entry ->
                assertThatCode(
                        () ->
                            DialectParser.parse(
                                entry.template(),
                                Renderer.read(entry.template(), Questions.ALL),
                                TemplateNames.all()))
                    .doesNotThrowAnyException());
  }

  /**
   * What a resource brings is called by its fields there, or the next kind would find our names.
   */
  @Test
  void onlyTheTemplatesOfAKindKnowItsNames() {
    assertThat(TemplateCatalog.all())
        .filteredOn(entry -> !entry.template().startsWith("resources/"))
        .allSatisfy(
            entry ->
                assertThat(Renderer.read(entry.template(), Questions.ALL))
                    .as(entry.template())
                    .doesNotContain("LineClient", "line_service", "LineService", "line service")
                    .doesNotContain("open_client", "try_client"));
  }
}
