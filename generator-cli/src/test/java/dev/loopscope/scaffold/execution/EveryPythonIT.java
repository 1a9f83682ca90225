package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One suite of each archetype passes on every Python from 3.10 on that this machine has. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class EveryPythonIT {
  @Test
  void thereIsAPythonToTestOn(Workbench bench) {
    assertThat(bench.interpreters()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(bench.interpreters()).extracting(Interpreter::minor).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> explicitScopePasses(Workbench bench) {
    SuiteAnswers answers = SuiteAnswers.explicitScope("asyncio").withHypothesis();
    return bench.interpreters().stream()
        .map(
            python ->
                DynamicTest.dynamicTest(
                    "on " + python,
                    () ->
                        assertThatRun(run(bench, answers, python))
                            .isGreen("11 passed, 2 xfailed")
                            .collected(13)
                            .passedByBackend(Map.of("", 11L))));
  }

  @TestFactory
  Stream<DynamicTest> multibackendPasses(Workbench bench) {
    SuiteAnswers answers = SuiteAnswers.multibackend("asyncio,trio").withHypothesis();
    return bench.interpreters().stream()
        .map(
            python ->
                DynamicTest.dynamicTest(
                    "on " + python,
                    () ->
                        assertThatRun(run(bench, answers, python))
                            .isGreen("22 passed, 2 xfailed")
                            .collected(24)
                            .passedByBackend(Map.of("asyncio", 11L, "trio", 11L))));
  }

  private static PytestRun run(Workbench shared, SuiteAnswers answers, Interpreter python) {
    Workbench bench = shared.at(python.version());
    Suite suite = bench.suite(answers);
    Venv venv = bench.venvs().ofGroups(python, suite, "dev");
    assertThat(venv.runningVersion()).isEqualTo(python.version());
    return bench.pytest(venv, suite);
  }
}
