package dev.loopscope.scaffold.check.evidence;

import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.Reach;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.SkippingCode;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * The tests that anyio runs on asyncio and that raise one of pytest's own outcomes. One version of
 * anyio ends the task of its fixtures with them, and tears these down in another; see {@link
 * dev.loopscope.scaffold.suite.config.version.Feature#OUTCOMES_END_RUNNERS}.
 */
public final class EndedRunners {
  private final SuiteModel model;
  private final SkippingCode skipping;

  /** Of a suite. */
  public EndedRunners(SuiteModel model) {
    this.model = model;
    this.skipping = SelfSkippedTests.reader(model);
  }

  /**
   * A test that raises one while a fixture is set up.
   *
   * @param certain whether it does in every run
   */
  public record Ended(Test test, boolean certain) {}

  /** Those that do so between the setup and the teardown of a fixture, in the order of the text. */
  public List<Ended> within(Fixture fixture) {
    List<Ended> found = new ArrayList<>();
    for (Test test : reached(fixture)) {
      if (isOnAsyncio(test)) {
        Reach raised = skipping.outcome(test.file(), test.function(), SelfSkippedTests.owner(test));
        if (raised != Reach.NEVER) {
          found.add(new Ended(test, raised == Reach.ALWAYS));
        }
      }
    }
    return found;
  }

  /** Its users, and those behind the first of them in its module that find it alive. */
  private List<Test> reached(Fixture fixture) {
    List<Test> users =
        LiveTests.using(fixture, model).stream()
            .filter(test -> model.runner(fixture, test).is(Runner.ANYIO))
            .filter(test -> model.closure(test).complete())
            .toList();
    boolean wide = fixture.scope().toOptional().filter(it -> it.widerThan(Scope.CLASS)).isPresent();
    if (!wide || users.isEmpty() || fixture.params().isPresent()) {
      return users;
    }
    List<Test> all = new ArrayList<>(users);
    boolean alive = false;
    for (Test test : LiveTests.of(model)) {
      alive = alive || test.equals(users.get(0));
      if (alive && isOfOneModule(test, users.get(0)) && !users.contains(test)) {
        all.add(test);
      }
    }
    return all;
  }

  @SuppressWarnings("ReferenceEquality") // a file has one object
  private static boolean isOfOneModule(Test one, Test other) {
    return one.collectedIn() == other.collectedIn();
  }

  private boolean isOnAsyncio(Test test) {
    if (!test.isAsync() || !model.runner(test).is(Runner.ANYIO) || !AnyioTest.isRun(test)) {
      return false;
    }
    Reading<List<String>> backends = model.backends(test);
    boolean byDefault =
        !backends.isKnown()
            && test.unknownParameters().isEmpty()
            && test.parametrizations().stream()
                .noneMatch(it -> it.names().contains(AnyioBackend.NAME))
            && model.closure(test).provided().contains(AnyioBackend.NAME);
    // By default, a test is run on all that is installed, and asyncio always is.
    return byDefault
        || backends.toOptional().filter(it -> it.contains(AnyioBackend.ASYNCIO)).isPresent();
  }
}
