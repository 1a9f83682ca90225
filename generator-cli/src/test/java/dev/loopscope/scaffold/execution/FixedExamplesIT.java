package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.edit.Fixes;
import dev.loopscope.scaffold.check.page.FixedExample;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fixes leave of the pages' examples is green in pytest, and clean in a check. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class FixedExamplesIT {
  /**
   * Examples of tests that pass for a wrong reason: they state what the hazard does to them, or
   * what nobody looks at. Once it is gone, they fail in just that.
   */
  private static final Map<String, List<String>> FOUND_OUT =
      Map.ofEntries(
          Map.entry("LS040", List.of("1 failed, 1 passed")),
          Map.entry("LS039 an anyio test with a fixture of pytest-asyncio's", List.of("1 failed")),
          Map.entry("LS039 an asyncio test on another loop", List.of("1 failed")),
          Map.entry(
              "LS039 an asyncio test with a fixture of anyio's", List.of("1 failed, 1 passed")),
          Map.entry("LS035 the backend as a parameter", List.of("2 failed, 2 passed")),
          Map.entry("LS035 tests on two backends", List.of("1 failed, 1 passed")),
          Map.entry("LS033 an old anyio", List.of("1 failed, 1 passed")),
          Map.entry("LS033 any anyio", List.of("1 failed, 1 passed")),
          Map.entry(
              "LS015 two tests that seem to share a loop",
              List.of("assert asyncio.get_running_loop() is not loops[0]", "1 failed, 1 passed")),
          Map.entry(
              "LS017 a method under the mark of its class",
              List.of("assert asyncio.get_running_loop() is not self.loop", "1 failed, 1 passed")),
          Map.entry("LS017 a function under the mark of its module", List.of("1 failed, 1 passed")),
          Map.entry("LS024 a timeout that never fires", List.of("TimeoutError", "1 failed")),
          Map.entry(
              "LS024 a task group that does not stop the test",
              List.of("ValueError: no work", "1 failed")),
          Map.entry("LS022", List.of("AssertionError: 42 != 0", "2 failed")),
          Map.entry(
              "LS030 a module fixture and the default backend",
              List.of("AssertionError: assert 'trio' == 'asyncio'", "2 failed, 2 passed")),
          Map.entry(
              "LS030 a session fixture and a session backend",
              List.of("RuntimeError: no running event loop")),
          Map.entry(
              "LS030 a class fixture under a module backend",
              List.of("AssertionError: assert 'trio' == 'asyncio'", "1 failed, 1 passed")));

  @ParameterizedTest
  @MethodSource("fixedExamples")
  void passesAndIsClean(FixedExample fixed, Workbench bench) {
    List<String> expected = FOUND_OUT.getOrDefault(fixed.toString(), List.of());
    assertThat(fixed.left())
        .filteredOn(it -> expected.isEmpty() || it.rule().id().equals(fixed.rule()))
        // No edit ends it; the page shows what does.
        .filteredOn(it -> !it.rule().id().equals(fixed.rule()) || it.rule().fixes() != Fixes.NONE)
        .extracting(it -> it.rule().id() + " " + it.message())
        .isEmpty();
    new PageTrial(fixed.rule(), fixed.suite(), environment(fixed), List.of(), expected)
        .assertHolds(bench);
  }

  @Test
  void everyExampleThatIsFoundOutIsThere() {
    assertThat(FixedExample.all())
        .extracting(FixedExample::toString)
        .containsAll(FOUND_OUT.keySet());
  }

  static Stream<FixedExample> fixedExamples() {
    return FixedExample.all().stream().filter(it -> AskedPages.isAsked(it.rule()));
  }

  /** The newest that the example was run in. */
  private static String environment(FixedExample fixed) {
    List<String> environments = fixed.example().runs().get(0).environments();
    return environments.contains("newest") ? "newest" : environments.get(0);
  }
}
