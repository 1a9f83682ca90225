package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.check.evidence.ForeignLoop;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Divides the tests of a suite, and the fixtures that they use, into {@link LoopGroup}s. */
final class LoopGroups {
  private final SuiteModel model;
  private final Map<Fixture, Fixture> parents = new HashMap<>();

  private final HandRunFixtures byHand;

  private LoopGroups(SuiteModel model, HandRunFixtures byHand) {
    this.model = model;
    this.byHand = byHand;
  }

  /**
   * The groups of a suite, in the order of their first tests.
   *
   * @param byHand synchronous fixtures that are to run on the loop of their tests
   */
  static List<LoopGroup> of(SuiteModel model, HandRunFixtures byHand) {
    return new LoopGroups(model, byHand).groups();
  }

  private List<LoopGroup> groups() {
    Map<Test, List<Fixture>> held = new LinkedHashMap<>();
    for (Test test : new AsyncioMarks(model).tests()) {
      List<Fixture> fixtures =
          model.closure(test).fixtures().stream().filter(it -> bindsToLoop(it, test)).toList();
      if (!fixtures.isEmpty()) {
        held.put(test, fixtures);
        fixtures.forEach(it -> join(fixtures.get(0), it));
      }
    }
    Map<Fixture, List<Test>> tests = new LinkedHashMap<>();
    Map<Fixture, Set<Fixture>> fixtures = new HashMap<>();
    held.forEach(
        (test, of) -> {
          Fixture top = top(of.get(0));
          tests.computeIfAbsent(top, it -> new ArrayList<>()).add(test);
          fixtures.computeIfAbsent(top, it -> new LinkedHashSet<>()).addAll(of);
        });
    List<LoopGroup> groups = new ArrayList<>();
    tests.forEach(
        (top, of) ->
            groups.add(
                new LoopGroup(
                    of, List.copyOf(fixtures.getOrDefault(top, Set.of())), Scope.FUNCTION)));
    return groups;
  }

  /** All tests as one group, because they share what no fixture gives them. */
  static List<LoopGroup> whole(SuiteModel model, HandRunFixtures byHand) {
    List<Test> tests = List.copyOf(new AsyncioMarks(model).tests());
    Set<Fixture> fixtures = new LinkedHashSet<>();
    of(model, byHand).forEach(it -> fixtures.addAll(it.fixtures()));
    boolean together = tests.stream().map(Test::collectedIn).distinct().count() == 1;
    return tests.isEmpty()
        ? List.of()
        : List.of(
            new LoopGroup(tests, List.copyOf(fixtures), together ? Scope.MODULE : Scope.SESSION));
  }

  private boolean bindsToLoop(Fixture fixture, Test test) {
    if (fixture.isAsync()) {
      return model.runner(fixture, test).is(Runner.PYTEST_ASYNCIO);
    }
    if (runsItsLoop(fixture) || byHand.has(fixture)) {
      return true;
    }
    if (fixture.name().equals("event_loop") || fixture.scope().is(Scope.FUNCTION)) {
      return false;
    }
    ForeignLoop foreign = ForeignLoop.of(model.resource(fixture));
    return foreign == ForeignLoop.FAILS || foreign == ForeignLoop.FAILS_LATER;
  }

  /** Whether a synchronous fixture requests the loop, and so may run something on it. */
  static boolean runsItsLoop(Fixture fixture) {
    return !fixture.isAsync()
        && !fixture.name().equals("event_loop")
        && fixture.requested().contains("event_loop");
  }

  private void join(Fixture one, Fixture other) {
    Fixture top = top(one);
    Fixture otherTop = top(other);
    if (!top.equals(otherTop)) {
      parents.put(otherTop, top);
    }
  }

  private Fixture top(Fixture fixture) {
    Fixture at = fixture;
    while (parents.containsKey(at)) {
      Fixture above = parents.getOrDefault(at, at);
      // Halves the path, so that long ones do not stay.
      parents.computeIfPresent(at, (it, old) -> parents.getOrDefault(above, above));
      at = above;
    }
    return at;
  }
}
