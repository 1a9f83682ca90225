package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tests and fixtures that must run on one loop: each shares a fixture with another of them.
 *
 * @param tests run by pytest-asyncio
 * @param fixtures async ones that it runs for them, and synchronous ones whose value belongs to a
 *     loop
 * @param least the narrowest scope that holds them all
 */
record LoopGroup(List<Test> tests, List<Fixture> fixtures, Scope least) {
  LoopGroup {
    tests = List.copyOf(tests);
    fixtures = List.copyOf(fixtures);
  }

  /**
   * The narrowest scope of a loop that outlives every one of its fixtures and is no narrower than a
   * loop that one of them has already. A class is no scope for tests outside of classes, and the
   * loop of a package is that of the session.
   */
  Scope scope(SuiteModel model) {
    Scope widest = least;
    for (Fixture fixture : fixtures) {
      widest = wider(widest, fixture.scope().toOptional());
      widest =
          wider(
              widest, fixture.isAsync() ? model.loopScope(fixture).toOptional() : Optional.empty());
    }
    for (Test test : tests) {
      widest = wider(widest, model.loopScope(test).toOptional());
    }
    if (widest == Scope.CLASS && tests.stream().anyMatch(it -> it.collectedBy().isEmpty())) {
      return Scope.MODULE;
    }
    return widest == Scope.PACKAGE ? Scope.SESSION : widest;
  }

  private static Scope wider(Scope one, Optional<Scope> other) {
    return other.filter(it -> it.widerThan(one)).orElse(one);
  }

  /** Those of its tests that run on a loop of another scope. */
  List<Test> testsOff(Scope scope, SuiteModel model) {
    return tests.stream().filter(it -> !model.loopScope(it).is(scope)).toList();
  }

  /** Those of its async fixtures that run on a loop of another scope. */
  List<Fixture> fixturesOff(Scope scope, SuiteModel model) {
    List<Fixture> off = new ArrayList<>();
    for (Fixture fixture : fixtures) {
      if (fixture.isAsync() && !model.loopScope(fixture).is(scope)) {
        off.add(fixture);
      }
    }
    return off;
  }
}
