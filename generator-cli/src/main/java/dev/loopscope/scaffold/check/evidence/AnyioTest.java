package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import java.util.List;
import java.util.Optional;

/**
 * A test that anyio's plugin runs in every run, and everything it uses is known.
 *
 * @param closure what is set up for it
 * @param backend what it runs on
 */
public record AnyioTest(Test test, Closure closure, AnyioBackend backend) {
  private static final List<String> MAY_KEEP_FROM_RUNNING = List.of("skip", "skipif", "xfail");

  /** The tests of a suite that are such, in its order. */
  public static List<AnyioTest> of(SuiteModel model) {
    return model.testsRunBy(Runner.ANYIO).stream()
        .filter(AnyioTest::isRun)
        .flatMap(test -> of(test, model.closure(test), model.backend(test)).stream())
        .toList();
  }

  private static Optional<AnyioTest> of(Test test, Closure closure, Reading<AnyioBackend> backend) {
    return backend
        .toOptional()
        .filter(AnyioBackend::certain)
        .filter(it -> closure.complete() && closure.names().contains(AnyioBackend.NAME))
        .map(it -> new AnyioTest(test, closure, it));
  }

  /** Whether no mark may keep a test from being run or let it fail. */
  public static boolean isRun(Test test) {
    return test.unknownMarks().isEmpty()
        && test.marks().stream().noneMatch(it -> MAY_KEEP_FROM_RUNNING.contains(it.name()));
  }

  /** The fixtures that anyio runs for it, and that hold its runner until they are torn down. */
  public List<Fixture> holders(SuiteModel model) {
    return closure.fixtures().stream()
        .filter(it -> it.isAsync() && it.maker() == Maker.PYTEST)
        .filter(it -> model.runner(it, test).is(Runner.ANYIO))
        .toList();
  }

  /** Those of its holders that other tests share, or later items of it. */
  public List<Fixture> sharedHolders(SuiteModel model) {
    return holders(model).stream().filter(this::isShared).toList();
  }

  /** Without a class, class scope is that of the item. */
  private boolean isShared(Fixture fixture) {
    return fixture
        .scope()
        .toOptional()
        .filter(it -> it.widerThan(Scope.FUNCTION))
        .filter(it -> it != Scope.CLASS || test.collectedBy().isPresent())
        .isPresent();
  }

  /** The name of its item on a backend, such as {@code test_reads[trio]}. */
  public String item(String backendName) {
    return backend.several() ? test.name() + "[" + backendName + "]" : test.name();
  }

  /** Whether a change of the backend does not tear a fixture down. */
  public boolean outlivedBy(Fixture fixture, SuiteModel model) {
    Scope scopeOfFixture = fixture.scope().toOptional().orElse(Scope.FUNCTION);
    return !scopeOfFixture.widerThan(backend.scope())
        && !model.closure(fixture, test).has(AnyioBackend.NAME)
        && model.closure(fixture, test).complete();
  }
}
