package dev.loopscope.scaffold.check.rules.eventloop;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.loop.RunningLoopInstead;
import dev.loopscope.scaffold.check.evidence.LiveTests;
import dev.loopscope.scaffold.check.wording.AffectedVersions;
import dev.loopscope.scaffold.python.tree.Clause.Parameter;
import dev.loopscope.scaffold.python.tree.CompoundStatement.FunctionDef;
import dev.loopscope.scaffold.python.tree.Expression;
import dev.loopscope.scaffold.python.tree.Primary.Call;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.code.FunctionCode;
import dev.loopscope.scaffold.suite.code.FunctionKind;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.config.version.Allowed;
import dev.loopscope.scaffold.suite.config.version.Feature;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.GetFixtureValue;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Mark;
import dev.loopscope.scaffold.suite.module.Location;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** LS012. pytest-asyncio 1.0 removed the {@code event_loop} fixture. */
public final class EventLoopFixtureRequested implements Rule {
  private static final String NAME = "event_loop";
  private static final AffectedVersions REMOVED =
      AffectedVersions.of(Feature.NO_EVENT_LOOP_FIXTURE);

  @Override
  public String id() {
    return "LS012";
  }

  @Override
  public String summary() {
    return "A test or fixture requests the `event_loop` fixture, which pytest-asyncio "
        + Feature.NO_EVENT_LOOP_FIXTURE.since()
        + " removed.";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Fixes fixes() {
    return Fixes.SAFE_OR_UNSAFE;
  }

  @Override
  public void check(SuiteModel model, Findings findings) {
    Allowed allowed = model.versions().pytestAsyncio();
    Optional<Severity> severity = REMOVED.severity(allowed, Severity.ERROR);
    boolean used = allowed.stated() || model.hasTestsFor(Runner.PYTEST_ASYNCIO);
    if (severity.isPresent() && used && !model.config().blocks("asyncio")) {
      Requests requests = new Requests(model, findings, severity.orElseThrow(), allowed);
      LiveTests.of(model).forEach(requests::ofTest);
      model.fixtures().forEach(requests::ofFixture);
      requests.ofOption();
    }
  }

  /** Looks for requests in one suite. */
  private final class Requests {
    private final SuiteModel model;
    private final Findings findings;
    private final Severity severity;
    private final Allowed allowed;

    Requests(SuiteModel model, Findings findings, Severity severity, Allowed allowed) {
      this.model = model;
      this.findings = findings;
      this.severity = severity;
      this.allowed = allowed;
    }

    void ofTest(Test test) {
      Closure closure = model.closure(test);
      if (closure.direct().contains(NAME) || givesRunningLoop(closure)) {
        return;
      }
      Optional<Fixture> override = closure.fixture(NAME);
      if (test.requested().contains(NAME)) {
        boolean async = test.kind().is(FunctionKind.COROUTINE);
        ofParameter(test.file(), test.function(), test.name(), async, override);
      }
      for (Mark mark : test.marks("usefixtures")) {
        for (Expression argument : mark.arguments()) {
          if (model.resolver().string(mark.file(), argument).is(NAME)) {
            report(mark.file().location(argument), quoted(test.name()), override);
          }
        }
      }
      ofCalls(test.file(), test.function(), test.name(), override);
    }

    /** An override that is async runs on a loop itself, and may well give that one. */
    private boolean givesRunningLoop(Closure closure) {
      return closure.fixture(NAME).filter(Fixture::isAsync).isPresent();
    }

    void ofFixture(Fixture fixture) {
      List<Test> tests = LiveTests.using(fixture, model);
      if (fixture.name().equals(NAME) || tests.isEmpty()) {
        return;
      }
      Closure closure = model.closure(fixture, tests.get(0));
      if (givesRunningLoop(closure)) {
        return;
      }
      Optional<Fixture> override = closure.fixture(NAME);
      if (fixture.requested().contains(NAME)) {
        boolean async = fixture.isAsync();
        ofParameter(fixture.file(), fixture.function(), fixture.name(), async, override);
      }
      ofCalls(fixture.file(), fixture.function(), fixture.name(), override);
    }

    void ofOption() {
      Optional<Setting> setting = model.config().setting("usefixtures");
      setting
          .filter(it -> Arrays.asList(it.value().split("\\s+", -1)).contains(NAME))
          .ifPresent(it -> report(it.location(), "every test", Optional.empty()));
    }

    private void ofParameter(
        SourceFile file,
        FunctionDef function,
        String name,
        boolean async,
        Optional<Fixture> override) {
      Optional<Parameter> parameter =
          function.parameters().stream().filter(it -> it.name().equals(NAME)).findFirst();
      if (parameter.isEmpty()) {
        return;
      }
      Location location = file.location(parameter.orElseThrow());
      Finding finding = finding(location, quoted(name), override, async);
      findings.add(
          async && override.isEmpty()
              ? RunningLoopInstead.of(file, function, parameter.orElseThrow())
                  .map(finding::with)
                  .orElse(finding)
              : finding);
    }

    private void ofCalls(
        SourceFile file, FunctionDef function, String name, Optional<Fixture> override) {
      for (FunctionCode.Place place : FunctionCode.of(file, function).calls()) {
        Call call = (Call) place.node();
        if (GetFixtureValue.name(file, call, model.resolver()).is(NAME) && !place.guarded()) {
          Finding certain = finding(file.location(call), quoted(name), override, false);
          findings.add(place.conditional() ? certain.as(Severity.WARNING) : certain);
        }
      }
    }

    private void report(Location location, String who, Optional<Fixture> override) {
      findings.add(finding(location, who, override, false));
    }

    private String quoted(String name) {
      return "`" + name + "`";
    }

    private Finding finding(
        Location location, String who, Optional<Fixture> override, boolean async) {
      String message =
          override.isPresent()
              ? who + " gets the suite's own `event_loop`, which no test runs on"
              : who + " requests `event_loop`, and there is no such fixture any more";
      String remedy =
          async
              ? "take the parameter out and call `asyncio.get_running_loop()`"
              : "make it async and call `asyncio.get_running_loop()`, or take the request out";
      Finding finding =
          Finding.of(
                  EventLoopFixtureRequested.this,
                  override.isPresent() ? Severity.WARNING : severity,
                  location,
                  message,
                  remedy)
              .forVersions(REMOVED.words(allowed));
      return override.map(it -> finding.causedBy("LS011", it.location())).orElse(finding);
    }
  }
}
