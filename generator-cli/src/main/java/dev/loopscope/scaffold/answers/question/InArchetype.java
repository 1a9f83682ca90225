package dev.loopscope.scaffold.answers.question;

import java.util.List;
import java.util.Optional;

/** How an archetype comes by an answer. */
public sealed interface InArchetype {
  /**
   * It asks.
   *
   * @param key the word in {@code -Dkey=value}
   * @param defaultValue what it is when it is left out; none: it must be given
   * @param regex what a legal value is, for {@code String.matches}, without quotes
   * @param shape what the plugin shows and checks when it asks: {@code regex}, or a shorter one
   *     where {@code regex} lists the names that are taken
   * @param allowed what a legal value is, for people
   */
  record Property(
      String key, Optional<String> defaultValue, String regex, String shape, String allowed)
      implements InArchetype {}

  /**
   * It asks for each part of it; the answer has colons between them, and lacks those at its end
   * that are not given.
   *
   * @param properties a property for each part
   * @param leftOut the default of a part that the answer lacks
   */
  record Parts(List<Property> properties, String leftOut) implements InArchetype {
    /** Keeps an unmodifiable copy. */
    public Parts {
      properties = List.copyOf(properties);
    }
  }

  /**
   * It is made for one answer.
   *
   * @param text the answer, as an option takes it
   */
  record Settled(String text) implements InArchetype {}
}
