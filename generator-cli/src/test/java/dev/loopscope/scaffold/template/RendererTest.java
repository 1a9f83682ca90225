package dev.loopscope.scaffold.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Archetype;
import dev.loopscope.scaffold.answers.Backends;
import dev.loopscope.scaffold.answers.Ci;
import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.DistributionName;
import dev.loopscope.scaffold.answers.ImportName;
import dev.loopscope.scaffold.answers.LoopScope;
import dev.loopscope.scaffold.answers.MavenCoordinates;
import dev.loopscope.scaffold.answers.PythonFloor;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ResourceName;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

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
    found.remove("client");
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
    return new Answers(
        new DistributionName("x"),
        new ImportName("x"),
        archetype,
        Questions.BACKENDS.parse(backends),
        scope,
        new ResourceName("client"),
        PythonFloor.PYTHON_3_10,
        true,
        Ci.NONE,
        Optional.empty());
  }

  @Provide
  Arbitrary<Answers> answers() {
    Arbitrary<Archetype> archetypes = Arbitraries.of(Archetype.ALL);
    return archetypes.flatMap(
        archetype ->
            Combinators.combine(
                    names(),
                    Arbitraries.of(Concerns.of(archetype).backends())
                        .list()
                        .uniqueElements()
                        .ofMinSize(1),
                    Arbitraries.of(LoopScope.ALL),
                    Arbitraries.of("client", "_x", "A9_", "c".repeat(24)),
                    Arbitraries.of(PythonFloor.ALL),
                    Arbitraries.of(true, false),
                    Arbitraries.of(Ci.ALL),
                    Arbitraries.of(new MavenCoordinates("com.example", "1.0-SNAPSHOT")).optional())
                .as(
                    (name, backends, scope, resource, python, hypothesis, ci, maven) ->
                        new Answers(
                            name,
                            name.importName(),
                            archetype,
                            new Backends(backends),
                            scope,
                            new ResourceName(resource),
                            python,
                            hypothesis,
                            ci,
                            maven)));
  }

  private static Arbitrary<DistributionName> names() {
    return Arbitraries.of("a", "Z", "9", "-", "_", ".", "suite", "0x")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(parts -> "q" + String.join("", parts) + "1")
        .map(DistributionName::new);
  }
}
