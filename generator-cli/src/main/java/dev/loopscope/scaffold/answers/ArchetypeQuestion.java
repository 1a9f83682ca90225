package dev.loopscope.scaffold.answers;

import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.Help;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Backends;
import java.util.Map;
import java.util.Optional;

/** Which of the two models the suite follows. */
final class ArchetypeQuestion extends ChoiceQuestion<Archetype> {
  private final Question<Backends> backends;

  ArchetypeQuestion(Question<Backends> backends) {
    super(
        "archetype",
        "0.1.0",
        new Help(
            "NAME",
            "explicit-scope or multibackend",
            "`scaffold explain` shows how it is decided. An archetype that cannot run the backends"
                + " is refused: explicit-scope is built on pytest-asyncio, which knows no trio."),
        Archetype.ALL,
        "");
    this.backends = backends;
  }

  /** What the decision matrix gives for the backends. */
  @Override
  public Optional<String> fallback(Map<String, String> before) {
    String text = before.get(backends.key());
    return text == null
        ? Optional.empty()
        : Optional.of(DecisionMatrix.decide(backends.parse(text)).archetype().word());
  }

  @Override
  public String fallbackInWords() {
    return "decided from the backends";
  }

  @Override
  public boolean follows() {
    return true;
  }

  @Override
  public boolean identifies() {
    return true;
  }

  @Override
  public InArchetype in(Archetype archetype) {
    return new InArchetype.Settled(archetype.word());
  }
}
