package dev.loopscope.scaffold.cli.picture;

import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.map.LoopMap;
import dev.loopscope.scaffold.map.MapOrigin;
import dev.loopscope.scaffold.map.MapPanel;
import dev.loopscope.scaffold.map.TestMark;
import dev.loopscope.scaffold.prediction.Prediction;
import dev.loopscope.scaffold.suite.FoundSuite;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.PluginVersions;
import dev.loopscope.scaffold.suite.loop.Runner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The map of suites that nobody ran. */
public final class PredictedMap {
  private final Prediction prediction = new Prediction(RuleSet.all());
  private final List<MapPanel> panels = new ArrayList<>();
  private final Set<String> facts = new LinkedHashSet<>();
  private int unknown;

  private PredictedMap() {}

  /**
   * The map, with a panel for each suite that has tests.
   *
   * @param title what it is of
   */
  public static LoopMap of(String title, List<FoundSuite> suites) {
    PredictedMap map = new PredictedMap();
    List<SuiteModel> models =
        suites.stream().map(FoundSuite::model).filter(it -> !it.collected().isEmpty()).toList();
    models.forEach(it -> map.add(it, models.size() == 1 ? "" : it.config().rootDirectory()));
    return map.map(title);
  }

  /** The map of suites before and after a change, with what is different in words. */
  public static LoopMap between(String title, List<SuiteModel> before, List<SuiteModel> after) {
    PredictedMap map = new PredictedMap();
    for (SuiteModel model : before) {
      String root = model.config().rootDirectory();
      String name = before.size() == 1 ? "" : root + ", ";
      for (SuiteModel other : after) {
        if (other.config().rootDirectory().equals(root)) {
          map.facts.addAll(
              MapDifference.between(
                  map.add(model, name + "before"), map.add(other, name + "after")));
        }
      }
    }
    return map.map(title);
  }

  private MapPanel add(SuiteModel model, String name) {
    MapPanel panel = prediction.panel(model, name);
    panels.add(panel);
    PluginVersions versions = model.versions();
    add("pytest", versions.pytest());
    if (model.hasTestsFor(Runner.PYTEST_ASYNCIO)) {
      add("pytest-asyncio", versions.pytestAsyncio());
    }
    if (model.hasTestsFor(Runner.ANYIO)) {
      add("anyio", versions.anyio());
    }
    unknown += (int) panel.tests().stream().filter(it -> isUnknown(it, panel)).count();
    return panel;
  }

  private void add(String name, Allowed allowed) {
    allowed.expected().ifPresent(it -> facts.add(name + " " + it));
  }

  private static boolean isUnknown(TestMark test, MapPanel panel) {
    return test.lanes().stream().anyMatch(it -> panel.lanes().get(it).backend().isEmpty());
  }

  private LoopMap map(String title) {
    List<String> all = new ArrayList<>(facts);
    if (unknown > 0) {
      all.add(unknown + (unknown == 1 ? " test" : " tests") + " on a loop that is not known");
    }
    return new LoopMap(title, MapOrigin.MODEL, all, panels);
  }
}
