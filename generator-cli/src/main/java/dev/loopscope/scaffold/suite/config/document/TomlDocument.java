package dev.loopscope.scaffold.suite.config.document;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.text.ShortRuns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A TOML file as a tree with locations. The only class that touches the library that parses TOML,
 * so that its classes are loaded with the first TOML file that needs it, and not before: most are
 * written so plainly that {@link PlainToml} reads them in a tenth of the time.
 */
public final class TomlDocument {
  private static final int DEEPEST = 64;

  private final ConfigFile file;
  private final SourceText text;
  private final ShortRuns lines;

  TomlDocument(ConfigFile file) {
    this.file = file;
    this.text = file.text();
    this.lines = new ShortRuns(text.text());
  }

  /**
   * What was read: the root, or why it could not be.
   *
   * @param root present if the file is valid TOML
   * @param error present if not
   */
  public record Parsed(Optional<TomlValue.Table> root, Optional<UnreadableConfig> error) {}

  /** Reads a file. */
  public static Parsed parse(ConfigFile file) {
    return PlainToml.read(file)
        .map(root -> new Parsed(Optional.of(root), Optional.empty()))
        .orElseGet(() -> new TomlDocument(file).parseByLibrary());
  }

  /** Whatever is written less plainly, and whatever is wrong. */
  Parsed parseByLibrary() {
    // tomlj looks for an end behind every line of such a text, from each of them anew.
    OptionalInt endless = TomlSpans.endlessString(text.text());
    if (endless.isPresent()) {
      return new Parsed(
          Optional.empty(), Optional.of(error(endless.getAsInt(), "a string does not end")));
    }
    TomlParseResult result =
        Toml.parse(lines.text(), TomlParseOptions.sourceless().withMaxNestingDepth(DEEPEST));
    if (result.hasErrors()) {
      return new Parsed(Optional.empty(), Optional.of(error(result.errors().get(0))));
    }
    return new Parsed(Optional.of(table(location(0, 0), result)), Optional.empty());
  }

  private UnreadableConfig error(TomlParseError error) {
    return error(offset(error.position()), String.valueOf(error.getMessage()));
  }

  private UnreadableConfig error(int at, String message) {
    return new UnreadableConfig(
        location(at, at),
        "the configuration in `" + file.path() + "`",
        "it is not valid TOML: " + message);
  }

  private TomlValue.Table table(Location location, TomlTable table) {
    Map<String, TomlValue.Entry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : table.entrySet()) {
      TomlPosition position = table.inputPositionOf(List.of(entry.getKey()));
      int start = position == null ? location.start() : offset(position);
      entries.put(entry.getKey(), entry(start, entry.getValue()));
    }
    return new TomlValue.Table(location, entries);
  }

  /** An entry whose key starts at an offset; a table with a header starts at its bracket. */
  private TomlValue.Entry entry(int start, Object value) {
    int keyEnd = TomlSpans.keyEnd(text.text(), start);
    Location key = location(start, keyEnd);
    boolean header = text.text().startsWith("[", start);
    int valueStart = header ? start : TomlSpans.valueStart(text.text(), keyEnd);
    return new TomlValue.Entry(key, value(valueStart, value));
  }

  private TomlValue value(int start, Object value) {
    boolean header = value instanceof TomlTable && !text.text().startsWith("{", start);
    int end =
        header ? TomlSpans.keyEnd(text.text(), start) : TomlSpans.valueEnd(text.text(), start);
    Location location = location(start, end);
    if (value instanceof String string) {
      return new TomlValue.Text(location, string);
    }
    if (value instanceof TomlTable table) {
      return table(location, table);
    }
    if (value instanceof TomlArray array) {
      return new TomlValue.Items(location, items(array, start));
    }
    boolean truth = value instanceof Boolean;
    String printed = String.valueOf(value);
    return new TomlValue.Other(
        location,
        truth ? printed.substring(0, 1).toUpperCase(Locale.ROOT) + printed.substring(1) : printed);
  }

  private List<TomlValue> items(TomlArray array, int start) {
    List<TomlValue> items = new ArrayList<>();
    for (int at = 0; at < array.size(); at++) {
      TomlPosition position = array.inputPositionOf(at);
      items.add(value(position == null ? start : offset(position), array.get(at)));
    }
    return List.copyOf(items);
  }

  /** The library counts code points. */
  private int offset(TomlPosition position) {
    int line = Math.min(lines.line(position.line()), text.lines());
    int start = text.lineStart(line);
    int end = line < text.lines() ? text.lineStart(line + 1) : text.text().length();
    int wanted = position.column() - 1;
    return wanted <= text.text().codePointCount(start, end)
        ? text.text().offsetByCodePoints(start, wanted)
        : end;
  }

  private Location location(int start, int end) {
    return new Location(file.path(), text, start, end);
  }
}
