package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.Checker;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Upgrade;
import dev.loopscope.scaffold.check.repair.RepairPlanner;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.SuiteSearch;
import dev.loopscope.scaffold.suite.config.document.ConfigFiles;
import java.util.List;
import java.util.Optional;

/**
 * Reads and judges what was asked for.
 *
 * @param console where the progress is shown
 */
record CheckRun(Console console, CheckTargets targets, CheckRequest request) {
  /** What is found in these files. */
  Outcome outcome(ConfigFiles files) {
    try (CheckProgress progress = CheckProgress.start(console)) {
      SuiteSearch search = search(files);
      return outcome(files, models(search, progress), progress);
    }
  }

  /** The same, with what newer releases would bring. */
  Outcome withUpgrade(ConfigFiles files) {
    try (CheckProgress progress = CheckProgress.start(console)) {
      SuiteSearch search = search(files);
      List<SuiteModel> suites = models(search, progress);
      Outcome outcome = outcome(files, suites, progress);
      return upgrade(outcome, search, suites).map(outcome::with).orElse(outcome);
    }
  }

  /** What newer releases would bring to files in which {@code now} was found. */
  Optional<Upgrade> upgrade(Outcome now, ConfigFiles files) {
    if (request.upgrade().isEmpty()) {
      return Optional.empty();
    }
    try (CheckProgress progress = CheckProgress.start(console)) {
      SuiteSearch search = search(files);
      return upgrade(now, search, models(search, progress));
    }
  }

  private Outcome outcome(ConfigFiles files, List<SuiteModel> suites, CheckProgress progress) {
    progress.show("checking");
    Outcome outcome = planner().plan(files, suites, checker().check(suites));
    return targets.below().map(outcome::with).orElse(outcome);
  }

  private Optional<Upgrade> upgrade(Outcome now, SuiteSearch search, List<SuiteModel> suites) {
    if (request.upgrade().isEmpty()) {
      return Optional.empty();
    }
    List<SuiteModel> newest = search.upgraded(suites);
    return newest.isEmpty()
        ? Optional.empty()
        : Upgrade.between(now, checker().check(newest), request.upgrade().orElseThrow());
  }

  private SuiteSearch search(ConfigFiles files) {
    return new SuiteSearch(targets.paths(), files);
  }

  private List<SuiteModel> models(SuiteSearch search, CheckProgress progress) {
    progress.show("reading");
    return search.models(request.versions());
  }

  private Checker checker() {
    return new Checker(RuleSet.all(), request.settings(), targets::exists);
  }

  private RepairPlanner planner() {
    return new RepairPlanner(
        files -> search(files).models(request.versions()),
        new Checker(RuleSet.all(), CheckSettings.everything(), targets::exists),
        request.settings()::excludes,
        request.repair());
  }
}
