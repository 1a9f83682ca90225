package dev.loopscope.scaffold.adopting;

import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.change.merge.SuiteOnDisk;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.suite.module.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of the files that are there. Blank ones say nothing, and are left out. */
final class PresentLines {
  private final SuiteOnDisk files;
  private final Map<String, Map<String, Integer>> counts = new HashMap<>();
  private final Map<String, Map<String, Integer>> partCounts = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final List<String> paths;

  PresentLines(SuiteOnDisk files) {
    this.files = files;
    this.paths = files.paths();
  }

  /** Those without a full stop at the beginning of a name. */
  List<String> paths() {
    return paths;
  }

  /** How often each line is in the file; none if there is no such file. */
  Map<String, Integer> counts(String path) {
    return counts.computeIfAbsent(path, it -> counted(lines(text(it))));
  }

  /** The same of {@link #parts}. */
  Map<String, Integer> partCounts(String path) {
    return partCounts.computeIfAbsent(path, it -> counted(parts(text(it))));
  }

  private static Map<String, Integer> counted(List<String> parts) {
    Map<String, Integer> found = new LinkedHashMap<>();
    parts.forEach(part -> found.merge(part, 1, Integer::sum));
    return found;
  }

  /** The lines of a text, and each two that follow one another: what belongs to what counts too. */
  static List<String> parts(String text) {
    List<String> lines = lines(text);
    List<String> parts = new ArrayList<>(lines);
    for (int i = 1; i < lines.size(); i++) {
      parts.add(lines.get(i - 1) + "\n" + lines.get(i));
    }
    return parts;
  }

  /** The file's text; empty if there is none. */
  String text(String path) {
    return texts.computeIfAbsent(path, it -> files.peek(it).map(FileText::text).orElse(""));
  }

  /** The lines of a text that say something. */
  static List<String> lines(String text) {
    return text.lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).toList();
  }

  /** Where a line is in a file. */
  Optional<Location> find(String path, String line) {
    String text = text(path);
    int start = 0;
    for (String there : text.split("\n", -1)) {
      if (there.stripTrailing().equals(line)) {
        return Optional.of(
            new Location(path, SourceText.of(text), start, start + there.stripTrailing().length()));
      }
      start += there.length() + 1;
    }
    return Optional.empty();
  }
}
