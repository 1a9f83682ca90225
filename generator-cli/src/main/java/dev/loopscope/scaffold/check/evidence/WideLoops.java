package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;

/** Event loops of pytest-asyncio that live longer than a test. */
public final class WideLoops {
  private WideLoops() {}

  /** Whether a suite has one, or may have. */
  public static boolean of(SuiteModel model) {
    return model.testsRunBy(Runner.PYTEST_ASYNCIO).stream()
            .anyMatch(test -> !model.loopScope(test).is(Scope.FUNCTION))
        || model.fixtures().stream().anyMatch(fixture -> isWide(fixture, model));
  }

  private static boolean isWide(Fixture fixture, SuiteModel model) {
    boolean ours = fixture.maker() == Maker.PYTEST_ASYNCIO || fixture.isAsync();
    return ours && !model.loopScope(fixture).is(Scope.FUNCTION);
  }
}
