package dev.loopscope.scaffold.placing;

import dev.loopscope.scaffold.change.Change;
import dev.loopscope.scaffold.change.FileText;
import dev.loopscope.scaffold.files.FileReading;
import dev.loopscope.scaffold.project.requirement.TextChange;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From edits of the repository's own files to replacements of their texts. */
final class HostReplacements {
  private HostReplacements() {}

  /** One replacement a file, in the order of their paths. */
  static List<Change.Replace> of(ConfigFiles files, List<AddedLine> lines) {
    Map<String, List<TextChange>> byPath = new TreeMap<>();
    for (AddedLine line : lines) {
      byPath.computeIfAbsent(line.change().path(), path -> new ArrayList<>()).add(line.change());
    }
    List<Change.Replace> replacements = new ArrayList<>();
    byPath.forEach(
        (path, changes) -> {
          Path place = files.base().resolve(path).normalize();
          FileReading reading = files.snapshot().read(place);
          FileText before = FileText.of(reading.toOptional().orElseThrow().bytes());
          FileText after = before.with(TextChange.applied(before.text(), changes));
          replacements.add(new Change.Replace(path, before, after));
        });
    return replacements;
  }
}
