package dev.loopscope.scaffold.prediction.item;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is set up for an item: the closure of its test, with what a plugin asks for by itself. */
public final class ItemClosure {
  private static final String POLICY = "event_loop_policy";

  private ItemClosure() {}

  /** Where a project has its own policy of event loops, pytest-asyncio has it set up for all. */
  public static Closure of(SuiteModel model, Test test) {
    Closure closure = model.closure(test);
    Optional<Fixture> policy = model.fixture(POLICY, test);
    boolean asked =
        policy.isPresent()
            && !closure.has(POLICY)
            && model.versions().pytestAsyncio().expects(Feature.SCOPED_LOOPS.range())
            && model.hasTestsFor(Runner.PYTEST_ASYNCIO);
    return asked ? with(closure, policy.orElseThrow()) : closure;
  }

  private static Closure with(Closure closure, Fixture policy) {
    Scope scope = policy.scope().toOptional().orElse(Scope.SESSION);
    List<Fixture> fixtures = new ArrayList<>(closure.fixtures());
    List<String> names = new ArrayList<>(closure.names());
    int at = 0;
    while (at < fixtures.size() && isWider(fixtures.get(at), scope)) {
      at++;
    }
    int place = at < fixtures.size() ? names.indexOf(fixtures.get(at).name()) : 0;
    fixtures.add(at, policy);
    names.add(Math.max(0, place), policy.name());
    return new Closure(
        fixtures,
        names,
        closure.provided(),
        closure.direct(),
        closure.dynamic(),
        closure.unknown());
  }

  private static boolean isWider(Fixture fixture, Scope scope) {
    return fixture.scope().toOptional().filter(it -> it.widerThan(scope)).isPresent();
  }
}
