package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;

/**
 * One option of pytest's configuration, as pytest reads it.
 *
 * @param key the option's name
 * @param value its text; a list's elements stand one on a line, and quotes in an INI file are part
 *     of it, as they are for pytest
 * @param kind how it was written
 * @param items the elements of a list, or the lines of a text that are not blank
 * @param location of the value, with the quotes or brackets it stands in
 * @param keyLocation of the key
 */
public record Setting(
    String key,
    String value,
    Kind kind,
    List<String> items,
    Location location,
    Location keyLocation) {
  /** Keeps an unmodifiable copy. */
  public Setting {
    items = List.copyOf(items);
  }

  /** How a value is written. */
  public enum Kind {
    /** Text: of an INI file, of a TOML string, or behind {@code -o name=}. */
    TEXT,
    /** A list in TOML. */
    LIST,
    /** A number, a boolean, a date or a table in TOML. */
    OTHER
  }
}
