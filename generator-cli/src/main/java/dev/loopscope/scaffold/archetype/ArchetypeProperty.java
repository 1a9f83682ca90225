package dev.loopscope.scaffold.archetype;

import java.util.Optional;

/**
 * A property of an archetype that a user may set.
 *
 * @param key the word in {@code -Dkey=value}
 * @param defaultValue what it is when it is left out; none: it must be given
 * @param regex what a legal value is, for {@code String.matches}, without quotes
 * @param shape what the plugin shows and checks when it asks: {@code regex}, or a shorter one where
 *     {@code regex} lists the names that are taken
 * @param allowed what a legal value is, for people
 */
record ArchetypeProperty(
    String key, Optional<String> defaultValue, String regex, String shape, String allowed) {

  /**
   * Checks that the texts can stand inside Velocity's quotes.
   *
   * @throws IllegalArgumentException if they cannot
   */
  ArchetypeProperty {
    if (regex.indexOf('\'') >= 0 || allowed.matches("(?s).*[\"#$\\\\].*")) {
      throw new IllegalArgumentException("cannot stand inside quotes: " + regex + " " + allowed);
    }
  }

  /** A Velocity directive that renders nothing if the value is legal, and throws if it is not. */
  String check() {
    return Refusing.unless(
        "$" + key + ".matches('" + regex + "')",
        "-D" + key + "=${" + key + "} is refused. Allowed: " + allowed);
  }
}
