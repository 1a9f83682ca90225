package dev.loopscope.scaffold.answers.question;

import java.util.List;

/**
 * A question whose answer is one or more words, with commas between them.
 *
 * @param <T> what the words stand for
 */
public abstract non-sealed class ListQuestion<T> extends Question<T> {
  /**
   * A question.
   *
   * @param since the release that asks it first
   */
  protected ListQuestion(String key, String since, Help help) {
    super(key, since, help);
  }

  @Override
  public final String recordTemplate(List<Question<?>> all) {
    return key() + " = [\n<#list " + camelCase() + " as word>\n    \"${word}\",\n</#list>\n]\n";
  }
}
