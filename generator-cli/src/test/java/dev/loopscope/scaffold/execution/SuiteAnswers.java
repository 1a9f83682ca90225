package dev.loopscope.scaffold.execution;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.LoopScope;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.template.Renderer;
import java.util.Map;

/**
 * Answers as a test spells them: what it does not name is the command's default.
 *
 * @param archetype the model the suite follows
 * @param backends as the option takes them
 * @param scope the loop scope
 * @param hypothesis whether there are property-based tests
 * @param name the distribution name; the import name follows from it
 * @param resource the shared resources, as the option takes them, with commas between them
 * @param python the oldest Python promised
 * @param lint whether it brings the strict settings of the linters
 */
record SuiteAnswers(
    Archetype archetype,
    String backends,
    LoopScope scope,
    boolean hypothesis,
    String name,
    String resource,
    PythonFloor python,
    boolean lint) {

  static SuiteAnswers explicitScope(String backends) {
    return of(Archetype.EXPLICIT_SCOPE, backends);
  }

  static SuiteAnswers multibackend(String backends) {
    return of(Archetype.MULTIBACKEND, backends);
  }

  static SuiteAnswers of(Archetype archetype, String backends) {
    return new SuiteAnswers(
        archetype,
        backends,
        LoopScope.SESSION,
        false,
        "demo",
        "client",
        PythonFloor.PYTHON_3_10,
        false);
  }

  SuiteAnswers scope(LoopScope wanted) {
    return new SuiteAnswers(archetype, backends, wanted, hypothesis, name, resource, python, lint);
  }

  SuiteAnswers withHypothesis() {
    return hypothesis(true);
  }

  SuiteAnswers hypothesis(boolean wanted) {
    return new SuiteAnswers(archetype, backends, scope, wanted, name, resource, python, lint);
  }

  SuiteAnswers name(String wanted) {
    return new SuiteAnswers(archetype, backends, scope, hypothesis, wanted, resource, python, lint);
  }

  SuiteAnswers resource(String wanted) {
    return new SuiteAnswers(archetype, backends, scope, hypothesis, name, wanted, python, lint);
  }

  SuiteAnswers python(PythonFloor wanted) {
    return new SuiteAnswers(archetype, backends, scope, hypothesis, name, resource, wanted, lint);
  }

  SuiteAnswers withLint() {
    return new SuiteAnswers(archetype, backends, scope, hypothesis, name, resource, python, true);
  }

  Answers answers() {
    return Answers.complete(
        Questions.ALL,
        Map.of(
            "archetype", archetype.word(),
            "backends", backends,
            "loop-scope", scope.word(),
            "hypothesis", Boolean.toString(hypothesis),
            "name", name,
            "resource", resource,
            "python", python.word(),
            "lint", Boolean.toString(lint)));
  }

  /** What the suite asks pip for. */
  DependencyGroups dependencyGroups() {
    return new Renderer()
        .render(answers())
        .file("pyproject.toml")
        .map(file -> DependencyGroups.of(file.text()))
        .orElseThrow();
  }
}
