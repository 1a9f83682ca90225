package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.change.TargetRefusedException;
import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.PathPattern;
import dev.loopscope.scaffold.check.RuleSelection;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.settings.ProjectSettings;
import dev.loopscope.scaffold.check.settings.SettingsFiles;
import dev.loopscope.scaffold.check.settings.UnreadableSettingsException;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.suite.config.version.AskedVersions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for: the command line, and the configuration where the command line is silent.
 *
 * @param baseline where the baseline lies, if there is to be one
 * @param versions what is taken for installed
 * @param upgrade the command that judges the same with the newest releases, if it is to be told of
 *     where it would find more
 * @param recorded the run that findings are held against, if there is one
 * @param repair the command that judges the same and writes what repairs it
 */
record CheckRequest(
    CheckSettings settings,
    Optional<BaselineFile> baseline,
    AskedVersions versions,
    Optional<String> upgrade,
    Optional<RecordedRun> recorded,
    String repair) {
  /**
   * Brings both together.
   *
   * @throws TargetRefusedException if the settings or the baseline cannot be read
   * @throws RefusalException if a value is not one that its option takes
   */
  static CheckRequest of(CheckArguments asked, CheckTargets targets, Path workingDirectory) {
    ProjectSettings project = project(targets);
    Optional<BaselineFile> baseline = baseline(asked, project, workingDirectory);
    boolean write = asked.flag(CheckOption.WRITE_BASELINE);
    CheckSettings settings =
        new CheckSettings(
            new RuleSelection(
                asked.rules(CheckOption.SELECT).or(project::select).orElse(List.of()),
                asked.rules(CheckOption.IGNORE).or(project::ignore).orElse(List.of())),
            asked.severity().or(project::severity).orElse(Severity.WARNING),
            exclude(asked, project, targets, workingDirectory),
            perFile(project, targets),
            write ? Optional.empty() : baseline.map(it -> it.read(targets.files().snapshot())));
    if (write && baseline.isEmpty()) {
      throw new RefusalException(
          new Refusal(
              "--write-baseline does not know where to",
              "scaffold check --write-baseline",
              "add --baseline FILE, or set `baseline` in [tool.scaffold.check]"));
    }
    AskedVersions versions = asked.versions();
    return new CheckRequest(
        settings,
        baseline,
        versions,
        upgrade(asked, versions),
        asked.recordedRun(workingDirectory),
        asked.repairCommand());
  }

  /** Judging twice takes time: only where it is said, and no versions are asked for. */
  private static Optional<String> upgrade(CheckArguments asked, AskedVersions versions) {
    return !asked.flag(CheckOption.WRITE_BASELINE) && versions.isNone()
        ? Optional.of(asked.upgradeCommand())
        : Optional.empty();
  }

  private static ProjectSettings project(CheckTargets targets) {
    try {
      return SettingsFiles.find(targets.common(), targets.files());
    } catch (UnreadableSettingsException e) {
      throw new TargetRefusedException(e.refusal(), e);
    }
  }

  private static Optional<BaselineFile> baseline(
      CheckArguments asked, ProjectSettings project, Path workingDirectory) {
    return asked
        .value(CheckOption.BASELINE)
        .map(typed -> BaselineFile.of(typed, workingDirectory.toAbsolutePath()))
        .or(() -> project.baseline().map(path -> BaselineFile.inside(path, project.directory())));
  }

  private static List<PathPattern> exclude(
      CheckArguments asked, ProjectSettings project, CheckTargets targets, Path workingDirectory) {
    Path here = workingDirectory.toAbsolutePath().normalize();
    Optional<List<PathPattern>> typed =
        asked.list(CheckOption.EXCLUDE).map(texts -> patterns(texts, here, targets));
    List<PathPattern> all = new ArrayList<>();
    typed
        .or(() -> project.exclude().map(texts -> patterns(texts, project.directory(), targets)))
        .ifPresent(all::addAll);
    asked
        .list(CheckOption.EXTEND_EXCLUDE)
        .ifPresent(texts -> all.addAll(patterns(texts, here, targets)));
    return all;
  }

  private static List<PathPattern> patterns(
      List<String> texts, Path directory, CheckTargets targets) {
    return texts.stream().map(text -> PathPattern.below(directory, targets.base(), text)).toList();
  }

  private static List<CheckSettings.PerFile> perFile(
      ProjectSettings project, CheckTargets targets) {
    return project.perFile().orElse(Map.of()).entrySet().stream()
        .map(
            entry ->
                new CheckSettings.PerFile(
                    PathPattern.below(project.directory(), targets.base(), entry.getKey()),
                    entry.getValue()))
        .toList();
  }

  /** Where the baseline is written. */
  BaselineFile baselineFile() {
    return baseline.orElseThrow();
  }
}
