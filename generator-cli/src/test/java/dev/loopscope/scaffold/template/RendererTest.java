package dev.loopscope.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnyAnswers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ResourceName;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendererTest {
  @Property
  void everyLegalAnswerRendersToCleanText(@ForAll("answers") Answers answers) {
    FileTree tree = new Renderer().render(answers);
    assertThat(tree.files())
        .allSatisfy(
            file -> {
              assertThat(file.text())
                  .doesNotContain("\r", "<#", "</#", "\t")
                  .doesNotMatch("(?s).* \n.*");
              assertThat(file.text()).matches(text -> text.isEmpty() || text.endsWith("\n"));
              assertThat(file.text()).doesNotStartWith("\n").doesNotEndWith("\n\n");
            });
  }

  @Property(tries = 20)
  void renderingIsAFunctionOfTheAnswersAlone(@ForAll("answers") Answers answers) {
    Locale before = Locale.getDefault();
    FileTree here = new Renderer().render(answers);
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(new Renderer().render(answers)).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "github, .github/workflows/tests.yml, image: postgres:18, cache: pip",
    "gitlab, .gitlab-ci.yml, name: postgres:18, .cache/pip"
  })
  void workflowsStartTheServersRunEachPythonAndKeepWhatPipHasDownloaded(
      String service, String file, String server, String kept) {
    Map<String, String> given =
        Map.of("name", "demo", "ci", service, "resource", "db:postgres", "python", "3.13");
    String workflow =
        new Renderer()
            .render(Answers.complete(Questions.ALL, given))
            .file(file)
            .orElseThrow()
            .text();
    assertThat(workflow)
        .contains(server, kept, "DATABASE_URL: postgresql://postgres:postgres@")
        .contains("- \"3.13\"", "- \"3.14\"")
        .doesNotContain("3.12", "redis");
  }

  @Test
  void everyOtherNameInTheSuitesIsRefusedAsAResource() {
    Set<String> found = new TreeSet<>();
    for (Archetype archetype : Archetype.ALL) {
      String backends =
          archetype == Archetype.MULTIBACKEND ? "asyncio,trio,uvloop" : "asyncio,uvloop";
      for (String asked : Set.of("asyncio", "uvloop", backends)) {
        for (LoopScope scope : LoopScope.ALL) {
          addIdentifiers(found, suite(archetype, asked, scope));
        }
      }
    }
    found.removeAll(Set.of("client", "shared_client"));
    assertThat(found).contains("openings", "pytest").hasSizeGreaterThan(100);
    assertThat(found.stream().filter(RendererTest::isFreeForAResource)).isEmpty();
  }

  private static void addIdentifiers(Set<String> found, Answers answers) {
    for (RenderedFile file : new Renderer().render(answers).files()) {
      if (file.path().endsWith(".py")) {
        found.addAll(PythonCode.names(file.text()));
      }
    }
  }

  private static boolean isFreeForAResource(String name) {
    try {
      return new ResourceName(name).text().equals(name);
    } catch (RefusalException e) {
      return false;
    }
  }

  private static Answers suite(Archetype archetype, String backends, LoopScope scope) {
    return Answers.complete(
        Questions.ALL,
        Map.of(
            "name",
            "x",
            "archetype",
            archetype.word(),
            "backends",
            backends,
            "loop-scope",
            scope.word(),
            "hypothesis",
            "true"));
  }

  @Provide
  Arbitrary<Answers> answers() {
    return AnyAnswers.any();
  }
}
