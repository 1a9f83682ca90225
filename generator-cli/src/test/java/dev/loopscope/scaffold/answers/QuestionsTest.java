package dev.loopscope.scaffold.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.scaffold.answers.question.Called;
import dev.loopscope.scaffold.answers.question.FlagQuestion;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.Resources;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.MavenCoordinates;
import dev.loopscope.scaffold.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuestionsTest {
  @Property
  void whatAQuestionPrintsItReadsAgain(@ForAll("answers") Answers answers) {
    for (Question<?> question : Questions.ALL.inOrder()) {
      if (answers.find(question).isPresent()) {
        assertReadAgain(question, answers);
      }
    }
  }

  private static <T> void assertReadAgain(Question<T> question, Answers answers) {
    T answer = answers.get(question);
    assertThat(question.parse(question.print(answer))).as("%s", question).isEqualTo(answer);
  }

  @Property
  void answerThatIsGivenIsTheAnswerThatIsThere(
      @ForAll("answers") Answers one, @ForAll("answers") Answers other) {
    Resources named = Resources.parse(other.resources().get(0).name().text(), ResourceKind.ALL);
    Answers unscoped = one.with(Questions.RESOURCE, named);
    assertThat(unscoped.resources()).isEqualTo(named.inOrder());
    assertThat(unscoped.with(Questions.LOOP_SCOPE, other.loopScope()).loopScope())
        .isEqualTo(other.loopScope());
    assertThat(one.with(Questions.HYPOTHESIS, other.hypothesis()).with(Questions.CI, other.ci()))
        .isEqualTo(
            one.with(Questions.CI, other.ci()).with(Questions.HYPOTHESIS, other.hypothesis()));
  }

  @Property
  void nameIsPrintedWithoutWhatAFileWouldHaveToEscape(@ForAll("answers") Answers answers) {
    assertThat(answers.texts().values())
        .allMatch(text -> text.matches("[A-Za-z0-9._+,:()/{}=@%~ -]+"));
  }

  @Example
  void leftOutIsWhatHelpSays() {
    Answers answers = Answers.complete(Questions.ALL, Map.of("name", "My-Suite"));
    assertThat(answers.texts())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("backends", "asyncio"),
                Map.entry("archetype", "explicit-scope"),
                Map.entry("loop-scope", "session"),
                Map.entry("resource", "client"),
                Map.entry("name", "My-Suite"),
                Map.entry("package", "my_suite"),
                Map.entry("python", "3.10"),
                Map.entry("hypothesis", "false"),
                Map.entry("ci", "none"),
                Map.entry("maven", "false"),
                Map.entry("lint", "false")));
    for (Question<?> question : Questions.ALL.inOrder()) {
      if (!question.follows()
          && question != Questions.NAME
          && !(question instanceof FlagQuestion)) {
        assertThat(question.fallback(Map.of())).contains(question.fallbackInWords());
      }
    }
  }

  @Example
  void coordinatesAreAskedForWithMavenAlone() {
    Answers without = Answers.complete(Questions.ALL, Map.of("name", "demo"));
    Answers with = without.with(Questions.MAVEN, true);
    assertThat(without.maven()).isEmpty();
    assertThat(without.find(Questions.GROUP_ID)).isEmpty();
    assertThat(with.maven()).contains(new MavenCoordinates("com.example", "1.0-SNAPSHOT"));
    assertThat(with.with(Questions.MAVEN, false)).isEqualTo(without);
    assertThatThrownBy(() -> without.get(Questions.GROUP_ID))
        .hasMessage("--group-id was not asked");
    assertThatThrownBy(() -> without.with(Questions.GROUP_ID, "org.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void answersThatAreMissingOrNotAskedForAreNoAnswers() {
    assertThatThrownBy(() -> Answers.complete(Questions.ALL, Map.of()))
        .hasMessage("--name has no answer");
    assertThatThrownBy(() -> Answers.complete(Questions.ALL, Map.of("name", "a", "colour", "red")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour");
  }

  @Example
  void refusalNamesTheQuestionAsItWasPut() {
    Called line = Called.line("resource");
    Refusal refusal = Names.refusal(() -> Questions.RESOURCE.parse("class", line));
    assertThat(refusal.next()).startsWith("give `resource` another identifier");
    assertThat(Names.refusal(() -> Questions.RESOURCE.parse("class")).next())
        .startsWith("pass --resource with another identifier");
    assertThat(Names.refusal(() -> Questions.CI.parse("travis", Called.line("ci"))).what())
        .isEqualTo("`travis` is no value of `ci`");
  }

  @Example
  void keyIsSpeltInThreeWays() {
    assertThat(Questions.LOOP_SCOPE.key()).isEqualTo("loop-scope");
    assertThat(Questions.LOOP_SCOPE.option()).isEqualTo("--loop-scope");
    assertThat(Questions.LOOP_SCOPE.camelCase()).isEqualTo("loopScope");
  }

  @Example
  void keysAndVariablesAreEachOfOneQuestion() {
    assertThat(Questions.ALL.inOrder().stream().flatMap(it -> it.variables().stream()))
        .extracting(Variable::name)
        .doesNotHaveDuplicates();
    assertThatThrownBy(() -> Questions.ALL.and(Questions.CI))
        .hasMessage("two questions are called ci");
    assertThatThrownBy(() -> new Questions(List.of(Questions.GROUP_ID)))
        .hasMessage("--group-id is asked before what it hangs on");
  }

  @Example
  void everyQuestionIsRecorded() {
    assertThat(
            Questions.ALL.recorded().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), Questions.ALL.hangingOn(it).stream())))
        .containsExactlyInAnyOrderElementsOf(Questions.ALL.inOrder());
  }

  @Example
  void samplesAreLegalInTheirArchetype() {
    for (Archetype archetype : Archetype.ALL) {
      for (Question<?> question : Questions.ALL.inOrder()) {
        if (question.in(archetype) instanceof InArchetype.Property property) {
          assertThat(question.samples(archetype).values())
              .as("%s in %s", question, archetype)
              .hasSizeGreaterThan(1)
              .allMatch(value -> value.matches(property.regex()));
        }
      }
    }
  }

  @Example
  void defaultsAreLegalInTheirArchetype() {
    for (Archetype archetype : Archetype.ALL) {
      for (Question<?> question : Questions.ALL.inOrder()) {
        if (question.in(archetype) instanceof InArchetype.Property property
            && question != Questions.NAME) {
          assertThat(property.defaultValue().orElseThrow()).matches(property.regex());
        }
      }
    }
  }

  @Provide
  Arbitrary<Answers> answers() {
    return AnyAnswers.any();
  }
}
