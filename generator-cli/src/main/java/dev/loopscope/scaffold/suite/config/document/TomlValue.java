package dev.loopscope.scaffold.suite.config.document;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value in a TOML file, and where it is written. */
public sealed interface TomlValue {
  /** From the first character of the value to the last; of a table, its header or its first key. */
  Location location();

  /** A string, without its quotes and escapes. */
  record Text(Location location, String value) implements TomlValue {}

  /** An array, or an array of tables. */
  record Items(Location location, List<TomlValue> values) implements TomlValue {}

  /** A number, a boolean or a date, as Python's {@code str} prints numbers and booleans. */
  record Other(Location location, String value) implements TomlValue {}

  /** A table, in order. */
  record Table(Location location, Map<String, Entry> entries) implements TomlValue {
    /** The value of a key, if there is one. */
    public Optional<TomlValue> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** The table of a key, if the key has one. */
    public Optional<Table> table(String key) {
      return get(key).filter(Table.class::isInstance).map(Table.class::cast);
    }

    /** The table that a path of keys leads to, if there is one. */
    public Optional<Table> table(String first, String... rest) {
      Optional<Table> found = table(first);
      for (String key : rest) {
        found = found.flatMap(it -> it.table(key));
      }
      return found;
    }

    /** The texts of an array, with their locations; empty if there is no array. */
    public List<Text> texts(String key) {
      return get(key).map(Table::textsOf).orElse(List.of());
    }

    private static List<Text> textsOf(TomlValue value) {
      return value instanceof Items items
          ? items.values().stream().filter(Text.class::isInstance).map(Text.class::cast).toList()
          : List.of();
    }
  }

  /** A key and its value. */
  record Entry(Location keyLocation, TomlValue value) {}
}
