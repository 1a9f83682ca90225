package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;

import dev.loopscope.scaffold.answers.value.LoopScope;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Suites pass in any order of their tests, and spread over workers. The environment holds
 * pytest-xdist, pytest-randomly and pytest-reverse besides the plugins of both archetypes.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class TestOrderIT {
  @ParameterizedTest
  @CsvSource({
    "SESSION,  -p no:randomly",
    "SESSION,  -p no:randomly --reverse",
    "SESSION,  -p randomly --randomly-seed=1",
    "SESSION,  -p randomly --randomly-seed=2",
    "SESSION,  -n 2 -p no:randomly",
    "SESSION,  -n 2 --randomly-seed=3",
    "SESSION,  -n 2 -p no:randomly --dist=loadscope",
    "MODULE,   -p no:randomly --reverse",
    "CLASS,    -p randomly --randomly-seed=4",
    "FUNCTION, -n 2 --randomly-seed=5"
  })
  void explicitScopePassesInEveryOrder(LoopScope scope, String options, Workbench bench) {
    PytestRun run = run(bench, SuiteAnswers.explicitScope("asyncio,uvloop").scope(scope), options);
    assertThatRun(run)
        .isGreen("22 passed, 3 xfailed")
        .collected(25)
        .passedByBackend(Map.of("asyncio", 11L, "uvloop", 11L));
  }

  @ParameterizedTest
  @CsvSource({
    "SESSION,  -p no:randomly",
    "SESSION,  -p no:randomly --reverse",
    "SESSION,  -p randomly --randomly-seed=1",
    "SESSION,  -p randomly --randomly-seed=2",
    "SESSION,  -n 2 -p no:randomly",
    "SESSION,  -n 2 --randomly-seed=3",
    "SESSION,  -n 2 -p no:randomly --dist=loadscope",
    "MODULE,   -n 2 --randomly-seed=4",
    "CLASS,    -p no:randomly --reverse",
    "FUNCTION, -p randomly --randomly-seed=5"
  })
  void multibackendPassesInEveryOrder(LoopScope scope, String options, Workbench bench) {
    PytestRun run = run(bench, SuiteAnswers.multibackend("asyncio,trio").scope(scope), options);
    assertThatRun(run)
        .isGreen("20 passed, 2 xfailed")
        .collected(22)
        .passedByBackend(Map.of("asyncio", 10L, "trio", 10L));
  }

  private static PytestRun run(Workbench bench, SuiteAnswers answers, String options) {
    Venv venv = bench.crowdedVenv("pytest-xdist", "pytest-randomly", "pytest-reverse");
    return bench.forkedPytest(venv, bench.suite(answers), options.split(" "));
  }
}
