package dev.loopscope.scaffold.check.rules.unrun;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.SuiteText;
import dev.loopscope.scaffold.python.tree.Primary.Attribute;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.python.tree.Primary.Name;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.loop.Runner;
import java.util.Set;

/** LS044. A sync test calls what only code on a running loop may call. */
public final class RunningLoopInSyncTest implements Rule {
  /** They raise {@code RuntimeError: no running event loop}, in every version of Python. */
  private static final Set<String> NEED_ONE =
      Set.of(
          "asyncio.get_running_loop",
          "asyncio.events.get_running_loop",
          "asyncio.create_task",
          "asyncio.tasks.create_task",
          "asyncio.current_task",
          "asyncio.all_tasks");

  @Override
  public String id() {
    return "LS044";
  }

  @Override
  public String summary() {
    return "A sync test asks for the running event loop, and no loop runs there.";
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
    if (!SuiteText.lacks(model, "pytest_pyfunc_call")
        || !SuiteText.lacks(model, "pytest_runtest_call")) {
      return;
    }
    for (Test test : LiveTests.of(model)) {
      if (model.runner(test).is(Runner.SYNC)) {
        FunctionCode.of(test.file(), test.function()).calls().stream()
            .filter(place -> !place.guarded() && !place.conditional())
            .map(place -> (Call) place.node())
            .filter(call -> needsLoop(test, call, model))
            .findFirst()
            .ifPresent(call -> findings.add(finding(test, call)));
      }
    }
  }

  private static boolean needsLoop(Test test, Call call, SuiteModel model) {
    String name =
        call.function() instanceof Attribute attribute
            ? attribute.attr()
            : call.function() instanceof Name called ? called.id() : "";
    // What a string of the file names may be patched.
    return !test.file().lastWordsOfTexts().contains(name)
        && call.keywords().stream().noneMatch(it -> it.name().filter("loop"::equals).isPresent())
        && (call.arguments().isEmpty() || (!name.endsWith("s") && !name.equals("current_task")))
        && model
            .resolver()
            .qualifiedName(test.file(), call.function())
            .filter(NEED_ONE::contains)
            .isPresent();
  }

  private Finding finding(Test test, Call call) {
    String text = test.file().text(call.function());
    return Finding.of(
        this,
        Severity.ERROR,
        test.file().location(call),
        "no event loop runs while `" + test.name() + "` does: `" + text + "` raises `RuntimeError`",
        "make `" + test.name() + "` async, or run what it calls with `asyncio.run`");
  }
}
