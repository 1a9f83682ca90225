package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;

import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.template.StoreKind;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A suite whose resource is of a kind that only its templates and its names were written for. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class ResourceKindIT {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLICIT_SCOPE | asyncio | 8 passed, 2 xfailed",
        "MULTIBACKEND | asyncio,trio | 14 passed, 2 xfailed"
      })
  void contractHoldsForAnotherKindOfResource(
      Archetype archetype, String backends, String summary, Workbench bench) {
    Suite suite = bench.suite(SuiteAnswers.of(archetype, backends), StoreKind.renderer());
    assertThatRun(bench.forkedPytest(bench.crowdedVenv(), suite)).isGreen(summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLICIT_SCOPE | asyncio | 20 passed, 3 xfailed",
        "MULTIBACKEND | asyncio,trio | 36 passed, 3 xfailed"
      })
  void contractHoldsForEachOfTwoResources(
      Archetype archetype, String backends, String summary, Workbench bench) {
    Suite suite = bench.suite(SuiteAnswers.of(archetype, backends), StoreKind.besideTheExample());
    assertThatRun(bench.forkedPytest(bench.crowdedVenv(), suite)).isGreen(summary);
  }
}
