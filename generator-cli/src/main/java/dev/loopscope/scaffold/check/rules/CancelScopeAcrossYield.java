package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Fixes;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.suite.Fixture;
import dev.loopscope.scaffold.suite.FunctionKind;
import dev.loopscope.scaffold.suite.Runner;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.Test;
import java.util.List;

/** LS024. pytest-asyncio sets a fixture up in one task and tears it down in another. */
public final class CancelScopeAcrossYield implements Rule {
  @Override
  public String id() {
    return "LS024";
  }

  @Override
  public String summary() {
    return "A fixture that pytest-asyncio runs holds a cancel scope, task group or timeout across its"
        + " `yield`.";
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
    for (Fixture fixture : model.fixtures()) {
      if (fixture.kind().is(FunctionKind.ASYNC_GENERATOR)) {
        judge(fixture, model, findings);
      }
    }
  }

  private void judge(Fixture fixture, SuiteModel model, Findings findings) {
    List<String> tests =
        LiveTests.using(fixture, model).stream()
            .filter(test -> model.runner(fixture, test).is(Runner.PYTEST_ASYNCIO))
            .map(Test::name)
            .toList();
    if (tests.isEmpty()) {
      return;
    }
    HeldBlocks held = new HeldBlocks(model.resolver());
    for (HeldBlocks.Held block : held.of(fixture.file(), fixture.function())) {
      findings.add(finding(fixture, block, tests));
    }
  }

  private Finding finding(Fixture fixture, HeldBlocks.Held block, List<String> tests) {
    String message =
        switch (block.kind()) {
          case CANCEL_SCOPE ->
              "the teardown of `"
                  + fixture.name()
                  + "` leaves `"
                  + block.name()
                  + "` in another task than it was entered in, which raises `RuntimeError` after "
                  + Quoted.names(tests);
          case TIMEOUT ->
              "the time limit never interrupts a test: what it would cancel is the setup of `"
                  + fixture.name()
                  + "`, which is over";
          case TASK_GROUP ->
              "when a task of the group fails, the test goes on: what it would cancel is the setup"
                  + " of `"
                  + fixture.name()
                  + "`, which is over";
        };
    return Finding.of(
        this,
        block.kind() == HeldBlocks.Kind.CANCEL_SCOPE ? Severity.ERROR : Severity.WARNING,
        fixture.file().location(block.context()),
        message,
        "enter the block in the test itself, or let anyio run the test and the fixture");
  }
}
