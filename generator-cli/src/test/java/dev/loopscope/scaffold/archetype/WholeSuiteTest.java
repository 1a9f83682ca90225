package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.AddedKind;
import dev.loopscope.scaffold.answers.AddedQuestions;
import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.template.RenderedFile;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.StoreKind;
import dev.loopscope.scaffold.template.TemplateCatalog;
import dev.loopscope.scaffold.template.TemplateModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.velocity.VelocityContext;

/** A whole suite, through the archetypes' engine in the order in which the plugin makes it. */
class WholeSuiteTest {
  private static final Renderer RENDERER = new Renderer();

  private static final String RESOURCES = "archetype-resources/";

  private final ArchetypeEngine engine = new ArchetypeEngine();

  @Property(tries = 60)
  void bothEnginesWriteTheSameSuite(@ForAll("answers") Answers answers) {
    assertThat(throughTheArchetype(answers)).isEqualTo(rendered(answers));
  }

  @Property(tries = 20)
  void bothEnginesWriteTheSameSuiteWhenMoreIsAsked(@ForAll("more") Answers answers) {
    assertThat(throughTheArchetype(answers)).isEqualTo(rendered(answers));
  }

  @Property(tries = 10)
  void bothEnginesWriteTheSameSuiteWithAnotherKindOfResource(@ForAll("stores") Answers answers) {
    assertThat(throughTheArchetype(answers))
        .isEqualTo(rendered(answers))
        .containsKey("tests/resources/store.py")
        .doesNotContainKey("tests/test_entries.py");
  }

  private static Map<String, String> rendered(Answers answers) {
    Map<String, String> files = new LinkedHashMap<>();
    for (RenderedFile file : RENDERER.render(answers).files()) {
      files.put(file.path(), file.text());
    }
    return files;
  }

  private Map<String, String> throughTheArchetype(Answers answers) {
    ArchetypeProperties properties =
        new ArchetypeProperties(answers.archetype(), answers.questions());
    Map<String, String> templates = new LinkedHashMap<>();
    for (RenderedFile file : ArchetypeResources.of(properties).files()) {
      templates.put(file.path(), file.text());
    }
    TemplateModel model = TemplateModel.of(answers);
    VelocityContext shared = ArchetypeEngine.context(properties.values(answers));
    Map<String, String> files = new LinkedHashMap<>();
    // The plugin makes the pom first, and every file after it in the same context.
    String pom = engine.merge(text(templates, ArchetypeResources.POM), shared);
    for (TemplateCatalog.Entry entry : properties.templates()) {
      if (entry.appliesTo(model)) {
        files.put(
            entry.target(answers.packageName()),
            entry.target().equals(ArchetypeResources.POM)
                ? pom
                : engine.merge(text(templates, ArchetypeResources.path(entry)), shared));
      }
    }
    return files;
  }

  private static String text(Map<String, String> templates, String path) {
    return Optional.ofNullable(templates.get(RESOURCES + path)).orElseThrow();
  }

  @Provide
  Arbitrary<Answers> answers() {
    return RandomAnswers.to(Questions.ALL);
  }

  @Provide
  Arbitrary<Answers> stores() {
    return RandomAnswers.to(AddedKind.questions(StoreKind.KIND))
        .filter(answers -> answers.resources().get(0).kind().equals(StoreKind.KIND));
  }

  @Provide
  Arbitrary<Answers> more() {
    return RandomAnswers.to(AddedQuestions.ALL);
  }
}
