package dev.loopscope.scaffold.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Backends;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.change.ChangePlan;
import dev.loopscope.scaffold.change.disk.Disk;
import dev.loopscope.scaffold.change.disk.PlanWriter;
import dev.loopscope.scaffold.change.disk.TargetLocator;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.template.Renderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code scaffold new} writes has none of the hazards that {@code scaffold check} knows. */
class ClosedLoopTest {
  private static final Renderer RENDERER = new Renderer();

  /** What the files that are checked depend on. */
  record Model(Archetype archetype, List<Backend> backends, LoopScope scope) {
    Answers answers(PythonFloor python, boolean hypothesis) {
      return Answers.complete(
          Questions.ALL,
          Map.of(
              "name", "demo",
              "archetype", archetype.word(),
              "backends", new Backends(backends).text(),
              "loop-scope", scope.word(),
              "python", python.word(),
              "hypothesis", Boolean.toString(hypothesis)));
    }
  }

  static Stream<Model> models() {
    List<Model> models = new ArrayList<>();
    for (Archetype archetype : Archetype.ALL) {
      for (List<Backend> backends : choices(Concerns.of(archetype).backends())) {
        LoopScope.ALL.forEach(scope -> models.add(new Model(archetype, backends, scope)));
      }
    }
    return models.stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void newSuiteIsClean(Model model, @TempDir Path directory) {
    int at = models().toList().indexOf(model);
    // Beside each other: each floor meets each scope, with and without Hypothesis.
    for (int more = 0; more < 2; more++) {
      PythonFloor python = PythonFloor.ALL.get((at + at / 4 + more) % PythonFloor.ALL.size());
      Answers answers = model.answers(python, more == 0);
      Outcome outcome = checked(answers, directory.resolve(python.word()));
      assertThat(outcome.findings().stream().map(ClosedLoopTest::told)).as("%s", answers).isEmpty();
      assertThat(outcome.unknown()).as("%s", answers).isEmpty();
      assertThat(outcome.files()).as("%s", answers).isGreaterThan(3);
    }
  }

  static Stream<Map<String, String>> suitesOfKinds() {
    List<Map<String, String>> suites = new ArrayList<>();
    for (ResourceKind kind : ResourceKind.ALL) {
      for (Archetype archetype : Archetype.ALL) {
        List<Backend> backends = kind.allowed(Concerns.of(archetype).backends());
        Map<String, String> suite =
            Map.of(
                "name",
                "demo",
                "archetype",
                archetype.word(),
                "backends",
                new Backends(backends).text(),
                "resource",
                "north:" + kind.word() + ":class,south:" + kind.word(),
                "python",
                "3.11",
                "hypothesis",
                "true");
        suites.add(suite);
        if (kind.equals(ResourceKind.POSTGRES)) {
          for (String client : List.of("sqlalchemy", "asyncpg")) {
            Map<String, String> other = new HashMap<>(suite);
            other.put("postgres", client);
            suites.add(other);
          }
        }
      }
    }
    return suites.stream();
  }

  @ParameterizedTest
  @MethodSource("suitesOfKinds")
  void newSuiteOfEachKindIsClean(Map<String, String> given, @TempDir Path directory) {
    Outcome outcome = checked(Answers.complete(Questions.ALL, given), directory.resolve("suite"));
    assertThat(outcome.findings().stream().map(ClosedLoopTest::told)).isEmpty();
    assertThat(outcome.unknown()).isEmpty();
  }

  @Test
  void everyChoiceOfBackendsIsChecked() {
    assertThat(models()).hasSize((4 + 15) * LoopScope.ALL.size());
  }

  private static Outcome checked(Answers answers, Path suite) {
    ChangePlan plan = ChangePlan.ofNew(RENDERER.render(answers));
    new PlanWriter(Disk.real()).apply(plan, TargetLocator.locate(suite));
    List<SuiteModel> models = SuiteModel.read(suite, List.of(suite));
    return new Checker(RuleSet.all(), CheckSettings.everything(), path -> true).check(models);
  }

  private static String told(Finding finding) {
    return finding.location().path()
        + ":"
        + finding.location().line()
        + " "
        + finding.rule().id()
        + " "
        + finding.message();
  }

  /** Every choice of at least one, in every order: the first one matters. */
  private static List<List<Backend>> choices(List<Backend> from) {
    List<List<Backend>> choices = new ArrayList<>();
    for (Backend first : from) {
      List<Backend> rest = from.stream().filter(other -> other != first).toList();
      choices.add(List.of(first));
      for (List<Backend> others : choices(rest)) {
        List<Backend> choice = new ArrayList<>(List.of(first));
        choice.addAll(others);
        choices.add(choice);
      }
    }
    return choices;
  }
}
