package dev.loopscope.scaffold.suite.mark;

import java.util.Locale;
import java.util.Optional;

/**
 * How long a fixture's value, or an event loop, is shared; narrowest first, as pytest orders them.
 */
public enum Scope {
  FUNCTION,
  CLASS,
  MODULE,
  PACKAGE,
  SESSION;

  /** Whether what has this scope outlives what has the other. */
  public boolean widerThan(Scope other) {
    return compareTo(other) > 0;
  }

  /** The word that Python code and configuration use, such as {@code session}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of a word; empty if pytest knows no such scope. Case matters, as it does there. */
  public static Optional<Scope> named(String word) {
    for (Scope scope : values()) {
      if (scope.word().equals(word)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return word();
  }
}
