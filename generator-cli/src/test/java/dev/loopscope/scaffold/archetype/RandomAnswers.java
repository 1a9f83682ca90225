package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.AnyAnswers;
import dev.loopscope.scaffold.answers.Questions;
import net.jqwik.api.Arbitrary;

/** Answers that an archetype can be asked for. */
final class RandomAnswers {
  private RandomAnswers() {}

  static Arbitrary<Answers> any() {
    return to(Questions.ALL);
  }

  static Arbitrary<Answers> to(Questions questions) {
    return AnyAnswers.to(questions).map(answers -> answers.with(Questions.MAVEN, true));
  }
}
