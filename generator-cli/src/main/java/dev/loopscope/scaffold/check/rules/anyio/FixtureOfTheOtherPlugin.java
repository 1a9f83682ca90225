package dev.loopscope.scaffold.check.rules.anyio;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.mark.OtherPluginInstead;
import dev.loopscope.scaffold.check.evidence.AnyioTest;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.fixture.Closure;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.module.SourceFile;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A test and a fixture of it that two plugins run. */
public final class FixtureOfTheOtherPlugin implements Rule {
  @Override
  public String id() {
    return "LS039";
  }

  @Override
  public String summary() {
    return "A test of one async plugin uses an async fixture that the other plugin runs.";
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
    if (!model.asyncioMode().is(AsyncioMode.STRICT)) {
      return;
    }
    Set<Place> seen = new HashSet<>();
    for (Test test : model.tests()) {
      Closure closure = model.closure(test);
      if (!closure.complete() || !AnyioTest.isRun(test)) {
        continue;
      }
      Optional<Runner> runner = model.runner(test).toOptional();
      runner
          .flatMap(it -> foreign(it, closure))
          .filter(it -> seen.add(new Place(it, test.file())))
          .ifPresent(
              it ->
                  findings.add(
                      runner.orElseThrow() == Runner.ANYIO
                          ? ofAnyio(test, it, model)
                          : ofAsyncio(test, it, model)));
    }
  }

  private record Place(Fixture fixture, SourceFile file) {}

  /** The first fixture that the runner of the test does not run. */
  private static Optional<Fixture> foreign(Runner runner, Closure closure) {
    boolean anyio = closure.names().contains(AnyioBackend.NAME);
    return switch (runner) {
      case PYTEST_ASYNCIO ->
          closure.fixtures().stream()
              .filter(it -> anyio && it.isAsync() && it.maker() == Maker.PYTEST)
              .findFirst();
      case ANYIO ->
          closure.fixtures().stream()
              .filter(it -> it.isAsync() && it.maker() == Maker.PYTEST_ASYNCIO)
              .findFirst();
      default -> Optional.empty();
    };
  }

  private Finding ofAsyncio(Test test, Fixture fixture, SuiteModel model) {
    Optional<AnyioBackend> backend = model.backend(test).toOptional().filter(AnyioBackend::certain);
    Optional<String> other =
        backend.stream()
            .flatMap(it -> it.names().stream())
            .filter(it -> !it.equals(AnyioBackend.ASYNCIO))
            .findFirst();
    boolean fails = other.isPresent() || model.resource(fixture).isCertain();
    Finding finding =
        Finding.of(
            this,
            fails ? Severity.ERROR : Severity.WARNING,
            test.location(),
            other
                .map(
                    it ->
                        "anyio sets `%s` up on %s, and pytest-asyncio runs `%s` on asyncio"
                            .formatted(fixture.name(), it, test.name()))
                .orElseGet(
                    () ->
                        "anyio sets `%s` up on a loop of its own, and pytest-asyncio runs `%s` on another"
                            .formatted(fixture.name(), test.name())),
            "mark `%s` with `pytest.mark.anyio` in place of `pytest.mark.asyncio`, or take `anyio_backend` out of what it uses"
                .formatted(test.name()));
    return OtherPluginInstead.ofTest(test, model).map(finding::with).orElse(finding);
  }

  private Finding ofAnyio(Test test, Fixture fixture, SuiteModel model) {
    boolean trio =
        model
            .backend(test)
            .toOptional()
            .filter(AnyioBackend::certain)
            .filter(it -> it.names().contains(AnyioBackend.TRIO))
            .isPresent();
    Finding finding =
        Finding.of(
            this,
            trio && model.resource(fixture).isCertain() ? Severity.ERROR : Severity.WARNING,
            test.location(),
            "anyio runs `%s`, and pytest-asyncio may set `%s` up on another loop, as it is loaded before or after anyio"
                .formatted(test.name(), fixture.name()),
            "make `%s` with `@pytest.fixture`".formatted(fixture.name()));
    return OtherPluginInstead.ofFixture(fixture, model).map(finding::with).orElse(finding);
  }
}
