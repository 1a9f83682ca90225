package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Choice;
import java.util.List;

/**
 * An option of a command, as parsing, help, {@code explain} and the README read it.
 *
 * @param word as it is typed: {@code --loop-scope}
 * @param label what its value is called in help; empty if it takes none
 * @param summary what it does, in one line
 * @param fallback what holds when it is left out
 * @param detail the values it takes and the fact behind it; empty where nothing explains it
 * @param repeated whether it may be given several times; its values are one, with commas between
 * @param values the words that it takes; empty if it takes others as well
 */
public record Option(
    String word,
    String label,
    String summary,
    String fallback,
    String detail,
    boolean repeated,
    List<String> values) {
  /** Keeps an unmodifiable copy. */
  public Option {
    values = List.copyOf(values);
  }

  /** An option that is given once. */
  public Option(String word, String label, String summary, String fallback, String detail) {
    this(word, label, summary, fallback, detail, false, List.of());
  }

  /** The option that answers {@code question}. */
  public static Option of(Question<?> question) {
    return new Option(
        question.option(),
        question.help().label(),
        question.help().summary(),
        question.fallbackInWords(),
        question.help().detail(),
        question.repeated(),
        values(question));
  }

  private static List<String> values(Question<?> question) {
    if (question instanceof ChoiceQuestion<?> choice) {
      return choice.words();
    }
    return question.equals(Questions.BACKENDS) ? Choice.words(Backend.ALL) : List.of();
  }

  /** The same, taking no other values than these. */
  public Option taking(List<String> words) {
    return new Option(word, label, summary, fallback, detail, repeated, words);
  }

  /** The same, which may be given several times. */
  public Option severalTimes() {
    return new Option(word, label, summary, fallback, detail, true, values);
  }

  /** The same, where something else holds when it is left out. */
  public Option fallingBackTo(String other) {
    return new Option(word, label, summary, other, detail, repeated, values);
  }

  /** The same, said to do this. */
  public Option doing(String other) {
    return new Option(word, label, other, fallback, detail, repeated, values);
  }

  /** Whether a value follows it. */
  public boolean takesValue() {
    return !label.isEmpty();
  }

  /** As it is typed, with the label of its value. */
  public String typed() {
    return takesValue() ? word + " " + label : word;
  }
}
