package dev.loopscope.scaffold.check.fix;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Repair;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.python.source.SourceText;
import dev.loopscope.scaffold.python.source.UndecodableSourceException;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fixes and repairs as somebody else may apply them, each alone: with the edits that take out the
 * imports that it leaves without a use.
 */
public final class WholeFixes {
  private final ConfigFiles files;
  private final Map<String, Optional<SourceText>> texts = new HashMap<>();
  private final Map<String, List<ImportNeeds.Binding>> needed = new HashMap<>();
  private final SharedNames shared;

  private WholeFixes(ConfigFiles files, Outcome outcome) {
    this.files = files;
    Set<String> paths = new HashSet<>();
    for (List<Edit> edits : all(outcome)) {
      byPath(edits)
          .forEach(
              (path, ofFile) -> {
                if (!paths.contains(path) && !together(path, ofFile, false).equals(ofFile)) {
                  paths.add(path);
                }
              });
    }
    this.shared = new SharedNames(files, paths);
  }

  /**
   * The outcome with such fixes and repairs.
   *
   * @param files that were judged
   */
  public static Outcome of(Outcome outcome, ConfigFiles files) {
    WholeFixes whole = new WholeFixes(files, outcome);
    return outcome.withFixes(
        outcome.findings().stream().map(whole::whole).toList(),
        outcome.repairs().stream().map(whole::whole).toList());
  }

  private static List<List<Edit>> all(Outcome outcome) {
    List<List<Edit>> all = new ArrayList<>();
    outcome.findings().forEach(it -> it.fix().map(Fix::edits).ifPresent(all::add));
    outcome.repairs().forEach(it -> all.add(it.edits()));
    return all;
  }

  private Finding whole(Finding finding) {
    return finding
        .fix()
        .map(it -> finding.with(new Fix(it.safety(), it.title(), whole(it.edits()))))
        .orElse(finding);
  }

  private Repair whole(Repair repair) {
    return repair.with(whole(repair.edits()));
  }

  private List<Edit> whole(List<Edit> edits) {
    List<Edit> whole = new ArrayList<>();
    boolean changed = false;
    for (Map.Entry<String, List<Edit>> ofFile : byPath(edits).entrySet()) {
      List<Edit> together = together(ofFile.getKey(), ofFile.getValue(), true);
      changed |= !together.equals(ofFile.getValue());
      whole.addAll(together);
    }
    return changed ? whole : edits;
  }

  private static Map<String, List<Edit>> byPath(List<Edit> edits) {
    Map<String, List<Edit>> byPath = new TreeMap<>();
    edits.forEach(it -> byPath.computeIfAbsent(it.path(), path -> new ArrayList<>()).add(it));
    byPath
        .values()
        .forEach(it -> it.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end)));
    return byPath;
  }

  /**
   * With what takes out imports.
   *
   * @param asked whether others are asked for what they use of the module
   */
  private List<Edit> together(String path, List<Edit> edits, boolean asked) {
    Optional<SourceText> text =
        path.endsWith(".py") ? texts.computeIfAbsent(path, this::text) : Optional.empty();
    return text.map(
            it ->
                LeftoverImports.together(
                    needed.computeIfAbsent(path, own -> LeftoverImports.needed(it)),
                    it,
                    edits,
                    name -> asked && shared.has(path, name)))
        .orElse(edits);
  }

  private Optional<SourceText> text(String path) {
    return files
        .snapshot()
        .read(files.base().resolve(path).normalize())
        .toOptional()
        .flatMap(
            it -> {
              try {
                return Optional.of(SourceText.decode(it.bytes()));
              } catch (UndecodableSourceException e) {
                return Optional.empty();
              }
            });
  }
}
