package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.Optional;

/**
 * The loop scopes of a suite if its defaults were others.
 *
 * @param tests the default for tests; as it is if absent
 * @param fixtures the default for fixtures; as it is if absent
 */
record Assumed(SuiteModel model, Optional<Scope> tests, Optional<Scope> fixtures) {
  /** Of a test. */
  Optional<Scope> loopScope(Test test) {
    boolean stated = model.decidingMark(test).filter(AsyncioMarks::isScoped).isPresent();
    return stated || tests.isEmpty() ? model.loopScope(test).toOptional() : tests;
  }

  /** Of an async fixture. */
  Optional<Scope> loopScope(Fixture fixture) {
    boolean stated = fixture.declaredLoopScope().isPresent();
    return stated || fixtures.isEmpty() ? model.loopScope(fixture).toOptional() : fixtures;
  }
}
