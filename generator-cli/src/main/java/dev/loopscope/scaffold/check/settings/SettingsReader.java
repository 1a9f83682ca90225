package dev.loopscope.scaffold.check.settings;

import dev.loopscope.scaffold.check.RuleSelection;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import dev.loopscope.scaffold.suite.module.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one table of settings, and refuses what is no setting. */
final class SettingsReader {
  private static final String SELECT = "select";
  private static final String IGNORE = "ignore";
  private static final String SEVERITY = "severity";
  private static final String EXCLUDE = "exclude";
  private static final String BASELINE = "baseline";
  private static final String PER_FILE = "per-file-ignores";
  private static final List<String> KEYS =
      List.of(SELECT, IGNORE, SEVERITY, EXCLUDE, BASELINE, PER_FILE);

  private final Path directory;
  private final String table;

  /**
   * A reader of settings.
   *
   * @param directory that their paths are relative to
   * @param table the header they stand under; empty if they have none
   */
  SettingsReader(Path directory, String table) {
    this.directory = directory;
    this.table = table;
  }

  /**
   * Reads them.
   *
   * @throws RefusalException if there is something else in the table
   */
  ProjectSettings read(TomlValue value) {
    TomlValue.Table settings = table(value, table);
    requireKnown(settings, table.isEmpty() ? "the settings" : table, KEYS);
    return new ProjectSettings(
        directory,
        settings.get(SELECT).map(it -> rules(it, SELECT)),
        settings.get(IGNORE).map(it -> rules(it, IGNORE)),
        settings.get(SEVERITY).map(SettingsReader::severity),
        settings.get(EXCLUDE).map(it -> texts(it, EXCLUDE)),
        settings.get(BASELINE).map(it -> text(it, BASELINE)),
        settings.get(PER_FILE).map(SettingsReader::perFile));
  }

  /** Refuses a table with a key that is not one of {@code keys}. */
  static void requireKnown(TomlValue.Table table, String name, List<String> keys) {
    for (Map.Entry<String, TomlValue.Entry> entry : table.entries().entrySet()) {
      if (!keys.contains(entry.getKey())) {
        throw refusal(
            "`" + entry.getKey() + "` is no key of " + name,
            entry.getValue().keyLocation(),
            Spelling.advice(entry.getKey(), keys));
      }
    }
  }

  private static Map<String, List<String>> perFile(TomlValue value) {
    Map<String, List<String>> ignores = new LinkedHashMap<>();
    table(value, PER_FILE)
        .entries()
        .forEach((pattern, entry) -> ignores.put(pattern, rules(entry.value(), PER_FILE)));
    return ignores;
  }

  private static TomlValue.Table table(TomlValue value, String key) {
    if (value instanceof TomlValue.Table table) {
      return table;
    }
    throw refusal("`" + key + "` is no table", value.location(), "make it a table");
  }

  private static List<String> rules(TomlValue value, String key) {
    List<String> words = texts(value, key);
    Optional<String> unknown = RuleSelection.unknown(words, RuleSet.all());
    if (unknown.isPresent()) {
      throw refusal(
          "no rule is called `" + unknown.orElseThrow() + "`",
          value.location(),
          "name rules such as LS002, or LS00 for LS001 to LS009");
    }
    return words;
  }

  private static List<String> texts(TomlValue value, String key) {
    List<String> texts = new ArrayList<>();
    if (value instanceof TomlValue.Items items) {
      for (TomlValue item : items.values()) {
        if (item instanceof TomlValue.Text text) {
          texts.add(text.value());
        }
      }
      if (texts.size() == items.values().size()) {
        return List.copyOf(texts);
      }
    }
    throw refusal(
        "`" + key + "` is no array of strings", value.location(), "write [\"...\", \"...\"]");
  }

  private static String text(TomlValue value, String key) {
    if (value instanceof TomlValue.Text text) {
      return text.value();
    }
    throw refusal("`" + key + "` is no string", value.location(), "put it into quotes");
  }

  private static Severity severity(TomlValue value) {
    String word = text(value, SEVERITY);
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                refusal(
                    "`" + word + "` is no severity",
                    value.location(),
                    Spelling.advice(word, List.of("error", "warning"))));
  }

  private static RefusalException refusal(String what, Location where, String next) {
    return new RefusalException(new Refusal(what, where.path() + ":" + where.line(), next));
  }
}
