package dev.loopscope.scaffold.check.edit.config;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.List;
import java.util.Optional;

/**
 * Sets an option of pytest's configuration by one edit: the value is replaced, or one line is added
 * below a related option. Comments, order and spacing around it stay.
 */
public final class OptionEdit {
  private OptionEdit() {}

  /**
   * The edit that sets {@code key}, or nothing where one line is not enough: there is no
   * configuration file with an option in it, the option comes from {@code addopts}, or the file
   * writes its keys in a way that a further line would not follow.
   *
   * @param value a word that needs no escapes
   */
  public static Optional<Edit> set(PytestConfig config, String key, String value) {
    if (!config.unreadable().isEmpty() || config.file().isEmpty()) {
      return Optional.empty();
    }
    Optional<Setting> there = config.setting(key);
    if (there.isPresent()) {
      return there.filter(config.settings()::contains).map(it -> replaced(it, value));
    }
    return neighbour(config.settings(), key).map(it -> added(it, key, value));
  }

  private static Edit replaced(Setting setting, String value) {
    Location old = setting.location();
    return new Edit(old.path(), old.start(), old.end(), written(old.path(), value));
  }

  /** The last option of the same plugin, else the last one of all. */
  private static Optional<Setting> neighbour(List<Setting> settings, String key) {
    String plugin = key.substring(0, key.indexOf('_') + 1);
    List<Setting> ownLines = settings.stream().filter(OptionEdit::hasOwnLine).toList();
    Optional<Setting> related =
        ownLines.stream().filter(it -> it.key().startsWith(plugin)).reduce((first, last) -> last);
    return related.or(() -> ownLines.stream().reduce((first, last) -> last));
  }

  private static boolean hasOwnLine(Setting setting) {
    Location key = setting.keyLocation();
    String text = key.text().text();
    boolean startsLine = key.text().lineStart(key.line()) == key.start();
    return startsLine && text.substring(key.start(), key.end()).equals(setting.key());
  }

  private static Edit added(Setting neighbour, String key, String value) {
    Location above = neighbour.location();
    int next = above.text().lineEnd(above.end());
    String line = key + " = " + written(above.path(), value);
    String added = above.text().endsLine(above.end()) ? line + "\n" : "\n" + line;
    return new Edit(above.path(), next, next, added);
  }

  private static String written(String path, String value) {
    return path.endsWith(".toml") ? '"' + value + '"' : value;
  }
}
