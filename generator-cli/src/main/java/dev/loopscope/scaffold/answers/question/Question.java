package dev.loopscope.scaffold.answers.question;

import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that decides what a suite is: what it is called wherever it is asked, recorded or read,
 * which values it takes, what holds when nobody answers, and what templates see of the answer.
 *
 * @param <T> what an answer is
 */
public abstract sealed class Question<T> permits TextQuestion, FlagQuestion, ListQuestion {
  private final String key;
  private final String since;
  private final Help help;

  Question(String key, String since, Help help) {
    this.key = key;
    this.since = since;
    this.help = help;
  }

  /** Its name in what is recorded: lower case, with hyphens. */
  public final String key() {
    return key;
  }

  /** The option that answers it: {@code --loop-scope}. */
  public final String option() {
    return "--" + key;
  }

  /** What it is about. */
  public final Help help() {
    return help;
  }

  /** Its key as a template and a property spell it: {@code loopScope}. */
  public final String camelCase() {
    StringBuilder name = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) != '-') {
        boolean first = i > 0 && key.charAt(i - 1) == '-';
        name.append(first ? Character.toUpperCase(key.charAt(i)) : key.charAt(i));
      }
    }
    return name.toString();
  }

  /**
   * Reads an answer, and names the question in a refusal as {@code called}.
   *
   * @throws RefusalException if it is none
   */
  public abstract T parse(String text, Called called);

  /**
   * Reads the value of the option.
   *
   * @throws RefusalException if it is none
   */
  public final T parse(String text) {
    return parse(text, Called.option(option()));
  }

  /** The text that {@link #parse} reads the same answer from. */
  public abstract String print(T answer);

  /**
   * The text of an answer as it is printed.
   *
   * @param before the texts of the answers to the questions before this one, by key
   * @throws RefusalException if it is none, or does not go with those
   */
  public String normal(String text, Map<String, String> before) {
    return print(parse(text));
  }

  /**
   * The answer when nobody gives one; none if one must be given.
   *
   * @param before the texts of the answers to the questions before this one, by key
   * @throws RefusalException if the answer that follows from those is not legal
   */
  public abstract Optional<String> fallback(Map<String, String> before);

  /** {@link #fallback}, in words. */
  public abstract String fallbackInWords();

  /** Whether an answer that is not given follows from others. */
  public boolean follows() {
    return false;
  }

  /**
   * Whether its option may be given several times; the answer is all values, with commas between.
   */
  public boolean repeated() {
    return false;
  }

  /** What it hangs on, if it is not always asked. */
  public Optional<OnlyWith> onlyWith() {
    return Optional.empty();
  }

  /** Whether {@code other} decides whether it is asked. */
  public final boolean hangsOn(Question<?> other) {
    return onlyWith().isPresent() && onlyWith().get().question().key().equals(other.key());
  }

  /** Whether it is asked when {@code before}, by key, are the texts of the answers so far. */
  public final boolean isAsked(Map<String, String> before) {
    return onlyWith().isEmpty() || onlyWith().get().holds(before);
  }

  /** Whether it says which suite it is, rather than what is in it; recorded before the others. */
  public boolean identifies() {
    return false;
  }

  /** The release that asked it first: an answers file of an older one lacks it. */
  public final String since() {
    return since;
  }

  /**
   * The lines of the answers file that record it, as a template. Answers have no quotes, no
   * backslashes and no control characters, so none is escaped.
   *
   * @param all the questions it is asked with
   */
  public abstract String recordTemplate(List<Question<?>> all);

  /** What templates see of it. */
  public List<Variable> variables() {
    return List.of(new Variable.Text(camelCase(), ""));
  }

  /** How {@code archetype} comes by the answer. */
  public abstract InArchetype in(Archetype archetype);

  /** Values for tests of {@code archetype}. */
  public abstract Samples samples(Archetype archetype);

  @Override
  public final String toString() {
    return option();
  }
}
