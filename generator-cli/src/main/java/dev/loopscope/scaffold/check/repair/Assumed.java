package dev.loopscope.scaffold.check.repair;

import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.Optional;

/**
 * The loop scopes of a suite if its defaults were others.
 *
 * @param tests the default for tests; as it is if absent
 * @param fixtures the default for fixtures; as it is if absent
 */
record Assumed(SuiteModel model, Optional<Scope> tests, Optional<Scope> fixtures) {
  /** The suite as it is. */
  static Assumed nothing(SuiteModel model) {
    return new Assumed(model, Optional.empty(), Optional.empty());
  }

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

  /** Of a synchronous test, if it were async. */
  Optional<Scope> asAsync(Test test) {
    AsyncioMarks marks = new AsyncioMarks(model);
    Optional<Mark> mark = test.closestMark(AsyncioMarks.NAME);
    if (mark.filter(AsyncioMarks::isScoped).isPresent()) {
      return marks.loopScope(mark.orElseThrow()).toOptional();
    }
    return tests.or(() -> marks.byDefault().toOptional());
  }

  /** Of a synchronous fixture that states none, if it were async. */
  Optional<Scope> asAsync(Fixture fixture) {
    return defaultOfFixtures().or(() -> fixture.scope().toOptional());
  }

  /** The default for fixtures; absent if it is the scope of each. */
  Optional<Scope> defaultOfFixtures() {
    boolean known = model.versions().pytestAsyncio().expects(Feature.FIXTURE_DEFAULT.range());
    return fixtures.or(
        () ->
            model
                .config()
                .asyncioDefaultFixtureLoopScope()
                .toOptional()
                .flatMap(it -> it)
                .map(Setting::value)
                .filter(it -> known)
                .flatMap(Scope::named));
  }

  /** Whether the members of a group have one loop that outlives them all. */
  boolean agrees(LoopGroup group) {
    Optional<Scope> first = loopScope(group.tests().get(0));
    return group.tests().stream().map(this::loopScope).distinct().count() <= 1
        && group.fixtures().stream()
            .filter(Fixture::isAsync)
            .allMatch(it -> loopScope(it).equals(first))
        && group.fixtures().stream()
            .flatMap(it -> it.scope().toOptional().stream())
            .noneMatch(it -> it.widerThan(first.orElse(Scope.SESSION)));
  }
}
