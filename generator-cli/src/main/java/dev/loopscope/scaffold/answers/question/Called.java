package dev.loopscope.scaffold.answers.question;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;

/**
 * How the one who answers calls a question, so that a refusal speaks of what was written.
 *
 * @param name what stands before the value: {@code --ci}
 * @param give how to give it another value, up to the value: {@code pass --ci with}
 */
public record Called(String name, String give) {
  /** A question that an option answers. */
  public static Called option(String word) {
    return new Called(word, "pass " + word + " with");
  }

  /** A question that a line of a file answers. */
  public static Called line(String key) {
    return new Called("`" + key + "`", "give `" + key + "`");
  }

  /** The refusal of {@code text} that says what would be taken, in the words of a value's type. */
  public RefusalException refusal(RefusalException e, String text) {
    return new RefusalException(
        new Refusal(e.refusal().what(), name + " " + text, give + " " + e.refusal().next()), e);
  }
}
