package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.ForeignLoop;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.LoopReach;
import dev.loopscope.scaffold.check.wording.LoopOrigin;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.resource.left.Left;
import dev.loopscope.scaffold.suite.resource.value.Part;
import java.util.List;
import java.util.Optional;

/** An async fixture that requests an async fixture of another loop. */
public final class FixturesOnDifferentLoops implements Rule {
  @Override
  public String id() {
    return "LS003";
  }

  @Override
  public String summary() {
    return "An async fixture uses another async fixture that runs on a different event loop.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.NONE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    LoopReach reach = new LoopReach(model);
    for (Fixture fixture : model.fixtures()) {
      Optional<Scope> loop = model.loopScope(fixture).toOptional();
      if (loop.isEmpty() || !fixture.isAsync()) {
        continue;
      }
      heldElsewhere(model, fixture, loop.orElseThrow()).ifPresent(findings::add);
      for (LoopReach.Held held : reach.behind(fixture.requested(), model.closure(fixture))) {
        if (held.loop() != loop.orElseThrow()) {
          report(model, fixture, loop.orElseThrow(), held, findings);
        }
      }
    }
  }

  /** What a fixture waits for that one of another loop, set up before it, keeps for all. */
  private Optional<Finding> heldElsewhere(SuiteModel model, Fixture fixture, Scope loop) {
    Optional<Test> user = LiveTests.using(fixture, model).stream().findFirst();
    if (user.isEmpty() || model.waits(fixture).stream().noneMatch(Part.Shared.class::isInstance)) {
      return Optional.empty();
    }
    for (Fixture other : model.closure(user.orElseThrow()).fixtures()) {
      if (other.equals(fixture)) {
        return Optional.empty();
      }
      Optional<Scope> its = model.loopScope(other).toOptional();
      boolean foreign =
          other.isAsync()
              && its.filter(it -> it != loop).isPresent()
              && model.runner(other, user.orElseThrow()).is(Runner.PYTEST_ASYNCIO);
      for (Left.Held held :
          foreign ? model.left(other).bound(Left.Holder.SHARED) : List.<Left.Held>of()) {
        Part.Kept place = held.place().orElseThrow();
        if (!held.bindsLater()
            && model.keeps(other).stream().anyMatch(it -> it.isAt(place))
            && model.keeps(fixture).stream().noneMatch(it -> it.isAt(place))
            && model.waits(fixture).stream()
                .anyMatch(it -> it instanceof Part.Shared at && at.isAt(place))) {
          return Optional.of(ofPlace(model, fixture, loop, other, held));
        }
      }
    }
    return Optional.empty();
  }

  private Finding ofPlace(
      SuiteModel model, Fixture fixture, Scope loop, Fixture other, Left.Held held) {
    ForeignLoop foreign = ForeignLoop.of(held.thing().onAnotherLoop());
    Scope its = model.loopScope(other).toOptional().orElseThrow();
    Finding finding =
        Finding.of(
            this,
            foreign.isCertain() ? Severity.ERROR : Severity.WARNING,
            fixture.location(),
            "`"
                + fixture.name()
                + "` runs on the `"
                + loop
                + "` loop and waits for `"
                + held.place().orElseThrow().name()
                + "`, left by `"
                + other.name()
                + "` of the `"
                + its
                + "` loop, "
                + foreign.consequence(),
            remedy(fixture, loop, other, its));
    return new LoopOrigin(model).caused(finding, other);
  }

  private static String remedy(Fixture fixture, Scope loop, Fixture other, Scope its) {
    boolean wider = loop.widerThan(its);
    return "set `loop_scope=\""
        + (wider ? loop : its)
        + "\"` on `"
        + (wider ? other : fixture).name()
        + "`, and run its tests on that loop";
  }

  private void report(
      SuiteModel model, Fixture fixture, Scope loop, LoopReach.Held held, Findings findings) {
    ForeignLoop foreign = ForeignLoop.of(model.resource(held.fixture()));
    Optional<Parameter> parameter = LoopReach.parameter(fixture.function(), held.parameter());
    if (foreign == ForeignLoop.HARMLESS || parameter.isEmpty()) {
      return;
    }
    boolean certain =
        foreign.isCertain()
            && waits(model, fixture, held.parameter())
            && !model.testsUsing(fixture).isEmpty();
    String from = held.fixture().name();
    Finding finding =
        Finding.of(
            this,
            certain ? Severity.ERROR : Severity.WARNING,
            fixture.file().location(parameter.orElseThrow()),
            "`"
                + fixture.name()
                + "` runs on the `"
                + loop
                + "` loop and uses `"
                + from
                + "` of the `"
                + held.loop()
                + "` loop, "
                + foreign.consequence(),
            remedy(fixture, loop, held.fixture(), held.loop()));
    findings.add(new LoopOrigin(model).caused(finding, held.fixture()));
  }

  private static boolean waits(SuiteModel model, Fixture fixture, String parameter) {
    return model.waits(fixture).stream()
        .anyMatch(it -> it instanceof Part.Parameter of && of.name().equals(parameter));
  }
}
