package dev.loopscope.scaffold.check.edit.config;

import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.document.ConfigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Sets several options of pytest's configuration, in the file that pytest reads. */
public final class OptionEdits {
  private OptionEdits() {}

  /**
   * The edits, in as few as there are places; absent if one option cannot be set. A {@code
   * pyproject.toml} without a section for pytest gets one.
   *
   * @param options the values, words that need no escapes, by option
   */
  public static Optional<List<Edit>> of(PytestConfig config, SortedMap<String, String> options) {
    List<Edit> edits = new ArrayList<>();
    for (var option : options.entrySet()) {
      Optional<Edit> edit = OptionEdit.set(config, option.getKey(), option.getValue());
      if (edit.isEmpty()) {
        return config.settings().isEmpty()
            ? section(config, options).map(List::of)
            : Optional.empty();
      }
      merge(edit.orElseThrow(), edits);
    }
    return Optional.of(edits);
  }

  /** Two lines that are added at one place become one edit, for edits of a fix stand apart. */
  private static void merge(Edit edit, List<Edit> edits) {
    for (int i = 0; i < edits.size(); i++) {
      Edit other = edits.get(i);
      if (other.start() == edit.start() && other.end() == edit.end()) {
        String both = other.replacement() + edit.replacement();
        edits.set(i, new Edit(other.path(), other.start(), other.end(), both));
        return;
      }
    }
    edits.add(edit);
  }

  /** The options in a section without any, which may have to be written as well. */
  private static Optional<Edit> section(PytestConfig config, SortedMap<String, String> options) {
    if (config.file().isEmpty() || !config.unreadable().isEmpty()) {
      return Optional.empty();
    }
    ConfigFile file = config.file().orElseThrow();
    boolean toml = file.name().endsWith(".toml");
    StringBuilder lines = new StringBuilder();
    options.forEach(
        (key, value) ->
            lines.append(key).append(" = ").append(toml ? '"' + value + '"' : value).append('\n'));
    String text = file.text().text();
    if (config.section().isEmpty()) {
      String gap = text.isEmpty() ? "" : file.text().endsLine(text.length() - 1) ? "\n" : "\n\n";
      return file.name().equals("pyproject.toml")
          ? Optional.of(
              new Edit(
                  file.path(),
                  text.length(),
                  text.length(),
                  gap + "[tool.pytest.ini_options]\n" + lines))
          : Optional.empty();
    }
    return behindHeader(file.text(), "[" + config.section() + "]")
        .map(at -> new Edit(file.path(), at, at, lines.toString()));
  }

  private static Optional<Integer> behindHeader(SourceText text, String header) {
    for (int line = 1; line <= text.lines(); line++) {
      int start = text.lineStart(line);
      int end = text.lineEnd(start);
      if (text.text().substring(start, end).strip().equals(header)) {
        return text.endsLine(start) ? Optional.of(end) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
