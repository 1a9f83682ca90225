package dev.loopscope.scaffold.project;

import dev.loopscope.scaffold.project.requirement.TextChange;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;

/** Adds an option that is not set to the configuration that pytest reads, by one line of text. */
public final class OptionLine {
  private OptionLine() {}

  /**
   * The line, below the last option that stands at the start of a line; absent where there is none
   * in the section.
   *
   * @param value a word that needs no escapes
   * @throws IllegalArgumentException if the option is set
   */
  public static Optional<TextChange> adding(PytestConfig config, String key, String value) {
    if (config.setting(key).isPresent()) {
      throw new IllegalArgumentException(key + " is set");
    }
    Optional<ConfigFile> file = config.file();
    List<Setting> below = config.settings().stream().filter(OptionLine::startsItsLine).toList();
    if (file.isEmpty() || below.isEmpty() || !config.unreadable().isEmpty()) {
      return Optional.empty();
    }
    Location last = below.get(below.size() - 1).location();
    String text = last.text().text();
    int end = text.indexOf('\n', last.end());
    int at = end < 0 ? text.length() : end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    String written = file.orElseThrow().toml() ? '"' + value + '"' : value;
    return Optional.of(new TextChange(last.path(), at, at, lineEnd + key + " = " + written));
  }

  private static boolean startsItsLine(Setting setting) {
    Location key = setting.keyLocation();
    String text = key.text().text();
    return key.text().lineStart(key.line()) == key.start()
        && text.substring(key.start(), key.end()).equals(setting.key());
  }
}
