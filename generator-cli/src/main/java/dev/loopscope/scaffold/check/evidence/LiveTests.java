package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Literal.StringLiteral;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.code.Reach;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Parametrization;
import java.util.List;
import java.util.Set;

/**
 * Tests whose failure would be a surprise: they are neither skipped in every run nor expected to
 * fail.
 */
public final class LiveTests {
  private LiveTests() {}

  /** Those of a suite. */
  public static List<Test> of(SuiteModel model) {
    return model.tests().stream().filter(it -> isLive(it, model)).toList();
  }

  /** Those that have a fixture in their closure. */
  public static List<Test> using(Fixture fixture, SuiteModel model) {
    return model.testsUsing(fixture).stream().filter(it -> isLive(it, model)).toList();
  }

  /** Whether a test is a coroutine function that runs on an event loop of asyncio. */
  public static boolean onAsyncio(Test test, SuiteModel model) {
    if (!test.kind().is(FunctionKind.COROUTINE)) {
      return false;
    }
    return model.runner(test).is(Runner.PYTEST_ASYNCIO)
        || (model.runner(test).is(Runner.ANYIO) && hasAsyncio(test, model));
  }

  /** Whether a fixture is async and runs on an event loop of asyncio for a test. */
  public static boolean onAsyncio(Fixture fixture, Test test, SuiteModel model) {
    if (!fixture.isAsync()) {
      return false;
    }
    return model.runner(fixture, test).is(Runner.PYTEST_ASYNCIO)
        || (model.runner(fixture, test).is(Runner.ANYIO) && hasAsyncio(test, model));
  }

  private static boolean hasAsyncio(Test test, SuiteModel model) {
    return model.backends(test).toOptional().filter(it -> it.contains("asyncio")).isPresent();
  }

  private static boolean isLive(Test test, SuiteModel model) {
    return test.closestMark("skip").isEmpty()
        && test.closestMark("xfail").isEmpty()
        && test.marks().stream().noneMatch(LiveTests::skipsAlways)
        && test.parametrizations().stream().noneMatch(LiveTests::hasNoItem)
        && test.function().decorators().stream().noneMatch(it -> isSkip(test, it, model));
  }

  /** {@code skipif(True)}. */
  private static boolean skipsAlways(Mark mark) {
    return mark.name().equals("skipif")
        && mark.arguments().stream()
            .anyMatch(it -> !(it instanceof StringLiteral) && Reach.body(it) == Reach.ALWAYS);
  }

  /** pytest skips a test that has nothing to go over. */
  private static boolean hasNoItem(Parametrization parametrization) {
    return Reach.elements(parametrization.values()) == Reach.NEVER;
  }

  /** What {@code unittest.skip} makes of a function raises before anything runs. */
  private static boolean isSkip(Test test, Expression decorator, SuiteModel model) {
    return decorator instanceof Call call
        && isCalledSkip(call.function())
        && model
            .resolver()
            .qualifiedName(test.file(), call.function())
            .filter(Set.of("unittest.skip", "unittest.case.skip")::contains)
            .isPresent();
  }

  private static boolean isCalledSkip(Expression function) {
    return (function instanceof Attribute attribute && attribute.attr().equals("skip"))
        || (function instanceof Name name && name.id().equals("skip"));
  }
}
