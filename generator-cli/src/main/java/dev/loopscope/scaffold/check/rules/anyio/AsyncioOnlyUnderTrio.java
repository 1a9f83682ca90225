package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.check.evidence.HeldRunner;
import dev.loopscope.scaffold.check.evidence.TrioGuards;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.AsyncioOnlyCalls;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Code for asyncio alone on the path of a test that also runs on trio. */
public final class AsyncioOnlyUnderTrio implements Rule {
  @Override
  public String id() {
    return "LS036";
  }

  @Override
  public String summary() {
    return "A test or fixture that also runs on trio calls what works on asyncio only.";
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
    if (TrioGuards.inHooks(model)) {
      return;
    }
    List<AnyioTest> tests = AnyioTest.of(model);
    List<HeldRunner> held = HeldRunner.of(model, tests);
    AsyncioOnlyCalls calls = new AsyncioOnlyCalls(model.resolver());
    Set<FunctionDef> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (AnyioTest test : tests) {
      if (runsOnTrio(test, held) && !TrioGuards.inFixtures(test)) {
        check(test, calls, seen, model, findings);
      }
    }
  }

  /** Whether an item of a test is known to be run on trio: no fixture keeps another runner. */
  private static boolean runsOnTrio(AnyioTest test, List<HeldRunner> held) {
    return test.backend().names().contains(AnyioBackend.TRIO)
        && test.test().given().isEmpty()
        && held.stream()
            .noneMatch(it -> it.reaches(test.test()) && !it.backend().equals(AnyioBackend.TRIO));
  }

  private void check(
      AnyioTest test,
      AsyncioOnlyCalls calls,
      Set<FunctionDef> seen,
      SuiteModel model,
      Findings findings) {
    for (Fixture fixture : test.holders(model)) {
      if (seen.add(fixture.function())) {
        report(fixture.file(), fixture.function(), fixture.name(), test, calls, findings);
      }
    }
    if (test.test().isAsync() && seen.add(test.test().function())) {
      report(test.test().file(), test.test().function(), test.test().name(), test, calls, findings);
    }
  }

  private void report(
      SourceFile file,
      FunctionDef function,
      String name,
      AnyioTest test,
      AsyncioOnlyCalls calls,
      Findings findings) {
    if (TrioGuards.in(file, function)) {
      return;
    }
    calls
        .first(file, function)
        .ifPresent(
            call ->
                findings.add(
                    this,
                    Severity.ERROR,
                    file.location(call.expression()),
                    "`%s` raises on trio, so `%s` fails%s"
                        .formatted(
                            call.name(),
                            test.item(AnyioBackend.TRIO),
                            name.equals(test.test().name()) ? "" : " in `" + name + "`"),
                    "write it with anyio, or let `anyio_backend` return \"asyncio\" for these"
                        + " tests"));
  }
}
