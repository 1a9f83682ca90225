package dev.loopscope.scaffold.check.rules.unrun;

import dev.loopscope.scaffold.check.Finding;
import dev.loopscope.scaffold.check.Findings;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.Severity;
import dev.loopscope.scaffold.check.edit.Edit;
import dev.loopscope.scaffold.check.edit.Fix;
import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.edit.Safety;
import dev.loopscope.scaffold.check.edit.config.OptionDeletion;
import dev.loopscope.scaffold.check.edit.config.OptionEdit;
import dev.loopscope.scaffold.check.edit.mark.MarkAddition;
import dev.loopscope.scaffold.check.edit.source.DeletedFunction;
import dev.loopscope.scaffold.suite.SuiteModel;
import dev.loopscope.scaffold.suite.collect.Test;
import dev.loopscope.scaffold.suite.config.AnyioMode;
import dev.loopscope.scaffold.suite.config.AsyncioMode;
import dev.loopscope.scaffold.suite.config.Setting;
import dev.loopscope.scaffold.suite.fixture.Fixture;
import dev.loopscope.scaffold.suite.fixture.Maker;
import dev.loopscope.scaffold.suite.loop.AnyioBackend;
import dev.loopscope.scaffold.suite.loop.Runner;
import dev.loopscope.scaffold.suite.mark.Scope;
import dev.loopscope.scaffold.suite.module.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** LS045. What is said to anyio is lost, for pytest-asyncio runs the tests. */
public final class BackendNobodyReads implements Rule {
  @Override
  public String id() {
    return "LS045";
  }

  @Override
  public String summary() {
    return "A mode or backend is set for anyio, and pytest-asyncio runs the tests.";
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
    List<Test> tests = model.tests().stream().filter(Test::isAsync).toList();
    boolean allAsyncio =
        !tests.isEmpty()
            && tests.stream().allMatch(it -> model.runner(it).is(Runner.PYTEST_ASYNCIO));
    if (!allAsyncio) {
      return;
    }
    Optional<Setting> mode = model.config().setting("anyio_mode");
    if (mode.isPresent()
        && model.config().anyioMode().is(AnyioMode.AUTO)
        && model.asyncioMode().is(AsyncioMode.AUTO)) {
      findings.add(beside(mode.orElseThrow(), tests.get(0), model));
    } else {
      // Tests with the mark or the fixture are the matter of another rule.
      overrides(model)
          .filter(it -> tests.stream().allMatch(test -> isUnused(test, model)))
          .forEach(it -> findings.add(backend(it, tests, model)));
    }
  }

  private Finding beside(Setting mode, Test test, SuiteModel model) {
    boolean other = overrides(model).anyMatch(it -> namesAnother(it, model));
    Finding finding =
        Finding.of(
            this,
            other ? Severity.ERROR : Severity.WARNING,
            mode.keyLocation(),
            "pytest-asyncio's auto mode takes all async tests, and `anyio_mode` is set for nothing:"
                + " `"
                + test.name()
                + "` runs on asyncio"
                + (other ? ", whatever `anyio_backend` says" : ""),
            other
                ? "delete `asyncio_mode`, so that anyio takes the tests, or delete `anyio_mode`"
                : "delete `anyio_mode`, or `asyncio_mode`, so that anyio takes the tests");
    Optional<Setting> surplus =
        other
            ? model.config().setting("asyncio_mode").filter(it -> mayGo(model))
            : Optional.of(mode);
    return surplus
        .filter(model.config().settings()::contains)
        .flatMap(
            it ->
                OptionDeletion.edit(it)
                    .map(
                        edit -> new Fix(Safety.UNSAFE, "delete `" + it.key() + "`", List.of(edit))))
        .map(finding::with)
        .orElse(finding);
  }

  /**
   * Whether nothing of the suite needs pytest-asyncio, and no shared fixture asks which backend.
   */
  private static boolean mayGo(SuiteModel model) {
    return model.config().commandLine().asyncioMode().isEmpty()
        && model.tests().stream().allMatch(it -> it.marks("asyncio").isEmpty())
        && model.fixtures().stream()
            .filter(Fixture::isAsync)
            .allMatch(it -> it.maker() == Maker.PYTEST && it.scope().is(Scope.FUNCTION));
  }

  private static boolean isUnused(Test test, SuiteModel model) {
    return test.marks("anyio").isEmpty() && !model.closure(test).has(AnyioBackend.NAME);
  }

  private static Stream<Fixture> overrides(SuiteModel model) {
    return model.fixtures().stream().filter(it -> it.name().equals(AnyioBackend.NAME));
  }

  /** Whether it is known to name a backend that is not asyncio. */
  private static boolean namesAnother(Fixture backend, SuiteModel model) {
    Optional<List<String>> names =
        backend
            .params()
            .map(it -> model.anyioBackends().names(backend.decoratorFile(), it).toOptional())
            .orElseGet(
                () ->
                    backend
                        .given()
                        .alone()
                        .map(it -> model.anyioBackends().name(backend.file(), it))
                        .flatMap(Reading::toOptional)
                        .map(List::of));
    return names.orElse(List.of()).stream().anyMatch(it -> !it.equals(AnyioBackend.ASYNCIO));
  }

  private Finding backend(Fixture fixture, List<Test> tests, SuiteModel model) {
    Finding finding =
        Finding.of(
            this,
            Severity.WARNING,
            fixture.file().location(fixture.function().name()),
            "nobody reads `anyio_backend`: pytest-asyncio runs `"
                + tests.get(0).name()
                + "` and all other async tests, on asyncio",
            "mark the tests with `pytest.mark.anyio`"
                + (model.asyncioMode().is(AsyncioMode.AUTO)
                    ? " and set `asyncio_mode = strict`"
                    : "")
                + ", or delete the fixture");
    return (namesAnother(fixture, model) ? anyio(tests, model) : deletion(fixture, tests, model))
        .map(finding::with)
        .orElse(finding);
  }

  private static Optional<Fix> deletion(Fixture fixture, List<Test> tests, SuiteModel model) {
    boolean alone = tests.stream().noneMatch(it -> model.closure(it).has(AnyioBackend.NAME));
    return DeletedFunction.edit(fixture.file(), fixture.function())
        .filter(it -> alone)
        .map(it -> new Fix(Safety.UNSAFE, "delete the fixture", List.of(it)));
  }

  /** The tests marked for anyio, in strict mode. */
  private static Optional<Fix> anyio(List<Test> tests, SuiteModel model) {
    Optional<List<Edit>> marks = MarkAddition.toTests(tests, "pytest.mark.anyio");
    boolean auto = model.asyncioMode().is(AsyncioMode.AUTO);
    Optional<Edit> mode =
        auto ? OptionEdit.set(model.config(), "asyncio_mode", "strict") : Optional.empty();
    if (marks.isEmpty() || !mayGo(model) || (auto && mode.isEmpty())) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>(marks.orElseThrow());
    mode.ifPresent(edits::add);
    return Optional.of(new Fix(Safety.UNSAFE, "let anyio run the tests", edits));
  }
}
