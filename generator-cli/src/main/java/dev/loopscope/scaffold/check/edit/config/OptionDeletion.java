package dev.loopscope.scaffold.check.edit.config;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.Optional;

/** Takes an option out of pytest's configuration. */
public final class OptionDeletion {
  private OptionDeletion() {}

  /** Deletes lines that hold nothing but the option. */
  public static Optional<Edit> edit(Setting setting) {
    Location key = setting.keyLocation();
    String text = key.text().text();
    int start = key.text().lineStart(key.line());
    int end = key.text().lineEnd(setting.location().end());
    boolean alone =
        key.text().endsLine(setting.location().end())
            && text.substring(start, key.start()).isBlank();
    return alone && setting.location().start() > key.end()
        ? Optional.of(new Edit(key.path(), start, end, ""))
        : Optional.empty();
  }
}
