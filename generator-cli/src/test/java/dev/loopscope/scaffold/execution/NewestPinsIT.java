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
    assertThatRun(run).isGreen("8 passed, 1 xfailed").collected(9).passedByBackend(Map.of("", 8L));
  }

  @ParameterizedTest
  @EnumSource
  void explicitScopeWithHypothesisPassesOnAsyncio(LoopScope scope, Workbench bench) {
    PytestRun run = run(bench, SuiteAnswers.explicitScope("asyncio").scope(scope).withHypothesis());
    assertThatRun(run)
        .isGreen("10 passed, 1 xfailed")
        .collected(11)
        .passedByBackend(Map.of("", 10L));
  }

  @ParameterizedTest
  @EnumSource
  void multibackendPassesOnAsyncioAndTrio(LoopScope scope, Workbench bench) {
    PytestRun run = run(bench, SuiteAnswers.multibackend("asyncio,trio").scope(scope));
    assertThatRun(run)
        .isGreen("14 passed, 1 xfailed")
        .collected(15)
        .passedByBackend(Map.of("asyncio", 7L, "trio", 7L));
  }

  @ParameterizedTest
  @EnumSource
  void multibackendWithHypothesisPassesOnAsyncioAndTrio(LoopScope scope, Workbench bench) {
    PytestRun run =
        run(bench, SuiteAnswers.multibackend("asyncio,trio").scope(scope).withHypothesis());
    assertThatRun(run)
        .isGreen("20 passed, 1 xfailed")
        .collected(21)
        .passedByBackend(Map.of("asyncio", 10L, "trio", 10L));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSION", "FUNCTION"})
  void explicitScopePassesOnUvloopAlone(LoopScope scope, Workbench bench) {
    PytestRun run = run(bench, SuiteAnswers.explicitScope("uvloop").scope(scope).withHypothesis());
    assertThatRun(run)
        .isGreen("10 passed, 1 xfailed")
        .collected(11)
        .passedByBackend(Map.of("", 10L));
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
        .isGreen("20 passed, 2 xfailed")
        .collected(22)
        .passedByBackend(Map.of("asyncio", 10L, "uvloop", 10L));
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
        .isGreen("7 passed, 1 xfailed")
        .collected(8)
        .passedByBackend(Map.of(backend, 7L));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSION", "FUNCTION"})
  void multibackendPassesOnUvloopAndTrio(LoopScope scope, Workbench bench) {
    PytestRun run =
        run(bench, SuiteAnswers.multibackend("uvloop,trio").scope(scope).withHypothesis());
    assertThatRun(run)
        .isGreen("20 passed, 1 xfailed")
        .collected(21)
        .passedByBackend(Map.of("uvloop", 10L, "trio", 10L));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSION", "FUNCTION"})
  void multibackendPassesOnAllThreeBackends(LoopScope scope, Workbench bench) {
    PytestRun run =
        run(bench, SuiteAnswers.multibackend("asyncio,trio,uvloop").scope(scope).withHypothesis());
    assertThatRun(run)
        .isGreen("30 passed, 1 xfailed")
        .collected(31)
        .passedByBackend(Map.of("asyncio", 10L, "trio", 10L, "uvloop", 10L));
  }

  private static PytestRun run(Workbench bench, SuiteAnswers answers) {
    Suite suite = bench.suite(answers);
    return bench.forkedPytest(bench.venvs().ofGroups(bench.python(), suite, "dev"), suite);
  }
}
