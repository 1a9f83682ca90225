package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.suite.config.document.IniDocument;
import dev.loopscope.scaffold.suite.config.document.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From a section of a file to the options in it. */
final class Settings {
  private Settings() {}

  /** Of a section in INI. */
  static List<Setting> of(Map<String, IniDocument.Value> section) {
    List<Setting> settings = new ArrayList<>();
    section.forEach(
        (key, value) ->
            settings.add(
                new Setting(
                    key,
                    value.text(),
                    Setting.Kind.TEXT,
                    lines(value.text()),
                    value.location(),
                    value.keyLocation())));
    return List.copyOf(settings);
  }

  /** Of a table in TOML. */
  static List<Setting> of(TomlValue.Table table) {
    List<Setting> settings = new ArrayList<>();
    table.entries().forEach((key, entry) -> settings.add(setting(key, entry)));
    return List.copyOf(settings);
  }

  private static Setting setting(String key, TomlValue.Entry entry) {
    TomlValue value = entry.value();
    List<String> items = texts(value);
    String text = String.join("\n", items);
    Setting.Kind kind = kind(value);
    List<String> parts = kind == Setting.Kind.TEXT ? lines(text) : items;
    return new Setting(key, text, kind, parts, value.location(), entry.keyLocation());
  }

  private static Setting.Kind kind(TomlValue value) {
    if (value instanceof TomlValue.Text) {
      return Setting.Kind.TEXT;
    }
    return value instanceof TomlValue.Items ? Setting.Kind.LIST : Setting.Kind.OTHER;
  }

  private static List<String> texts(TomlValue value) {
    if (value instanceof TomlValue.Items items) {
      return items.values().stream().flatMap(it -> texts(it).stream()).toList();
    }
    if (value instanceof TomlValue.Text text) {
      return List.of(text.value());
    }
    return value instanceof TomlValue.Other other ? List.of(other.value()) : List.of();
  }

  /** The lines of a text that are not blank, without blanks around them. */
  static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
