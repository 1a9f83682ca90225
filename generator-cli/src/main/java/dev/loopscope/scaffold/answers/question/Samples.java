package dev.loopscope.scaffold.answers.question;

import java.util.List;

/**
 * Values that tests of whole suites try.
 *
 * @param values as an archetype's property takes them
 * @param every whether these are all values there are, so that each is worth meeting each of the
 *     other questions' values
 */
public record Samples(List<String> values, boolean every) {
  /** Keeps an unmodifiable copy. */
  public Samples {
    values = List.copyOf(values);
  }

  /** All values there are. */
  public static Samples every(List<String> values) {
    return new Samples(values, true);
  }

  /** Some values, awkward ones among them. */
  public static Samples some(String... values) {
    return new Samples(List.of(values), false);
  }
}
