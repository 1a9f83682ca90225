package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.cli.Scaffold;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import dev.loopscope.scaffold.execution.matrix.Combination;
import dev.loopscope.scaffold.execution.matrix.Floors;
import dev.loopscope.scaffold.execution.matrix.Matrix;
import dev.loopscope.scaffold.execution.matrix.MatrixRecord;
import dev.loopscope.scaffold.execution.matrix.Pins;
import dev.loopscope.scaffold.execution.matrix.TestCount;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The execution matrix: what {@code scaffold new} writes passes on every Python from 3.10 on that
 * this machine has, with the oldest and the newest versions that it asks for. The build runs a
 * small part of it. {@code -Dmatrix=pairs} or {@code -Dmatrix=full} runs more, writes down what
 * came of it, and the pages that show it; with {@code -Dmatrix.missing=true} only what they call
 * not run.
 */
@ExtendWith({WithServersOnly.class, WorkbenchOfEachTest.class})
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExecutionMatrixIT {
  private static final Matrix EXTENT = Matrix.named(System.getProperty("matrix", "build"));

  /** The directory of a plugin that makes Hypothesis draw few examples. */
  private static final Path FEW_EXAMPLES = Path.of("src/test/resources/execution/plugins");

  /** Whether suites stay out that the record shows. */
  private static final boolean MISSING_ONLY = Boolean.getBoolean("matrix.missing");

  private final MatrixRuns runs = new MatrixRuns();

  @Test
  void thereIsAPythonToTestOn(Workbench bench) {
    assertThat(bench.interpreters()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(bench.interpreters()).extracting(Interpreter::minor).doesNotHaveDuplicates();
  }

  @Test
  void anyioAcceptsNoOlderTrio(Workbench bench) {
    MatrixEnvironment oldest = MatrixEnvironment.of(bench.oldestPython(), Pins.OLDEST);
    Combination onTrio =
        oldest.suitesOfEachFloor().stream()
            .filter(suite -> suite.backends().contains(Backend.TRIO))
            .findFirst()
            .orElseThrow();
    Venv venv = oldest.venv(bench.venvs(), onTrio);
    String code =
        "import importlib.metadata as m; print([r for r in m.requires('anyio') if 'trio' in r])";

    String required = Command.of(venv.python().toString(), "-c", code).run().orFail("metadata");

    String trio = Floors.version(Floors.OLDEST_TRIO);
    assertThat(required.strip()).isEqualTo("['trio>=" + trio + "; extra == \"trio\"']");
    assertThat(venv.version("trio")).isEqualTo(trio);
  }

  @TestFactory
  Stream<DynamicTest> suitesPass(Workbench bench) {
    return MatrixEnvironment.all(bench).stream()
        .flatMap(
            environment ->
                suites(environment, bench).stream()
                    .map(
                        suite ->
                            DynamicTest.dynamicTest(
                                environment + ": " + suite,
                                () -> pass(environment, suite, bench))));
  }

  private static List<Combination> suites(MatrixEnvironment environment, Workbench bench) {
    List<Combination> wanted;
    if (EXTENT != Matrix.BUILD) {
      MatrixRecord kept = MatrixRecord.kept();
      wanted =
          EXTENT.combinations().stream()
              .filter(suite -> !MISSING_ONLY || !environment.isShownBy(kept, EXTENT, suite))
              .toList();
    } else if (environment.pins() == Pins.OLDEST) {
      wanted = environment.isAtAnEnd(bench) ? environment.suitesOfEachFloor() : List.of();
    } else if (environment.python().equals(bench.python())) {
      wanted = EXTENT.combinations();
    } else {
      wanted = Matrix.crowded();
    }
    return wanted.stream().filter(environment::runs).toList();
  }

  private void pass(MatrixEnvironment environment, Combination suite, Workbench shared) {
    TestCount expected = TestCount.of(suite);
    Workbench bench = shared.at(environment.name() + "/" + suite.name());
    Venv venv = environment.venv(bench.venvs(), suite);
    boolean passed = false;
    try {
      Suite written = written(suite, bench);
      PytestRun run =
          EXTENT == Matrix.BUILD && suite.hypothesis()
              ? withFewExamples(venv, written, bench)
              : bench.forkedPytest(venv, written);
      assertThatRun(run).isGreen(expected.summary());
      passed = true;
    } finally {
      runs.ended(new MatrixRuns.End(environment, venv, suite, passed));
    }
  }

  /** The build asks whether versions go together; other tests draw all examples of a property. */
  private static PytestRun withFewExamples(Venv venv, Suite suite, Workbench bench) {
    Map<String, String> settings = Map.of("PYTHONPATH", FEW_EXAMPLES.toAbsolutePath().toString());
    return bench.forkedPytest(venv, suite, settings, "-p", "few_examples");
  }

  /** Written by the command, as a user types it. */
  private static Suite written(Combination suite, Workbench bench) {
    Directories.delete(bench.place());
    Directories.make(bench.place());
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Console console = new Console(printed, printed, Terminal.none());
    ExitCode end =
        new Scaffold(console, bench.place(), true)
            .run(suite.commandLine("demo").toArray(String[]::new));
    console.flush();
    assertThat(end).as(printed.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.DONE);
    return new Suite(bench.place().resolve("demo"));
  }

  @AfterAll
  void whatCameOfItIsWrittenDown() {
    if (EXTENT != Matrix.BUILD) {
      runs.record(EXTENT, Clock.systemUTC()).keep();
    }
  }
}
