package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Fixes;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.Closure;
import dev.loopscope.scaffold.suite.Fixture;
import dev.loopscope.scaffold.suite.FunctionKind;
import dev.loopscope.scaffold.suite.Runner;
import dev.loopscope.scaffold.suite.Scope;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.Test;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.Optional;
import java.util.stream.Stream;

/** LS028. Who runs on a loop cannot have that loop set a fixture up. */
public final class AsyncFixtureByGetfixturevalue implements Rule {
  @Override
  public String id() {
    return "LS028";
  }

  @Override
  public String summary() {
    return "Async code asks for an async fixture with `request.getfixturevalue`, while the loop that"
        + " would set it up is busy running that code.";
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
    for (Test test : LiveTests.of(model)) {
      if (test.kind().is(FunctionKind.COROUTINE) && isRun(model.runner(test).toOptional())) {
        judge(test, test.file(), test.function(), model, findings);
      }
      for (Fixture fixture : model.closure(test).fixtures()) {
        if (fixture.isAsync() && isRun(model.runner(fixture, test).toOptional())) {
          judge(test, fixture.file(), fixture.function(), model, findings);
        }
      }
    }
  }

  private static boolean isRun(Optional<Runner> runner) {
    return runner.filter(it -> it == Runner.PYTEST_ASYNCIO || it == Runner.ANYIO).isPresent();
  }

  private void judge(
      Test test, SourceFile file, FunctionDef function, SuiteModel model, Findings findings) {
    for (OwnCode.Place place : OwnCode.calls(function)) {
      Call call = (Call) place.node();
      Optional<String> name = GetFixtureValue.name(file, call, model.resolver()).toOptional();
      if (name.isPresent() && !place.guarded()) {
        model
            .fixture(name.orElseThrow(), test)
            .flatMap(it -> pending(it, test, model))
            .map(it -> finding(file, function, call, name.orElseThrow(), it))
            .ifPresent(findings::add);
      }
    }
  }

  /** The async fixture that has yet to be set up. */
  private static Optional<Fixture> pending(Fixture asked, Test test, SuiteModel model) {
    Closure closure = model.closure(test);
    if (!closure.complete()
        && closure.unknown().stream().anyMatch(it -> !it.equals("getfixturevalue"))) {
      return Optional.empty();
    }
    return Stream.concat(Stream.of(asked), model.closure(asked, test).fixtures().stream())
        .filter(it -> it.isAsync() && isRun(model.runner(it, test).toOptional()))
        .filter(it -> !closure.names().contains(it.name()))
        .filter(it -> it.scope().is(Scope.FUNCTION) || isUsedNowhereElse(it, test, model))
        .findFirst();
  }

  /** Another test may have set a wide fixture up before. */
  private static boolean isUsedNowhereElse(Fixture fixture, Test test, SuiteModel model) {
    return model.tests().stream()
        .filter(it -> !it.equals(test))
        .noneMatch(it -> model.closure(it).fixtures().contains(fixture));
  }

  private Finding finding(
      SourceFile file, FunctionDef function, Call call, String name, Fixture pending) {
    String needs = pending.name().equals(name) ? "" : ", which `" + name + "` needs,";
    Finding finding =
        Finding.of(
            this,
            Severity.ERROR,
            file.location(call),
            "setting up `"
                + pending.name()
                + "`"
                + needs
                + " needs the loop that is busy running `"
                + function.name().id()
                + "`, which raises `RuntimeError` or waits for ever",
            "take `" + name + "` as a parameter");
    return ParameterInstead.of(file, function, call, name).map(finding::with).orElse(finding);
  }
}
