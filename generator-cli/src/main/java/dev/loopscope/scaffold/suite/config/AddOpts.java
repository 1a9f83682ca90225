package dev.loopscope.scaffold.suite.config;

import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the value of {@code addopts} to the options that matter to a suite's loops. */
final class AddOpts {
  private final Location location;
  private final List<Setting> overrides = new ArrayList<>();
  private final List<String> blocked = new ArrayList<>();
  private final List<String> loaded = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Optional<Setting> asyncioMode = Optional.empty();
  private Optional<Setting> importMode = Optional.empty();
  private boolean strictConfig;
  private boolean strictMarkers;

  private AddOpts(Location location) {
    this.location = location;
  }

  static CommandLine parse(Setting addopts) {
    AddOpts options = new AddOpts(addopts.location());
    options.read(
        addopts.kind() == Setting.Kind.LIST ? addopts.items() : ShellWords.split(addopts.value()));
    return new CommandLine(
        options.overrides,
        options.asyncioMode,
        options.importMode,
        options.blocked,
        options.loaded,
        options.warnings,
        options.strictConfig,
        options.strictMarkers);
  }

  private void read(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      String next = at + 1 < words.size() ? words.get(at + 1) : "";
      if (takesValue(word)) {
        option(word, next);
        at++;
      } else if (word.startsWith("--")) {
        int equals = word.indexOf('=');
        option(equals < 0 ? word : word.substring(0, equals), word.substring(equals + 1));
      } else if (word.length() > 2) {
        option(word.substring(0, 2), word.substring(2));
      }
    }
  }

  private static boolean takesValue(String word) {
    return List.of(
            "-o",
            "-p",
            "-W",
            "--override-ini",
            "--pythonwarnings",
            "--asyncio-mode",
            "--import-mode")
        .contains(word);
  }

  private void option(String name, String value) {
    switch (name) {
      case "-o", "--override-ini" -> override(value);
      case "-p" -> plugin(value);
      case "-W", "--pythonwarnings" -> warnings.add(value);
      case "--asyncio-mode" -> asyncioMode = Optional.of(setting("asyncio_mode", value));
      case "--import-mode" -> importMode = Optional.of(setting("import-mode", value));
      case "--strict-config" -> strictConfig = true;
      case "--strict-markers" -> strictMarkers = true;
      case "--strict" -> {
        strictMarkers = true;
        overrides.add(setting("strict", "true"));
      }
      default -> {
        // Of no consequence to loops.
      }
    }
  }

  private void override(String value) {
    int equals = value.indexOf('=');
    if (equals >= 0) {
      overrides.add(setting(value.substring(0, equals), value.substring(equals + 1)));
    }
  }

  private void plugin(String name) {
    if (name.startsWith("no:")) {
      blocked.add(name.substring("no:".length()));
    } else {
      loaded.add(name);
    }
  }

  private Setting setting(String key, String value) {
    return new Setting(key, value, Setting.Kind.TEXT, Settings.lines(value), location, location);
  }
}
