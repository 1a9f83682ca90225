package dev.loopscope.scaffold.check.settings;

import dev.loopscope.scaffold.check.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project says about its checks. What it does not say is empty.
 *
 * @param directory that patterns and paths are relative to; the one that holds the files
 * @param select ids or starts of ids
 * @param ignore ids or starts of ids
 * @param severity the lowest that is told of
 * @param exclude patterns of paths
 * @param baseline path of the baseline, relative to the directory
 * @param perFile ids or starts of ids by pattern, in the order of the file
 */
public record ProjectSettings(
    Path directory,
    Optional<List<String>> select,
    Optional<List<String>> ignore,
    Optional<Severity> severity,
    Optional<List<String>> exclude,
    Optional<String> baseline,
    Optional<Map<String, List<String>>> perFile) {

  /** Of a project that says nothing. */
  public static ProjectSettings none(Path directory) {
    return new ProjectSettings(
        directory,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** These, and where they say nothing, what {@code others} say. */
  ProjectSettings orElse(ProjectSettings others) {
    return new ProjectSettings(
        directory,
        select.or(others::select),
        ignore.or(others::ignore),
        severity.or(others::severity),
        exclude.or(others::exclude),
        baseline.or(others::baseline),
        perFile.or(others::perFile));
  }
}
