package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every suite passes with the oldest versions that its {@code pyproject.toml} claims, on the oldest
 * Python that is here. The versions are read from the rendered file; the literals say what they are
 * today.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class OldestPinsIT {
  /** The oldest trio that anyio's extra of that name accepts, at anyio's floor. */
  private static final String OLDEST_TRIO = "trio==0.32.0";

  @Test
  void explicitScopePassesAtItsFloors(Workbench bench) {
    SuiteAnswers answers = SuiteAnswers.explicitScope("asyncio").withHypothesis();
    assertThat(answers.dependencyGroups().floors("dev"))
        .containsExactly("hypothesis==6.131", "pytest==8.4", "pytest-asyncio==1.3");

    assertThatRun(run(bench, answers))
        .isGreen("11 passed, 2 xfailed")
        .collected(13)
        .passedByBackend(Map.of("", 11L));
  }

  @Test
  void explicitScopeOnUvloopPassesAtItsFloors(Workbench bench) {
    SuiteAnswers answers = SuiteAnswers.explicitScope("asyncio,uvloop").withHypothesis();
    assertThat(answers.dependencyGroups().floors("dev"))
        .containsExactly(
            "hypothesis==6.131", "pytest==8.4", "pytest-asyncio==1.4", "uvloop==0.22.1");

    assertThatRun(run(bench, answers))
        .isGreen("22 passed, 3 xfailed")
        .collected(25)
        .passedByBackend(Map.of("asyncio", 11L, "uvloop", 11L));
  }

  @Test
  void multibackendPassesAtItsFloors(Workbench bench) {
    SuiteAnswers answers = SuiteAnswers.multibackend("asyncio,trio,uvloop").withHypothesis();
    assertThat(answers.dependencyGroups().floors("dev"))
        .containsExactly("anyio[trio]==4.15", "hypothesis==6.131", "pytest==8.4", "uvloop==0.22.1");

    assertThatRun(run(bench, answers, OLDEST_TRIO))
        .isGreen("33 passed, 2 xfailed")
        .collected(35)
        .passedByBackend(Map.of("asyncio", 11L, "trio", 11L, "uvloop", 11L));
  }

  @Test
  void anyioAcceptsNoOlderTrio(Workbench bench) {
    List<String> floors =
        SuiteAnswers.multibackend("asyncio,trio").dependencyGroups().floors("dev");
    Venv venv = venv(bench, floors, OLDEST_TRIO);
    String code =
        "import importlib.metadata as m; print([r for r in m.requires('anyio') if 'trio' in r])";

    String required = Command.of(venv.python().toString(), "-c", code).run().orFail("metadata");

    assertThat(required.strip()).isEqualTo("['trio>=0.32.0; extra == \"trio\"']");
    assertThat(venv.version("trio")).isEqualTo("0.32.0");
  }

  private static PytestRun run(Workbench bench, SuiteAnswers answers, String... more) {
    Venv venv = venv(bench, answers.dependencyGroups().floors("dev"), more);
    return bench.pytest(venv, bench.suite(answers));
  }

  private static Venv venv(Workbench bench, List<String> floors, String... more) {
    List<String> requirements = new ArrayList<>(floors);
    requirements.addAll(List.of(more));
    return bench.venvs().of(bench.oldestPython(), requirements);
  }
}
