package dev.loopscope.scaffold.prediction;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Directories;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where fixtures are registered in pytest's collection tree, and how places are written. */
final class PlacesOfFixtures {
  private final SuiteModel model;
  private final String root;
  private final Map<List<Object>, Boolean> imported = new HashMap<>();

  PlacesOfFixtures(SuiteModel model) {
    this.model = model;
    this.root = Directories.normal(model.config().rootDirectory());
  }

  /**
   * What is one fixture for pytest. A method is one for each class that has it, and one that a test
   * module imports is one for that module.
   */
  FixtureLife.Key key(Fixture fixture, RunningItem item) {
    SourceFile module = item.test().collectedIn();
    if (fixture.owner().isPresent()) {
      return new FixtureLife.Key(Optional.of(fixture), item.nodes().nearestClass().path());
    }
    boolean own =
        imported.computeIfAbsent(
            List.of(fixture, module),
            it -> !fixture.file().equals(module) && binds(module, fixture));
    return new FixtureLife.Key(Optional.of(fixture), own ? module.path() : "");
  }

  private static boolean binds(SourceFile module, Fixture fixture) {
    return !module.names().module().all(fixture.function().name().id()).isEmpty();
  }

  /** The node with which a fixture is torn down; pytest takes the conftest's package. */
  ScopeNode node(Fixture fixture, RunningItem item) {
    Scope scope = fixture.scope().toOptional().orElse(Scope.FUNCTION);
    return scope == Scope.PACKAGE ? packageNode(fixture) : item.node(scope, "");
  }

  private ScopeNode packageNode(Fixture fixture) {
    String directory = fixture.file().directory();
    boolean ofPackage =
        fixture.file().path().endsWith("conftest.py")
            && model.resolver().sources().holds(Directories.join(directory, "__init__.py"));
    return ofPackage ? new ScopeNode(Scope.PACKAGE, directory) : ScopeNode.SESSION;
  }

  /** A path as pytest writes it, relative to its root directory. */
  String path(String path) {
    return !root.isEmpty() && path.startsWith(root + "/")
        ? path.substring(root.length() + 1)
        : path;
  }

  /** A place with its line. */
  String text(Location place) {
    return path(place.path()) + ":" + place.line();
  }
}
