package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.Called;
import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.Samples;
import dev.loopscope.scaffold.answers.question.Variable;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.List;
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
