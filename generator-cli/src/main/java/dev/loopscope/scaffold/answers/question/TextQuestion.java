package dev.loopscope.scaffold.answers.question;

import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question whose answer is one word.
 *
 * @param <T> what the word stands for
 */
public abstract non-sealed class TextQuestion<T> extends Question<T> {
  private final String fallback;

  /**
   * A question.
   *
   * @param since the release that asks it first
   * @param fallback the text of the answer when nobody gives one; empty if that is no fixed text
   */
  protected TextQuestion(String key, String since, Help help, String fallback) {
    super(key, since, help);
    this.fallback = fallback;
  }

  @Override
  public T parse(String text, Called called) {
    try {
      return read(text);
    } catch (RefusalException e) {
      throw called.refusal(e, text);
    }
  }

  /**
   * Reads an answer.
   *
   * @throws RefusalException if it is none; what to do next says only what would be taken
   */
  protected abstract T read(String text);

  /** What a legal text is, for {@code String.matches}: no quotes, no backslashes. */
  public abstract String regex();

  /** What is shown of {@link #regex} to one who is asked. */
  protected String shape() {
    return regex();
  }

  /** What a legal text is, for people; no quotes, no backslashes, no {@code #} or {@code $}. */
  protected abstract String allowed();

  /** What an archetype calls it. */
  public String property() {
    return camelCase();
  }

  @Override
  public Optional<String> fallback(Map<String, String> before) {
    return fallback.isEmpty() ? Optional.empty() : Optional.of(fallback);
  }

  @Override
  public String fallbackInWords() {
    return fallback;
  }

  /** The variable of templates that holds the whole text. */
  protected String recorded() {
    return camelCase();
  }

  @Override
  public final String recordTemplate(List<Question<?>> all) {
    StringBuilder template = new StringBuilder();
    template.append(key()).append(" = \"${").append(recorded()).append("}\"\n");
    for (Question<?> question : all) {
      if (question.hangsOn(this)) {
        String flag = question.onlyWith().orElseThrow().when().name();
        template.append("<#if ").append(flag).append(">\n");
        template.append(question.recordTemplate(all)).append("</#if>\n");
      }
    }
    return template.toString();
  }

  @Override
  public InArchetype in(Archetype archetype) {
    return new InArchetype.Property(property(), fallback(Map.of()), regex(), shape(), allowed());
  }
}
