package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.scaffold.answers.AddedQuestions;
import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnswersFile;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.template.Renderer;
import dev.loopscope.scaffold.template.TemplateModel;
import dev.loopscope.scaffold.template.TemplateNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A question that is added to the list is a property, a variable and a column of combinations. */
class AddedQuestionTest {
  private static final Renderer RENDERER = new Renderer();

  private static final String TEMPLATE =
      """
      <#if tls && nightly>
      encrypted at night
      </#if>
      <#if onFailure == "go-on">
      ${ownedBy} goes on
      </#if>
      <#list tags as tag>
      ${tag}
      </#list>
      """;

  private final ArchetypeEngine engine = new ArchetypeEngine();
  private final ArchetypeProperties properties =
      new ArchetypeProperties(Archetype.MULTIBACKEND, AddedQuestions.ALL);

  @Example
  void descriptorAsksIt() {
    assertThat(descriptor())
        .contains(
            """
                <requiredProperty key="onFailure">
                  <defaultValue>stop</defaultValue>
                  <validationRegex>stop|go-on</validationRegex>
                </requiredProperty>
                <requiredProperty key="ownedBy">
                  <defaultValue>nobody</defaultValue>
                  <validationRegex>[a-z]{1,9}</validationRegex>
                </requiredProperty>
            """)
        .contains("<requiredProperty key=\"tls\">", "<requiredProperty key=\"tags\">");
  }

  @Example
  void archetypeRefusesWhatTheCommandRefuses() {
    Map<String, String> values = new LinkedHashMap<>();
    for (ArchetypeProperty property : properties.inOrder()) {
      values.put(property.key(), property.defaultValue().orElse("demo"));
    }
    String check = Validation.defaultValue(properties);
    assertThat(engine.evaluate(check, ArchetypeEngine.context(values))).isEqualTo("yes");
    values.put("ownedBy", "Me");
    assertThatThrownBy(() -> engine.evaluate(check, ArchetypeEngine.context(values)))
        .hasMessageContaining("-DownedBy=Me is refused. Allowed: at most nine of a-z");
  }

  @Property(tries = 200)
  void bothEnginesSeeIt(@ForAll("answers") Answers answers) {
    assertThat(throughTheArchetype(TEMPLATE, answers))
        .isEqualTo(RENDERER.render("template", TEMPLATE, TemplateModel.of(answers)));
  }

  @Property(tries = 200)
  void bothEnginesRecordIt(@ForAll("answers") Answers answers) {
    assertThat(throughTheArchetype(AnswersFile.template(AddedQuestions.ALL), answers))
        .isEqualTo(RENDERER.render(answers).file(AnswersFile.PATH).orElseThrow().text())
        .contains("owned-by = \"" + answers.get(AddedQuestions.OWNER) + "\"\n");
  }

  @Example
  void templateModelHasItUnderItsNames() {
    Answers answers =
        properties.answers(
            Map.of("artifactId", "demo", "tls", "true", "ownedBy", "orders", "tags", "nightly"));
    TemplateModel model = TemplateModel.of(answers);
    assertThat(model.texts()).containsEntry("ownedBy", "orders").containsEntry("onFailure", "stop");
    assertThat(model.flags()).containsEntry("tls", true).containsEntry("slow", false);
    assertThat(model.lists().get("tags")).containsExactly("nightly");
  }

  @Example
  void integrationTestsCombineItsValues() {
    Set<String> pairs =
        IntegrationProjects.combinations(properties).stream()
            .map(it -> it.get("tls") + it.get("onFailure") + it.get("tags") + it.get("ci"))
            .collect(Collectors.toSet());
    assertThat(pairs).hasSize(2 * 2 * 3 * 3);
    assertThat(IntegrationProjects.combinations(properties))
        .extracting(it -> it.get("ownedBy"))
        .contains("orders", "stock");
  }

  private String descriptor() {
    return ArchetypeDescriptor.of(properties, new VelocityNames(properties));
  }

  private String throughTheArchetype(String template, Answers answers) {
    ArchetypeProperties asked = new ArchetypeProperties(answers.archetype(), AddedQuestions.ALL);
    String velocity =
        new DialectCompiler(TemplateNames.of(AddedQuestions.ALL), new VelocityNames(asked))
            .compile("template", template);
    return engine.merge(velocity, ArchetypeEngine.context(asked.values(answers)));
  }

  @Provide
  Arbitrary<Answers> answers() {
    return RandomAnswers.to(AddedQuestions.ALL);
  }
}
