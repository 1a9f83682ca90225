package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.Optional;

/**
 * A property of an archetype that a user may set.
 *
 * @param question the question it answers
 * @param asked how the archetype asks it
 */
record ArchetypeProperty(Question<?> question, InArchetype.Property asked) {

  /**
   * Checks that the texts can stand inside Velocity's quotes.
   *
   * @throws IllegalArgumentException if they cannot
   */
  ArchetypeProperty {
    if (asked.regex().indexOf('\'') >= 0 || asked.allowed().matches("(?s).*[\"#$\\\\].*")) {
      throw new IllegalArgumentException("cannot stand inside quotes: " + asked);
    }
  }

  /** The word in {@code -Dkey=value}. */
  String key() {
    return asked.key();
  }

  /** What it is when it is left out; none: it must be given. */
  Optional<String> defaultValue() {
    return asked.defaultValue();
  }

  /** Whether {@code value} stands for what follows from other properties. */
  boolean isLeftToFollow(String value) {
    return question.follows() && defaultValue().equals(Optional.of(value));
  }

  /**
   * What {@link #check} does, for a value that is known: an option may take more than a property,
   * as several resources between commas.
   *
   * @throws RefusalException if the value is not legal
   */
  void require(String value) {
    if (!value.matches(asked.regex())) {
      throw new RefusalException(
          new Refusal(
              "-D" + key() + "=" + value + " is refused", value, "pass " + asked.allowed()));
    }
  }

  /** A Velocity directive that renders nothing if the value is legal, and throws if it is not. */
  String check() {
    return Refusing.unless(
        "$" + key() + ".matches('" + asked.regex() + "')",
        "-D" + key() + "=${" + key() + "} is refused. Allowed: " + asked.allowed());
  }
}
