package dev.loopscope.scaffold.check.edit.config;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import java.util.Optional;

/** Gives a table of a TOML file another name. */
public final class TableHeader {
  private TableHeader() {}

  /** The edit; absent if no line holds the header alone, or several do, or the name is taken. */
  public static Optional<Edit> edit(ConfigFile file, String name, String other) {
    SourceText text = file.text();
    Optional<Edit> edit = Optional.empty();
    for (int line = 1; line <= text.lines(); line++) {
      int start = text.lineStart(line);
      String written = text.text().substring(start, text.lineEnd(start)).stripTrailing();
      if (written.startsWith("[" + other)
          || (written.startsWith("[" + name + "]") && edit.isPresent())) {
        return Optional.empty();
      }
      if (written.equals("[" + name + "]")) {
        edit = Optional.of(new Edit(file.path(), start + 1, start + 1 + name.length(), other));
      }
    }
    return edit;
  }
}
