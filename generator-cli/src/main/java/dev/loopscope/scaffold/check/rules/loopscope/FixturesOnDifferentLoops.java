package dev.loopscope.scaffold.check.rules.loopscope;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.ForeignLoop;
import dev.loopscope.scaffold.check.evidence.LoopReach;
import dev.loopscope.scaffold.check.wording.LoopOrigin;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.resource.flow.Part;
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
      for (LoopReach.Held held : reach.behind(fixture.requested(), model.closure(fixture))) {
        if (held.loop() != loop.orElseThrow()) {
          report(model, fixture, loop.orElseThrow(), held, findings);
        }
      }
    }
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
    String wider = loop.widerThan(held.loop()) ? from : fixture.name();
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
            "set `loop_scope=\""
                + (loop.widerThan(held.loop()) ? loop : held.loop())
                + "\"` on `"
                + wider
                + "`, and run its tests on that loop");
    findings.add(new LoopOrigin(model).caused(finding, held.fixture()));
  }

  private static boolean waits(SuiteModel model, Fixture fixture, String parameter) {
    return model.waits(fixture).stream()
        .anyMatch(it -> it instanceof Part.Parameter of && of.name().equals(parameter));
  }
}
