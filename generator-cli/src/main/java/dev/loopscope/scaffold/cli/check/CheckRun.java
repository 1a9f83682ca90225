package dev.loopscope.scaffold.cli.check;

import dev.loopscope.scaffold.check.CheckSettings;
import dev.loopscope.scaffold.check.Checker;
import dev.loopscope.scaffold.check.Outcome;
import dev.loopscope.scaffold.check.Upgrade;
import dev.loopscope.scaffold.check.repair.RepairPlanner;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.suite.FoundSuite;
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
      return outcome(files, suites(search, progress), progress);
    }
  }

  /** The same, with what newer releases would bring, and what a recorded run says of it. */
  Outcome withUpgrade(ConfigFiles files) {
    try (CheckProgress progress = CheckProgress.start(console)) {
      SuiteSearch search = search(files);
      List<FoundSuite> suites = suites(search, progress);
      Outcome outcome = recorded(outcome(files, suites, progress), suites, progress);
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
      return upgrade(now, search, suites(search, progress));
    }
  }

  private Outcome outcome(ConfigFiles files, List<FoundSuite> suites, CheckProgress progress) {
    progress.show("checking");
    Outcome outcome = planner().plan(files, suites, checker().checkEach(suites));
    return targets.below().map(outcome::with).orElse(outcome);
  }

  private Outcome recorded(Outcome outcome, List<FoundSuite> suites, CheckProgress progress) {
    if (request.recorded().isEmpty()) {
      return outcome;
    }
    progress.show("holding it against the trace");
    List<SuiteModel> models = suites.stream().map(FoundSuite::model).toList();
    return request.recorded().get().told(outcome, targets, models, request.settings());
  }

  private Optional<Upgrade> upgrade(Outcome now, SuiteSearch search, List<FoundSuite> suites) {
    if (request.upgrade().isEmpty()) {
      return Optional.empty();
    }
    List<FoundSuite> newest = search.upgraded(suites);
    return newest.isEmpty()
        ? Optional.empty()
        : Upgrade.between(now, checker().checkEach(newest), request.upgrade().orElseThrow());
  }

  /** The suites in these files. */
  List<SuiteModel> models(ConfigFiles files) {
    return search(files).suites(request.versions()).stream().map(FoundSuite::model).toList();
  }

  private SuiteSearch search(ConfigFiles files) {
    return new SuiteSearch(targets.paths(), files);
  }

  private List<FoundSuite> suites(SuiteSearch search, CheckProgress progress) {
    progress.show("looking for suites");
    return search.suites(request.versions());
  }

  private Checker checker() {
    return new Checker(RuleSet.all(), request.settings(), targets::exists);
  }

  private RepairPlanner planner() {
    return new RepairPlanner(
        files -> search(files).suites(request.versions()),
        new Checker(RuleSet.all(), CheckSettings.everything(), targets::exists),
        request.settings()::excludes,
        request.repair());
  }
}
