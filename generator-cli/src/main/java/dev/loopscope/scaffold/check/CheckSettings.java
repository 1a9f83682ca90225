package dev.loopscope.scaffold.check;

import java.util.List;
import java.util.Optional;

/**
 * What a check looks for.
 *
 * @param rules which rules are run
 * @param lowest the lowest severity told of
 * @param exclude files that nothing is told of
 * @param perFile the ids, or starts of ids, that are ignored in files, by pattern in the order
 *     given
 * @param baseline the findings that are known already
 */
public record CheckSettings(
    RuleSelection rules,
    Severity lowest,
    List<PathPattern> exclude,
    List<PerFile> perFile,
    Optional<Baseline> baseline) {
  /** Keeps unmodifiable copies. */
  public CheckSettings {
    exclude = List.copyOf(exclude);
    perFile = List.copyOf(perFile);
  }

  /** Every rule, everywhere. */
  public static CheckSettings everything() {
    return new CheckSettings(
        RuleSelection.ALL, Severity.WARNING, List.of(), List.of(), Optional.empty());
  }

  /** What is ignored in the files of one pattern. */
  public record PerFile(PathPattern files, List<String> ignore) {
    /** Keeps an unmodifiable copy. */
    public PerFile {
      ignore = List.copyOf(ignore);
    }

    boolean ignores(Finding finding) {
      return files.matches(finding.location().path())
          && ignore.stream().anyMatch(finding.rule().id()::startsWith);
    }
  }

  /** Whether nothing is told of a file. */
  public boolean excludes(String path) {
    return exclude.stream().anyMatch(pattern -> pattern.matches(path));
  }

  boolean ignores(Finding finding) {
    return perFile.stream().anyMatch(each -> each.ignores(finding));
  }
}
