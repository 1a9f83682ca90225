package dev.loopscope.scaffold.answers.question;

import java.util.Map;

/**
 * What a question hangs on: it is asked if the answer to another one says so.
 *
 * @param question the other one
 * @param when what templates see of the other answer that must hold, or this one is not asked
 * @param purpose what that brings and this answer is for, with its article
 * @param option what a user types to get it
 * @param line what a user writes in the answers file to get it
 */
public record OnlyWith(
    Question<?> question, Variable.YesOrNo when, String purpose, String option, String line) {
  /** It hangs on the yes to {@code flag}. */
  public static OnlyWith yes(FlagQuestion flag, String purpose) {
    return new OnlyWith(
        flag,
        flag.variable(),
        purpose,
        flag.option(),
        "set `" + flag.key() + "` to " + FlagQuestion.YES);
  }

  /** Whether {@code before}, by key the texts of the answers so far, say that it is asked. */
  boolean holds(Map<String, String> before) {
    String text = before.get(question.key());
    return text != null && when.of(text);
  }
}
