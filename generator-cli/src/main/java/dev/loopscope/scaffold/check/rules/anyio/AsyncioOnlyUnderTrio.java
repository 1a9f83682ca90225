package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.loop.AnyioSleep;
import dev.loopscope.scaffold.check.edit.mark.MarkAddition;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.check.evidence.HeldRunner;
import dev.loopscope.scaffold.check.evidence.TrioGuards;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.value.AsyncioNeed;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Code for asyncio alone on the path of a test that also runs on trio. */
public final class AsyncioOnlyUnderTrio implements Rule {
  private static final String ASYNCIO_ALONE =
      "pytest.mark.parametrize(\"anyio_backend\", [\"asyncio\"])";

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
    return Fixes.UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    if (TrioGuards.inHooks(model)) {
      return;
    }
    List<AnyioTest> tests = AnyioTest.of(model);
    List<HeldRunner> held = HeldRunner.of(model, tests);
    Set<FunctionDef> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (AnyioTest test : tests) {
      if (runsOnTrio(test, held) && !TrioGuards.inFixtures(test)) {
        check(test, held, seen, model, findings);
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
      List<HeldRunner> held,
      Set<FunctionDef> seen,
      SuiteModel model,
      Findings findings) {
    for (Fixture fixture : test.holders(model)) {
      if (seen.add(fixture.function())) {
        report(
            fixture.file(),
            fixture.function(),
            fixture.name(),
            test,
            new Users(model.testsUsing(fixture), held),
            model.asyncioNeeds(fixture, test.test()),
            model,
            findings);
      }
    }
    if (test.test().isAsync() && seen.add(test.test().function())) {
      report(
          test.test().file(),
          test.test().function(),
          test.test().name(),
          test,
          new Users(List.of(test.test()), held),
          model.asyncioNeeds(test.test()),
          model,
          findings);
    }
  }

  private void report(
      SourceFile file,
      FunctionDef function,
      String name,
      AnyioTest test,
      Users users,
      List<AsyncioNeed> needs,
      SuiteModel model,
      Findings findings) {
    if (TrioGuards.in(file, function)) {
      return;
    }
    needs.stream()
        .findFirst()
        .ifPresent(
            call -> {
              Optional<Fix> sleep = AnyioSleep.of(file, call, model.resolver());
              Finding finding =
                  Finding.of(
                      this,
                      Severity.ERROR,
                      file.location(call.expression()),
                      "`%s` raises on trio, so `%s` fails%s"
                          .formatted(
                              call.what(),
                              test.item(AnyioBackend.TRIO),
                              name.equals(test.test().name()) ? "" : " in `" + name + "`"),
                      (sleep.isPresent() ? "write `anyio.sleep`" : "write it with anyio")
                          + ", or run these tests on asyncio alone: `@"
                          + ASYNCIO_ALONE
                          + "`");
              // A function that fails for several of those that call it is told of once.
              finding =
                  call.raising() == call.expression()
                      ? finding
                      : finding.causedBy(call.file().location(call.raising()));
              findings.add(
                  sleep.or(() -> users.onAsyncioAlone(model)).map(finding::with).orElse(finding));
            });
  }

  /** The tests that run some code, and what may hold the backend of one. */
  private record Users(List<Test> tests, List<HeldRunner> held) {
    /** Parameters of a test's own are narrower than a shared fixture, and hide the options. */
    Optional<Fix> onAsyncioAlone(SuiteModel model) {
      boolean free = tests.stream().allMatch(it -> isFree(it, model));
      return free
          ? MarkAddition.toTests(tests, ASYNCIO_ALONE)
              .map(it -> new Fix(Safety.UNSAFE, "run the tests on asyncio alone", it))
          : Optional.empty();
    }

    private boolean isFree(Test test, SuiteModel model) {
      return test.isAsync()
          && model.runner(test).is(Runner.ANYIO)
          && model.fixture(AnyioBackend.NAME, test).isEmpty()
          && test.unknownParameters().isEmpty()
          && test.parametrizations().stream()
              .noneMatch(it -> it.names().contains(AnyioBackend.NAME))
          && held.stream().noneMatch(it -> it.reaches(test))
          && model.closure(test).complete()
          && model.closure(test).fixtures().stream().allMatch(it -> it.scope().is(Scope.FUNCTION));
    }
  }
}
