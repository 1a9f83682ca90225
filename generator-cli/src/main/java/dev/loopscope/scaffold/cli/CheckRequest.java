package dev.loopscope.scaffold.cli;

import dev.loopscope.scaffold.answers.Refusal;
import dev.loopscope.scaffold.answers.RefusalException;
import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.PathPattern;
import dev.loopscope.scaffold.check.RuleSelection;
import dev.loopscope.scaffold.check.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for: the command line, and the configuration where the command line is silent.
 *
 * @param baseline where the baseline lies, if there is to be one
 */
record CheckRequest(CheckSettings settings, Optional<BaselineFile> baseline) {
  /**
   * Brings both together.
   *
   * @throws RefusalException if a value is not one that its option takes
   */
  static CheckRequest of(CheckArguments asked, CheckTargets targets, Path workingDirectory) {
    Optional<BaselineFile> baseline =
        asked
            .value(CheckOption.BASELINE)
            .map(
                typed -> new BaselineFile(typed, workingDirectory.toAbsolutePath().resolve(typed)));
    boolean write = asked.flag(CheckOption.WRITE_BASELINE);
    CheckSettings settings =
        new CheckSettings(
            new RuleSelection(
                asked.rules(CheckOption.SELECT).orElse(List.of()),
                asked.rules(CheckOption.IGNORE).orElse(List.of())),
            asked.severity().orElse(Severity.WARNING),
            asked.list(CheckOption.EXCLUDE).orElse(List.of()).stream()
                .map(PathPattern::new)
                .toList(),
            List.of(),
            write ? Optional.empty() : baseline.map(BaselineFile::read));
    if (write && baseline.isEmpty()) {
      throw new RefusalException(
          new Refusal(
              "--write-baseline does not know where to",
              "scaffold check --write-baseline",
              "add --baseline FILE, or set `baseline` in [tool.scaffold.check]"));
    }
    return new CheckRequest(settings, baseline);
  }

  /** Where the baseline is written. */
  BaselineFile baselineFile() {
    return baseline.orElseThrow();
  }
}
