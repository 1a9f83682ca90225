package dev.loopscope.scaffold.suite.config.document;

import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An INI file as pytest's reader, iniconfig, reads it: a key starts at the first column, a line
 * that starts with blanks goes on with the value before it, {@code #} and {@code ;} start comments
 * that have a line of their own or stand behind a section's name, and quotes are characters like
 * others.
 */
public final class IniDocument {
  /**
   * One value.
   *
   * @param lines what stands on its lines, without blanks around it; an empty first line is left
   *     out
   * @param location from the first of them to the last
   */
  public record Value(
      List<String> lines, List<Location> places, Location location, Location keyLocation) {
    /** Its lines, joined by line feeds. */
    public String text() {
      return String.join("\n", lines);
    }

    private Value with(List<Location> continued) {
      List<String> more = new ArrayList<>(lines);
      List<Location> there = new ArrayList<>(places);
      for (Location place : continued) {
        more.add(place.text().text().substring(place.start(), place.end()));
        there.add(place);
      }
      Location first = there.get(0);
      Location last = there.get(there.size() - 1);
      Location all = new Location(first.path(), first.text(), first.start(), last.end());
      return new Value(List.copyOf(more), List.copyOf(there), all, keyLocation);
    }
  }

  private final ConfigFile file;
  private final Map<String, Map<String, Value>> sections = new LinkedHashMap<>();
  private final List<UnreadableConfig> errors = new ArrayList<>();

  private Optional<String> section = Optional.empty();
  private Optional<String> key = Optional.empty();

  /** The further lines of the value of {@link #key}. */
  private final List<Location> continued = new ArrayList<>();

  private IniDocument(ConfigFile file) {
    this.file = file;
  }

  /** Reads a whole file. What iniconfig would refuse is an error, and the rest is read. */
  static IniDocument parse(ConfigFile file) {
    IniDocument document = new IniDocument(file);
    SourceText text = file.text();
    for (int line = 1; line <= text.lines(); line++) {
      int start = text.lineStart(line);
      int end = line < text.lines() ? text.lineStart(line + 1) : text.text().length();
      document.line(start, trimmedEnd(text.text(), start, end));
    }
    document.endValue();
    return document;
  }

  /** The values of a section by key, if there is such a section. */
  public Optional<Map<String, Value>> section(String name) {
    return Optional.ofNullable(sections.get(name));
  }

  /** The names of the sections, in order. */
  public List<String> names() {
    return List.copyOf(sections.keySet());
  }

  /** For each line that iniconfig refuses, why. Empty for a file that it reads. */
  public List<UnreadableConfig> errors() {
    return List.copyOf(errors);
  }

  private void line(int start, int end) {
    String text = file.text().text();
    int first = start;
    while (first < end && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    if (first == end || "#;".indexOf(text.charAt(first)) >= 0) {
      return;
    }
    if (text.charAt(start) == '[') {
      sectionLine(start, end);
    } else if (first > start) {
      continuation(first, end);
    } else {
      keyLine(start, end);
    }
  }

  private void sectionLine(int start, int end) {
    String line = file.text().text().substring(start, end);
    String name = line.split("[#;]", 2)[0].stripTrailing();
    if (!name.endsWith("]")) {
      continuation(start, end);
      return;
    }
    endValue();
    section = Optional.of(name.substring(1, name.length() - 1));
    if (sections.putIfAbsent(section.orElseThrow(), new LinkedHashMap<>()) != null) {
      error(start, end, "the section " + name + " is there twice");
    }
  }

  private void keyLine(int start, int end) {
    String line = file.text().text().substring(start, end);
    int equals = line.indexOf('=');
    int colon = line.indexOf(':');
    int separator = equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
    endValue();
    if (separator < 0) {
      error(start, end, "the line is neither a section nor a key with a value");
    } else if (section.isEmpty()) {
      error(start, end, "the line stands before the first section");
    } else {
      keyValue(start, separator, end);
    }
  }

  private void keyValue(int start, int separator, int end) {
    String text = file.text().text();
    int keyEnd = trimmedEnd(text, start, start + separator);
    int from = start + separator + 1;
    while (from < end && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    String name = text.substring(start, keyEnd);
    boolean empty = from == end;
    Value value =
        new Value(
            empty ? List.of() : List.of(text.substring(from, end)),
            empty ? List.of() : List.of(location(from, end)),
            location(from, end),
            location(start, keyEnd));
    if (values().putIfAbsent(name, value) == null) {
      key = Optional.of(name);
    } else {
      error(start, end, "the key " + name + " is there twice");
    }
  }

  private void continuation(int start, int end) {
    if (section.isEmpty() || key.isEmpty()) {
      error(start, end, "the line goes on with a value, but there is none before it");
      return;
    }
    continued.add(location(start, end));
  }

  private void endValue() {
    if (key.isPresent() && !continued.isEmpty()) {
      values().computeIfPresent(key.orElseThrow(), (name, before) -> before.with(continued));
    }
    continued.clear();
    key = Optional.empty();
  }

  private Map<String, Value> values() {
    return sections.computeIfAbsent(section.orElseThrow(), name -> new LinkedHashMap<>());
  }

  private void error(int start, int end, String why) {
    errors.add(
        new UnreadableConfig(
            location(start, end), "the configuration in `" + file.path() + "`", why));
  }

  private Location location(int start, int end) {
    return new Location(file.path(), file.text(), start, end);
  }

  private static int trimmedEnd(String text, int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }
}
