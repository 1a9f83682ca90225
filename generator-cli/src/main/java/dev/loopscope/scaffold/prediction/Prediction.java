package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.suite.SuiteModel;
import java.util.List;

/** Draws what a run of a suite would do with its loops, without running anything. */
public final class Prediction {
  private final List<Rule> rules;

  /**
   * A prediction that shows what some rules find.
   *
   * @param rules all that there are; those that tell of loops are asked
   */
  public Prediction(List<Rule> rules) {
    this.rules = rules.stream().filter(it -> isDrawn(it.id())).toList();
  }

  private static boolean isDrawn(String rule) {
    return DrawnFindings.CROSSINGS.contains(rule)
        || DrawnFindings.LIES.contains(rule)
        || FailingSetUps.RULES.contains(rule);
  }

  /**
   * The tests of a suite in the order of a run, with the loops that they run on, the fixtures from
   * set-up to teardown, and what the rules find. Comments that ignore findings take nothing away.
   *
   * @param name of the panel
   */
  public MapPanel panel(SuiteModel model, String name) {
    Findings found = new Findings();
    rules.parallelStream().forEach(it -> it.check(model, found));
    List<Finding> findings = found.inOrder();
    PlacesOfFindings places = new PlacesOfFindings(model);
    FailingSetUps failing = FailingSetUps.of(findings, places);
    PredictedRun run = PredictedRun.of(model, failing);
    DrawnFindings drawn = new DrawnFindings(model, run, places);
    return new MapPanel(
        name,
        run.lanes(),
        run.bars(),
        run.tests(),
        drawn.crossings(findings),
        drawn.lies(findings));
  }
}
