package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.AsyncioMarks;
import dev.loopscope.scaffold.check.evidence.ExpectedFailure;
import dev.loopscope.scaffold.check.evidence.LoopReach;
import dev.loopscope.scaffold.check.wording.ForeignLoop;
import dev.loopscope.scaffold.check.wording.LoopOrigin;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.AsyncUse;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A test that gets an async fixture of another loop. */
public final class TestLoopDiffersFromFixtureLoop implements Rule {
  @Override
  public String id() {
    return "LS002";
  }

  @Override
  public String summary() {
    return "A test runs on another event loop than an async fixture that it uses.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.NONE;
  }

  /**
   * What is told of once: all tests of a module that have one fixture, and their loop for one
   * reason.
   */
  private record Group(Fixture fixture, SourceFile module, Scope loop, Optional<Mark> mark) {}

  @Override
  public void check(SuiteModel model, Findings findings) {
    Map<Group, List<Use>> groups = new LinkedHashMap<>();
    LoopReach reach = new LoopReach(model);
    for (Test test : new AsyncioMarks(model).tests()) {
      Optional<Scope> loop = model.loopScope(test).toOptional();
      if (loop.isEmpty() || ExpectedFailure.of(test, model)) {
        continue;
      }
      for (LoopReach.Held held : reach.behind(test.requested(), model.closure(test))) {
        if (held.loop() != loop.orElseThrow() && isSetUp(model, held.fixture(), test)) {
          Group group =
              new Group(
                  held.fixture(),
                  test.collectedIn(),
                  loop.orElseThrow(),
                  LoopOrigin.scopedMark(test));
          groups.computeIfAbsent(group, key -> new ArrayList<>()).add(new Use(test, held));
        }
      }
    }
    groups.forEach((group, uses) -> report(model, group, uses, findings));
  }

  /** A test and the way it gets the fixture. */
  private record Use(Test test, LoopReach.Held held) {
    boolean waits() {
      return AsyncUse.of(test.function(), held.parameter());
    }
  }

  /** A fixture that outlives its own loop is not even set up. */
  private static boolean isSetUp(SuiteModel model, Fixture fixture, Test test) {
    Optional<Scope> scope = fixture.scope().toOptional();
    Optional<Scope> loop = model.loopScope(fixture).toOptional();
    return scope.isPresent()
        && loop.isPresent()
        && !scope.orElseThrow().widerThan(loop.orElseThrow())
        && model.runner(fixture, test).is(Runner.PYTEST_ASYNCIO);
  }

  private void report(SuiteModel model, Group group, List<Use> uses, Findings findings) {
    ForeignLoop foreign = ForeignLoop.of(model.resource(group.fixture()));
    if (foreign == ForeignLoop.HARMLESS) {
      return;
    }
    // The first one that must fail is the one to look at.
    Optional<Use> waiting = uses.stream().filter(Use::waits).findFirst();
    Use use = waiting.orElse(uses.get(0));
    boolean certain = foreign.isCertain() && waiting.isPresent();
    LoopOrigin origin = new LoopOrigin(model);
    LoopReach.parameter(use.test().function(), use.held().parameter())
        .ifPresent(
            parameter ->
                findings.add(
                    this,
                    certain ? Severity.ERROR : Severity.WARNING,
                    use.test().file().location(parameter),
                    who(use.test(), uses.size() - 1)
                        + " on the `"
                        + group.loop()
                        + "` loop ("
                        + origin.of(use.test())
                        + ") with `"
                        + group.fixture().name()
                        + "` of the `"
                        + use.held().loop()
                        + "` loop ("
                        + origin.of(group.fixture())
                        + "), "
                        + foreign.consequence(),
                    origin.remedy(use.test(), group.loop(), group.fixture(), use.held().loop())));
  }

  private static String who(Test test, int others) {
    String first = "`" + test.name() + "`";
    if (others == 0) {
      return first + " runs";
    }
    return first
        + " and "
        + others
        + (others == 1 ? " other test of this module run" : " other tests of this module run");
  }
}
