package dev.loopscope.scaffold.answers.question;

import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.List;

/**
 * A question whose answer is one of a few words.
 *
 * @param <T> what the words stand for
 */
public class ChoiceQuestion<T extends Choice> extends TextQuestion<T> {
  private final List<T> choices;

  /**
   * A question.
   *
   * @param since the release that asks it first
   * @param choices all of them, in the order they are listed to users
   * @param fallback the word of the one that holds when nobody chooses; empty if that is not fixed
   */
  public ChoiceQuestion(String key, String since, Help help, List<T> choices, String fallback) {
    super(key, since, help, fallback);
    this.choices = List.copyOf(choices);
  }

  @Override
  public T parse(String text, Called called) {
    return Choice.parse(called.name(), text, choices);
  }

  @Override
  protected final T read(String text) {
    return parse(text);
  }

  @Override
  public final String print(T answer) {
    return answer.word();
  }

  @Override
  public final String regex() {
    return String.join("|", words()).replace(".", "[.]");
  }

  @Override
  protected String allowed() {
    return Spelling.oneOf(words());
  }

  @Override
  public Samples samples(Archetype archetype) {
    return Samples.every(words());
  }

  /** The words, in the choices' order. */
  public final List<String> words() {
    return Choice.words(choices);
  }
}
