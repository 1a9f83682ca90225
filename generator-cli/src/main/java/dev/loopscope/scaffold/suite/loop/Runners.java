package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.collect.UnittestBases;
import dev.loopscope.scaffold.suite.config.AnyioMode;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.MarkLevel;
import dev.loopscope.scaffold.suite.mark.SuiteClass;
import dev.loopscope.scaffold.suite.module.Reading;
import java.util.Optional;
import java.util.function.Supplier;

/** Who calls tests and fixtures. */
public final class Runners {
  private static final String ASYNCIO = "asyncio";
  private static final String ANYIO = "anyio";
  private static final String BACKEND = "anyio_backend";

  private final PytestConfig config;
  private final Plugins plugins;
  private final boolean speaksOfAnyio;

  /**
   * Of one suite.
   *
   * @param speaksOfAnyio whether the project names anyio anywhere; if not, a fixture that is not
   *     known is not taken for one that requests {@code anyio_backend}
   */
  public Runners(PytestConfig config, Plugins plugins, boolean speaksOfAnyio) {
    this.config = config;
    this.plugins = plugins;
    this.speaksOfAnyio = speaksOfAnyio;
  }

  /**
   * Who calls a test.
   *
   * @param closure gives what is set up for it, which few tests need to be asked
   */
  public Reading<Runner> of(Test test, Supplier<Closure> closure, AsyncioVersion version) {
    if (test.collectedBy().isPresent()) {
      SuiteClass owner = test.collectedBy().orElseThrow();
      if (owner.mro().externalBases().stream().anyMatch(UnittestBases::holds)) {
        return Reading.known(Runner.UNITTEST);
      }
      if (!owner.mro().complete()) {
        return Reading.unknown(owner.mro().unknown().get(0));
      }
    }
    if (plugins.stranger().isPresent() && !isLeftAlone(test)) {
      return Reading.unknown(plugins.stranger().orElseThrow());
    }
    return test.kind().flatMap(kind -> of(test, kind, closure, version));
  }

  /** Whether a plugin that only takes tests with its own mark leaves a test to pytest-asyncio. */
  private boolean isLeftAlone(Test test) {
    return plugins.strangerTakesMarkedOnly()
        && test.unknownMarks().isEmpty()
        && test.closestMark("trio").isEmpty()
        && test.closestMark(ASYNCIO).isPresent();
  }

  private Reading<Runner> of(
      Test test, FunctionKind kind, Supplier<Closure> closure, AsyncioVersion version) {
    if (!kind.isAsync()) {
      return Reading.known(Runner.SYNC);
    }
    Reading<AsyncioMode> mode = config.asyncioMode(version.version());
    boolean marked = mode.is(AsyncioMode.STRICT) || mode.is(AsyncioMode.LEGACY);
    if (plugins.pytestAsyncio() && !marked) {
      return mode.map(auto -> Runner.PYTEST_ASYNCIO);
    }
    if (test.unknownMarks().isPresent()) {
      return Reading.unknown(test.unknownMarks().orElseThrow());
    }
    if (plugins.pytestAsyncio() && isTaken(test.closestMark(ASYNCIO), version)) {
      return Reading.known(Runner.PYTEST_ASYNCIO);
    }
    return ofAnyio(test, closure.get());
  }

  private static boolean isTaken(Optional<Mark> mark, AsyncioVersion version) {
    return mark.filter(it -> it.level() != MarkLevel.HOOK || !version.takesTestsWhenCollected())
        .isPresent();
  }

  private Reading<Runner> ofAnyio(Test test, Closure closure) {
    if (!plugins.anyio()) {
      return Reading.known(Runner.NONE);
    }
    boolean marked =
        test.closestMark(ANYIO)
                .filter(it -> it.level() != MarkLevel.HOOK || plugins.anyioTakesLateMarks())
                .isPresent()
            || config.anyioMode().is(AnyioMode.AUTO);
    // A test with the fixture is taken even without the mark.
    if (marked || closure.has(BACKEND)) {
      return Reading.known(Runner.ANYIO);
    }
    return closure.complete() || !speaksOfAnyio
        ? Reading.known(Runner.NONE)
        : Reading.unknown("`" + closure.unknown().get(0) + "` may request `anyio_backend`");
  }

  /** Who calls a fixture when it is set up for a test. */
  public Reading<Runner> of(Fixture fixture, Closure ofTest, AsyncioVersion version) {
    if (fixture.maker() == Maker.OTHER) {
      return Reading.unknown("`" + fixture.name() + "` is made by a plugin that is not known");
    }
    if (fixture.maker() == Maker.PYTEST_ASYNCIO) {
      return plugins.pytestAsyncio()
          ? byLoadOrder(fixture, ofTest, version)
          : Reading.unknown("pytest-asyncio is switched off");
    }
    return fixture.kind().flatMap(kind -> of(fixture, kind, ofTest, version));
  }

  private Reading<Runner> of(
      Fixture fixture, FunctionKind kind, Closure ofTest, AsyncioVersion version) {
    if (!kind.isAsync()) {
      return Reading.known(Runner.SYNC);
    }
    if (plugins.stranger().isPresent()) {
      return Reading.unknown(plugins.stranger().orElseThrow());
    }
    Reading<AsyncioMode> mode = config.asyncioMode(version.version());
    if (plugins.pytestAsyncio() && !mode.is(AsyncioMode.STRICT)) {
      return mode.flatMap(it -> byLoadOrder(fixture, ofTest, version));
    }
    if (plugins.anyio() && ofTest.has(BACKEND)) {
      return Reading.known(Runner.ANYIO);
    }
    return ofTest.complete() || !plugins.anyio() || !speaksOfAnyio
        ? Reading.known(Runner.NONE)
        : Reading.unknown(
            "`"
                + ofTest.unknown().get(0)
                + "` may request `anyio_backend` beside `"
                + fixture.name()
                + "`");
  }

  /**
   * Before 0.17 and since 1.1, where both plugins would take an async fixture, the one that was
   * loaded last does, and plugins are loaded in the order of a directory listing.
   */
  private Reading<Runner> byLoadOrder(Fixture fixture, Closure ofTest, AsyncioVersion version) {
    boolean both = plugins.anyio() && fixture.isAsync() && ofTest.has(BACKEND);
    return both && (version.wrapsFixturesWhenSetUp() || version.hasNoModes())
        ? Reading.unknown(
            "pytest-asyncio and anyio both take `"
                + fixture.name()
                + "`, and the one that is loaded last runs it")
        : Reading.known(Runner.PYTEST_ASYNCIO);
  }
}
