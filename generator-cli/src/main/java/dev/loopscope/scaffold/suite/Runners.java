package dev.loopscope.scaffold.suite;

import dev.loopscope.scaffold.suite.config.AnyioMode;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.module.Reading;
import java.util.Optional;

/** Who calls tests and fixtures. */
final class Runners {
  private static final String ASYNCIO = "asyncio";
  private static final String ANYIO = "anyio";
  private static final String BACKEND = "anyio_backend";

  private final PytestConfig config;
  private final Plugins plugins;

  Runners(PytestConfig config, Plugins plugins) {
    this.config = config;
    this.plugins = plugins;
  }

  /**
   * Who calls a test.
   *
   * @param closure what is set up for it
   */
  Reading<Runner> of(Test test, Closure closure, AsyncioVersion version) {
    if (test.collectedBy().isPresent()) {
      SuiteClass owner = test.collectedBy().orElseThrow();
      if (owner.mro().externalBases().stream().anyMatch(UnittestBases::holds)) {
        return Reading.known(Runner.UNITTEST);
      }
      if (!owner.mro().complete()) {
        return Reading.unknown(owner.mro().unknown().get(0));
      }
    }
    if (plugins.stranger().isPresent()) {
      return Reading.unknown(plugins.stranger().orElseThrow());
    }
    return test.kind().flatMap(kind -> of(test, kind, closure, version));
  }

  private Reading<Runner> of(
      Test test, FunctionKind kind, Closure closure, AsyncioVersion version) {
    if (!kind.isAsync()) {
      return Reading.known(Runner.SYNC);
    }
    Reading<AsyncioMode> mode = config.asyncioMode();
    if (plugins.pytestAsyncio() && !mode.is(AsyncioMode.STRICT)) {
      return mode.flatMap(
          it ->
              it == AsyncioMode.AUTO
                  ? Reading.known(Runner.PYTEST_ASYNCIO)
                  : Reading.unknown("`asyncio_mode` is `legacy`"));
    }
    if (test.unknownMarks().isPresent()) {
      return Reading.unknown(test.unknownMarks().orElseThrow());
    }
    if (plugins.pytestAsyncio() && isTaken(test.closestMark(ASYNCIO), version)) {
      return Reading.known(Runner.PYTEST_ASYNCIO);
    }
    return ofAnyio(test, closure);
  }

  private static boolean isTaken(Optional<Mark> mark, AsyncioVersion version) {
    return mark.filter(it -> it.level() != MarkLevel.HOOK || !version.takesTestsWhenCollected())
        .isPresent();
  }

  private Reading<Runner> ofAnyio(Test test, Closure closure) {
    if (!plugins.anyio()) {
      return Reading.known(Runner.NONE);
    }
    boolean marked = test.closestMark(ANYIO).isPresent() || config.anyioMode().is(AnyioMode.AUTO);
    // A test with the fixture is taken even without the mark.
    if (marked || closure.has(BACKEND)) {
      return Reading.known(Runner.ANYIO);
    }
    return closure.complete()
        ? Reading.known(Runner.NONE)
        : Reading.unknown("`" + closure.unknown().get(0) + "` may request `anyio_backend`");
  }

  /** Who calls a fixture when it is set up for a test. */
  Reading<Runner> of(Fixture fixture, Closure ofTest) {
    if (fixture.maker() == Maker.OTHER) {
      return Reading.unknown("`" + fixture.name() + "` is made by a plugin that is not known");
    }
    if (fixture.maker() == Maker.PYTEST_ASYNCIO) {
      return plugins.pytestAsyncio()
          ? Reading.known(Runner.PYTEST_ASYNCIO)
          : Reading.unknown("pytest-asyncio is switched off");
    }
    return fixture.kind().flatMap(kind -> of(fixture, kind, ofTest));
  }

  private Reading<Runner> of(Fixture fixture, FunctionKind kind, Closure ofTest) {
    if (!kind.isAsync()) {
      return Reading.known(Runner.SYNC);
    }
    if (plugins.stranger().isPresent()) {
      return Reading.unknown(plugins.stranger().orElseThrow());
    }
    Reading<AsyncioMode> mode = config.asyncioMode();
    if (plugins.pytestAsyncio() && !mode.is(AsyncioMode.STRICT)) {
      return mode.map(it -> Runner.PYTEST_ASYNCIO);
    }
    if (plugins.anyio() && ofTest.has(BACKEND)) {
      return Reading.known(Runner.ANYIO);
    }
    return ofTest.complete() || !plugins.anyio()
        ? Reading.known(Runner.NONE)
        : Reading.unknown(
            "`"
                + ofTest.unknown().get(0)
                + "` may request `anyio_backend` beside `"
                + fixture.name()
                + "`");
  }
}
