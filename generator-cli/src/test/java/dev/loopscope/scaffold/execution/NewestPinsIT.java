package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;

import dev.loopscope.scaffold.answers.value.LoopScope;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every suite passes with what {@code pip install --group dev} installs today. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class NewestPinsIT {
  @ParameterizedTest
  @EnumSource
  void explicitScopePassesOnAsyncio(LoopScope scope, Workbench bench) {
    PytestRun run = run(bench, SuiteAnswers.explicitScope("asyncio").scope(scope));
    assertThatRun(run).isGreen("9 passed, 2 xfailed").collected(11).passedByBackend(Map.of("", 9L));
  }

  @ParameterizedTest
  @EnumSource
  void explicitScopeWithHypothesisPassesOnAsyncio(LoopScope scope, Workbench bench) {
    PytestRun run = run(bench, SuiteAnswers.explicitScope("asyncio").scope(scope).withHypothesis());
    assertThatRun(run)
        .isGreen("11 passed, 2 xfailed")
        .collected(13)
        .passedByBackend(Map.of("", 11L));
  }

  @ParameterizedTest
  @EnumSource
  void multibackendPassesOnAsyncioAndTrio(LoopScope scope, Workbench bench) {
    PytestRun run = run(bench, SuiteAnswers.multibackend("asyncio,trio").scope(scope));
    assertThatRun(run)
        .isGreen("16 passed, 2 xfailed")
        .collected(18)
        .passedByBackend(Map.of("asyncio", 8L, "trio", 8L));
  }

  @ParameterizedTest
  @EnumSource
  void multibackendWithHypothesisPassesOnAsyncioAndTrio(LoopScope scope, Workbench bench) {
    PytestRun run =
        run(bench, SuiteAnswers.multibackend("asyncio,trio").scope(scope).withHypothesis());
    assertThatRun(run)
        .isGreen("22 passed, 2 xfailed")
        .collected(24)
        .passedByBackend(Map.of("asyncio", 11L, "trio", 11L));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSION", "FUNCTION"})
  void explicitScopePassesOnUvloopAlone(LoopScope scope, Workbench bench) {
    PytestRun run = run(bench, SuiteAnswers.explicitScope("uvloop").scope(scope).withHypothesis());
    assertThatRun(run)
        .isGreen("11 passed, 2 xfailed")
        .collected(13)
        .passedByBackend(Map.of("", 11L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "asyncio,uvloop SESSION",
        "asyncio,uvloop FUNCTION",
        "uvloop,asyncio SESSION",
        "uvloop,asyncio FUNCTION"
      })
  void explicitScopePassesOnBothKindsOfLoop(String backends, LoopScope scope, Workbench bench) {
    PytestRun run = run(bench, SuiteAnswers.explicitScope(backends).scope(scope).withHypothesis());
    assertThatRun(run)
        .isGreen("22 passed, 3 xfailed")
        .collected(25)
        .passedByBackend(Map.of("asyncio", 11L, "uvloop", 11L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "asyncio SESSION",
        "asyncio FUNCTION",
        "trio SESSION",
        "trio FUNCTION",
        "uvloop SESSION",
        "uvloop FUNCTION"
      })
  void multibackendPassesOnOneBackendAlone(String backend, LoopScope scope, Workbench bench) {
    PytestRun run = run(bench, SuiteAnswers.multibackend(backend).scope(scope));
    assertThatRun(run)
        .isGreen("8 passed, 2 xfailed")
        .collected(10)
        .passedByBackend(Map.of(backend, 8L));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSION", "FUNCTION"})
  void multibackendPassesOnUvloopAndTrio(LoopScope scope, Workbench bench) {
    PytestRun run =
        run(bench, SuiteAnswers.multibackend("uvloop,trio").scope(scope).withHypothesis());
    assertThatRun(run)
        .isGreen("22 passed, 2 xfailed")
        .collected(24)
        .passedByBackend(Map.of("uvloop", 11L, "trio", 11L));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSION", "FUNCTION"})
  void multibackendPassesOnAllThreeBackends(LoopScope scope, Workbench bench) {
    PytestRun run =
        run(bench, SuiteAnswers.multibackend("asyncio,trio,uvloop").scope(scope).withHypothesis());
    assertThatRun(run)
        .isGreen("33 passed, 2 xfailed")
        .collected(35)
        .passedByBackend(Map.of("asyncio", 11L, "trio", 11L, "uvloop", 11L));
  }

  private static PytestRun run(Workbench bench, SuiteAnswers answers) {
    Suite suite = bench.suite(answers);
    return bench.forkedPytest(bench.venvs().ofGroups(bench.python(), suite, "dev"), suite);
  }
}
