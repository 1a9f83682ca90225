package dev.loopscope.scaffold.archetype;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.ChoiceQuestion;
import dev.loopscope.scaffold.answers.question.InArchetype;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** Velocity directives that render nothing if the value is legal, and throw if it is not. */
  String check() {
    String legal = "$" + key() + ".matches('" + asked.regex() + "')";
    String refused = "-D" + key() + "=${" + key() + "} is refused. ";
    StringBuilder checks = new StringBuilder();
    for (String word : mistypable()) {
      String near = "$" + key() + ".matches('" + near(word) + "')";
      checks.append(
          Refusing.when(
              "!" + legal + " && " + near,
              refused + "Did you mean " + word + "? Allowed: " + asked.allowed()));
    }
    return checks
        .append(Refusing.unless(legal, refused + "Allowed: " + asked.allowed()))
        .toString();
  }

  /** The words of which one or several are meant. */
  private List<String> words() {
    return question instanceof ChoiceQuestion<?> choice
        ? choice.words()
        : question == Questions.BACKENDS ? Choice.words(Backend.ALL) : List.of();
  }

  /** Those that are taken here, and are long enough that another is no word of its own. */
  private List<String> mistypable() {
    return words().stream()
        .filter(it -> it.matches("[a-z-]{4,}") && it.matches(asked.regex()))
        .toList();
  }

  /** A word with one letter more, less or another, or with two of them swapped; in a list, too. */
  private String near(String word) {
    Set<String> near = new LinkedHashSet<>();
    for (int i = 0; i <= word.length(); i++) {
      String before = word.substring(0, i);
      String from = word.substring(i);
      near.add(before + "[^,]" + from);
      if (!from.isEmpty()) {
        near.add(before + "[^,]?" + from.substring(1));
      }
      if (from.length() > 1) {
        near.add(before + from.charAt(1) + from.charAt(0) + from.substring(2));
      }
    }
    String itself = "(?!(?:" + String.join("|", words()) + ")(?![A-Za-z-]))";
    return "(?:.*,)?" + itself + "(?i:" + String.join("|", near) + ")(?:,.*)?";
  }
}
