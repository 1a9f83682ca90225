package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.scaffold.answers.Questions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that are awkward but legal make a project that can be built, and a suite that passes. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class AwkwardNamesIT {
  @ParameterizedTest
  @CsvSource({"A.b--c_9, a_b_c_9", "2fast, _2fast"})
  void projectIsBuiltAndItsSuitePasses(String name, String importName, Workbench bench)
      throws IOException {
    Suite suite = bench.suite(SuiteAnswers.multibackend("asyncio,trio").name(name));
    Path wheels = bench.place().resolve("wheels");
    Directories.delete(wheels);

    bench
        .venvs()
        .pip(List.of("wheel", "--quiet", "--no-deps", "--wheel-dir", wheels.toString(), "."))
        .in(suite.directory())
        .run()
        .orFail("pip wheel --no-deps .");

    assertThat(modules(wheels))
        .containsExactlyInAnyOrder(importName + "/__init__.py", importName + "/py.typed");
    Venv venv = bench.venvs().ofGroups(bench.python(), suite, "dev");
    assertThatRun(bench.pytest(venv, suite)).isGreen("20 passed, 2 xfailed");
  }

  @Test
  void nameOfWhatASuiteInstallsIsRefused(Workbench bench) {
    SuiteAnswers strict = SuiteAnswers.explicitScope("asyncio").withLint();
    List<String> lint = strict.dependencyGroups().group("lint");
    Venv venv = bench.crowdedVenv(lint.toArray(String[]::new));
    String code =
        "import importlib.metadata as m; print(*sorted(d.name for d in m.distributions()))";
    String installed = Command.of(venv.python().toString(), "-c", code).run().orFail("metadata");
    List<String> names = List.of(installed.strip().split(" "));
    assertThat(names)
        .contains("mypy", "pluggy", "pytest-asyncio", "typing_extensions")
        .allSatisfy(
            name ->
                assertThatThrownBy(() -> Questions.NAME.parse(name))
                    .hasMessageContaining("is a distribution that the suite installs"));
  }

  /** What the one wheel in a directory holds, besides its metadata. */
  private static List<String> modules(Path wheels) throws IOException {
    try (Stream<Path> built = Files.list(wheels);
        ZipFile wheel = new ZipFile(built.findAny().orElseThrow().toFile())) {
      return wheel.stream()
          .map(entry -> entry.getName())
          .filter(path -> !path.contains(".dist-info/"))
          .toList();
    }
  }
}
