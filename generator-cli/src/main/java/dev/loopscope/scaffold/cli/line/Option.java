package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.answers.question.Question;

/**
 * An option of a command, as parsing, help, {@code explain} and the README read it.
 *
 * @param word as it is typed: {@code --loop-scope}
 * @param label what its value is called in help; empty if it takes none
 * @param summary what it does, in one line
 * @param fallback what holds when it is left out
 * @param detail the values it takes and the fact behind it; empty where nothing explains it
 * @param repeated whether it may be given several times; its values are one, with commas between
 */
public record Option(
    String word, String label, String summary, String fallback, String detail, boolean repeated) {
  /** An option that is given once. */
  public Option(String word, String label, String summary, String fallback, String detail) {
    this(word, label, summary, fallback, detail, false);
  }

  /** The option that answers {@code question}. */
  public static Option of(Question<?> question) {
    return new Option(
        question.option(),
        question.help().label(),
        question.help().summary(),
        question.fallbackInWords(),
        question.help().detail(),
        question.repeated());
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
