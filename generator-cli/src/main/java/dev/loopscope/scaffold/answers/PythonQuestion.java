package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Called;
import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.resource.PythonNeed;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The oldest Python that the suite promises to run on. */
final class PythonQuestion extends ChoiceQuestion<PythonFloor> {
  PythonQuestion() {
    super(
        "python",
        "0.1.0",
        new Help(
            "VERSION",
            "the oldest Python promised: 3.10 to 3.15",
            "The versions are those that the pinned pytest, pytest-asyncio, anyio and trio all"
                + " support."),
        PythonFloor.ALL,
        PythonFloor.PYTHON_3_10.word());
  }

  @Override
  public PythonFloor parse(String text, Called called) {
    Optional<PythonFloor> spelt = Choice.spelt(text, PythonFloor.ALL);
    if (spelt.isEmpty()) {
      // None is suggested: another digit is another version, not a slip of the hand.
      throw Choice.refused(called.name(), text, "use " + Spelling.oneOf(words()));
    }
    return spelt.get();
  }

  /**
   * As it is printed.
   *
   * @throws RefusalException if it is none, or a resource needs a newer one
   */
  @Override
  public String normal(String text, Map<String, String> before) {
    PythonFloor floor = parse(text);
    String resources = before.getOrDefault(Questions.RESOURCE.key(), "");
    String backends = before.getOrDefault(Questions.BACKENDS.key(), "");
    for (ResourceKind kind : ResourceKind.ALL) {
      if (ResourceQuestion.ofKind(kind, ResourceKind.ALL).of(resources)) {
        for (PythonNeed need : kind.limit().pythons()) {
          if (List.of(backends.split(",", -1)).contains(need.backend().word())
              && need.tooOld().contains(floor)) {
            throw tooOld(kind, need, floor);
          }
        }
      }
    }
    return print(floor);
  }

  private RefusalException tooOld(ResourceKind kind, PythonNeed need, PythonFloor floor) {
    return new RefusalException(
        new Refusal(
            "%s needs Python %s on %s: %s"
                .formatted(kind.word(), need.oldest().word(), need.backend().word(), need.reason()),
            option() + " " + floor.word(),
            "pass %s %s or a newer one, or leave %s out of %s"
                .formatted(
                    option(),
                    need.oldest().word(),
                    need.backend().word(),
                    Questions.BACKENDS.option())));
  }

  /** Checked as what is given is: the usual one may be too old for a resource. */
  @Override
  public Optional<String> fallback(Map<String, String> before) {
    return Optional.of(normal(super.fallback(before).orElseThrow(), before));
  }

  @Override
  public List<Variable> variables() {
    return List.of(
        new Variable.Text(camelCase(), ""),
        new Variable.Text(camelCase() + "Tag", "."),
        new Variable.Onwards(camelCase() + "s", words()));
  }

  /** Nothing but the version itself hangs on it. */
  @Override
  public Samples samples(Archetype archetype) {
    return Samples.some(words().toArray(String[]::new));
  }
}
