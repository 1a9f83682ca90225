package dev.loopscope.scaffold.suite.loop;

import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.suite.code.Given;
import dev.loopscope.scaffold.suite.config.PytestConfig;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import dev.loopscope.scaffold.suite.module.resolve.Resolver;
import java.util.Optional;

/** Which loop pytest-asyncio runs what on, by the rules of each version. */
public final class LoopScopes {
  private final PytestConfig config;
  private final Resolver resolver;

  /** By what is configured. */
  public LoopScopes(PytestConfig config, Resolver resolver) {
    this.config = config;
    this.resolver = resolver;
  }

  /**
   * The loop scope of a test.
   *
   * @param mark the mark that decides; empty if auto mode puts on a bare one
   * @param eventLoop the project's own {@code event_loop} that the test sees
   */
  public Reading<Scope> ofTest(
      Optional<Mark> mark, Optional<Fixture> eventLoop, AsyncioVersion version) {
    Reading<Scope> stated =
        version.hasScopedLoops()
            ? stated(mark, version)
                .flatMap(
                    it -> it.isPresent() ? Reading.known(it.orElseThrow()) : byDefault(version))
            : Reading.known(Scope.FUNCTION);
    return onEventLoop(stated, eventLoop, version);
  }

  /** The scope that a mark states, if it does. */
  private Reading<Optional<Scope>> stated(Optional<Mark> mark, AsyncioVersion version) {
    if (mark.isEmpty()) {
      return Reading.known(Optional.empty());
    }
    Mark it = mark.orElseThrow();
    if (it.keywords().stream().anyMatch(keyword -> keyword.name().isEmpty())) {
      return Reading.unknown("the mark's arguments are unpacked from a mapping");
    }
    Optional<Expression> value =
        version.hasLoopScope()
            ? stated(it, "loop_scope").or(() -> stated(it, "scope"))
            : stated(it, "scope");
    return value.isEmpty()
        ? Reading.known(Optional.empty())
        : resolver
            .string(it.file(), value.orElseThrow())
            .flatMap(LoopScopes::scope)
            .map(Optional::of);
  }

  private static Optional<Expression> stated(Mark mark, String keyword) {
    return mark.keyword(keyword).filter(it -> !Given.isNone(it));
  }

  private Reading<Scope> byDefault(AsyncioVersion version) {
    if (!version.hasTestDefault()) {
      return Reading.known(Scope.FUNCTION);
    }
    return config
        .asyncioDefaultTestLoopScope()
        .flatMap(
            setting ->
                setting.isEmpty()
                    ? Reading.known(Scope.FUNCTION)
                    : scope(setting.orElseThrow().value()));
  }

  /**
   * The loop scope of a fixture.
   *
   * @param eventLoop the project's own {@code event_loop} that it sees
   */
  public Reading<Scope> ofFixture(
      Fixture fixture, Optional<Fixture> eventLoop, AsyncioVersion version) {
    if (!version.hasScopedLoops()) {
      return onEventLoop(Reading.known(Scope.FUNCTION), eventLoop, version);
    }
    if (!version.hasFixtureDefault()) {
      return onEventLoop(fixture.scope(), eventLoop, version);
    }
    Reading<Scope> scope =
        fixture
            .declaredLoopScope()
            .orElseGet(
                () ->
                    config
                        .asyncioDefaultFixtureLoopScope()
                        .flatMap(setting -> byDefault(setting, fixture, version)));
    return onEventLoop(scope, eventLoop, version);
  }

  private static Reading<Scope> byDefault(
      Optional<Setting> setting, Fixture fixture, AsyncioVersion version) {
    String word = setting.map(Setting::value).orElse("");
    boolean own =
        word.isEmpty() || (word.equals("fixture-scope") && version.hasFixtureScopeDefault());
    return own ? fixture.scope() : scope(word);
  }

  /** Before 1.0, a loop of function scope is what the {@code event_loop} fixture gives. */
  private static Reading<Scope> onEventLoop(
      Reading<Scope> scope, Optional<Fixture> eventLoop, AsyncioVersion version) {
    return scope.is(Scope.FUNCTION) && version.hasEventLoopFixture() && eventLoop.isPresent()
        ? eventLoop.orElseThrow().scope()
        : scope;
  }

  private static Reading<Scope> scope(String word) {
    return Scope.named(word)
        .<Reading<Scope>>map(Reading::known)
        .orElseGet(() -> Reading.unknown("`" + word + "` is no loop scope"));
  }
}
