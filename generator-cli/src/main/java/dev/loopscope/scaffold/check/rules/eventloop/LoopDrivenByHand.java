package dev.loopscope.scaffold.check.rules.eventloop;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.loop.AwaitedRun;
import dev.loopscope.scaffold.check.edit.loop.CallInThread;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.evidence.SuiteText;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.code.SameNode;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.LoopCall;
import dev.loopscope.scaffold.suite.module.SourceFile;
import dev.loopscope.scaffold.suite.resource.value.LoopNeed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** LS025. A loop is run, or asked for, beside the one that the plugin runs. */
public final class LoopDrivenByHand implements Rule {
  /** The characters of an expression that a remedy repeats. */
  private static final int MOST_SHOWN = 60;

  @Override
  public String id() {
    return "LS025";
  }

  @Override
  public String summary() {
    return "A test or fixture runs an event loop by hand beside the one that the plugin runs.";
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
    Findings found = new Findings();
    collect(model, found);
    // It lets loops run inside of one another.
    if (!found.inOrder().isEmpty() && SuiteText.lacks(model, "nest_asyncio")) {
      found.inOrder().forEach(findings::add);
    }
  }

  private void collect(SuiteModel model, Findings findings) {
    List<Test> tests = LiveTests.of(model);
    for (Test test : tests) {
      if (LiveTests.onAsyncio(test, model)) {
        ofAsyncCode(test.file(), test.function(), test.name(), model, findings);
      }
    }
    for (Fixture fixture : model.fixtures()) {
      ofFixture(fixture, model, findings);
    }
    List<Finding> ofSyncTests = SyncTestLoop.findings(this, tests, model);
    if (!ofSyncTests.isEmpty() && SuiteText.lacks(model, "set_event_loop(")) {
      ofSyncTests.forEach(findings::add);
    }
  }

  private void ofFixture(Fixture fixture, SuiteModel model, Findings findings) {
    boolean async =
        fixture.isAsync()
            && LiveTests.using(fixture, model).stream()
                .anyMatch(test -> LiveTests.onAsyncio(fixture, test, model));
    if (async) {
      ofAsyncCode(fixture.file(), fixture.function(), fixture.name(), model, findings);
      return;
    }
    boolean sync =
        fixture.maker() == Maker.PYTEST
            && !fixture.name().equals("event_loop")
            && (fixture.kind().is(FunctionKind.SYNC) || fixture.kind().is(FunctionKind.GENERATOR));
    if (sync) {
      List<LoopCall> calls = LoopCall.of(fixture.file(), fixture.function(), model.resolver());
      if (!calls.isEmpty() && SuiteText.lacks(model, "set_event_loop(")) {
        new SyncFixtureLoop(this, fixture, model).judge(calls).forEach(findings::add);
      }
    }
  }

  private static String remedy(SourceFile file, LoopCall call) {
    List<Expression> arguments = call.call().arguments();
    String what = arguments.size() == 1 ? file.text(arguments.get(0)) : "";
    boolean shown = !what.isEmpty() && what.length() <= MOST_SHOWN && !what.contains("\n");
    return shown ? "write `await " + what + "`" : "await what it runs";
  }

  /** What a function of the project does that is called on a loop. */
  private void ofCalledCode(
      SourceFile file, FunctionDef function, String name, SuiteModel model, Findings findings) {
    List<LoopCall> own = LoopCall.of(file, function, model.resolver());
    for (LoopNeed drive : model.drives(file, function)) {
      Call call = drive.call();
      String called = file.text(call.function());
      boolean itself = own.stream().anyMatch(it -> SameNode.is(it.call(), call));
      boolean patched =
          Stream.of(called, drive.what())
                  .map(it -> it.substring(it.lastIndexOf('.') + 1))
                  .anyMatch(it -> file.lastWordsOfTexts().contains(it) || isPatched(it, model))
              || Stream.of(called, drive.what())
                  .anyMatch(it -> file.source().text().contains(it + " = "));
      boolean runsDirectly = called.equals(drive.what());
      if (!itself && !patched && !runsDirectly && !mayNest(model)) {
        Finding finding =
            Finding.of(
                this,
                Severity.ERROR,
                file.location(call),
                "`"
                    + name
                    + "` runs on a loop already, so `"
                    + called
                    + "` raises `RuntimeError` by `"
                    + drive.what()
                    + "`",
                "call it in a thread, by `await asyncio.to_thread(" + called + ", ...)`");
        findings.add(
            CallInThread.of(file, function, call)
                .map(it -> new Fix(Safety.UNSAFE, "call it in a thread", it))
                .map(finding::with)
                .orElse(finding));
      }
    }
  }

  /** Whether a fixture may put something else there. */
  private static boolean isPatched(String name, SuiteModel model) {
    return model.fixtures().stream()
        .map(Fixture::file)
        .distinct()
        .filter(it -> it.lastWordsOfTexts().contains(name))
        .map(it -> it.source().text())
        .anyMatch(it -> it.contains("patch") || it.contains("setattr("));
  }

  private static boolean mayNest(SuiteModel model) {
    return model.versions().byDistribution().containsKey("nest-asyncio");
  }

  private void ofAsyncCode(
      SourceFile file, FunctionDef function, String name, SuiteModel model, Findings findings) {
    ofCalledCode(file, function, name, model, findings);
    for (LoopCall call : LoopCall.of(file, function, model.resolver())) {
      if (call.kind() != LoopCall.Kind.GET) {
        Finding finding =
            Finding.of(
                this,
                call.conditional() ? Severity.WARNING : Severity.ERROR,
                file.location(call.call()),
                "`"
                    + name
                    + "` runs on a loop already, so `"
                    + call.text()
                    + "` raises `RuntimeError`",
                remedy(file, call));
        boolean ends = !call.text().endsWith("run_forever");
        findings.add(
            Optional.of(call.call())
                .filter(it -> ends)
                .flatMap(it -> AwaitedRun.one(file, function, it, model.resolver()))
                .map(it -> new Fix(Safety.UNSAFE, "await it", it))
                .map(finding::with)
                .orElse(finding));
      }
    }
  }
}
