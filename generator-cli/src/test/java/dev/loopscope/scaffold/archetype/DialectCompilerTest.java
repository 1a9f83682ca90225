package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.TemplateModel;
import dev.loopscope.scaffold.template.TemplateNames;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.velocity.VelocityContext;

class DialectCompilerTest {
  private final Renderer renderer = new Renderer();
  private final ArchetypeEngine engine = new ArchetypeEngine();

  @Property(tries = 1000)
  void velocityAndTheRendererWriteTheSameBytes(
      @ForAll("templates") String template, @ForAll("answers") Answers answers) {
    assertThat(throughTheArchetype(template, answers))
        .isEqualTo(renderer.render("template", template, TemplateModel.of(answers)));
  }

  @Property(tries = 200)
  void theImportNameFollowsFromTheArtifactIdAsInTheCommand(@ForAll("answers") Answers any) {
    Answers answers = any.with(Questions.PACKAGE, any.name().importName());
    Map<String, String> properties = new LinkedHashMap<>(properties(answers));
    properties.put("package", "from-artifactId");
    String velocity = compiled("${package}", answers);
    assertThat(engine.merge(velocity, ArchetypeEngine.context(properties)))
        .isEqualTo(answers.packageName().text());
  }

  @Property(tries = 200)
  void noFileOverwritesAPropertyThatTheNextOneReads(
      @ForAll("templates") String template, @ForAll("answers") Answers answers) {
    Map<String, String> properties = properties(answers);
    VelocityContext shared = ArchetypeEngine.context(properties);
    engine.merge(compiled(template, answers), shared);
    properties.forEach((key, value) -> assertThat(shared.get(key)).as(key).isEqualTo(value));
  }

  @Example
  void anEmptyTemplateMakesAnEmptyFile() {
    assertThat(throughTheArchetype("", RandomAnswers.any().sample())).isEmpty();
  }

  @Example
  void headerIsTheOnlyThingAddedToPlainText() {
    Answers answers = RandomAnswers.any().sample();
    String header = new VelocityNames(ArchetypeProperties.of(answers.archetype())).header();
    assertThat(compiled("plain\n\n text", answers)).isEqualTo(header + "plain\n\n text");
  }

  private String throughTheArchetype(String template, Answers answers) {
    VelocityContext context = ArchetypeEngine.context(properties(answers));
    return engine.merge(compiled(template, answers), context);
  }

  private static Map<String, String> properties(Answers answers) {
    return ArchetypeProperties.of(answers.archetype()).values(answers);
  }

  private static String compiled(String template, Answers answers) {
    return new DialectCompiler(
            TemplateNames.all(), new VelocityNames(ArchetypeProperties.of(answers.archetype())))
        .compile("template", template);
  }

  @Provide
  Arbitrary<String> templates() {
    return RandomTemplates.any();
  }

  @Provide
  Arbitrary<Answers> answers() {
    return RandomAnswers.any();
  }
}
