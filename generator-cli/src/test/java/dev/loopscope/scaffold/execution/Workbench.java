package dev.loopscope.scaffold.execution;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Backends;
import dev.loopscope.scaffold.answers.value.PythonFloor;
import dev.loopscope.scaffold.template.Renderer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What one test works with: the machine's interpreters, the environments that all tests share, and
 * a place of its own for a suite.
 *
 * @param interpreters at least one
 * @param venvs shared by all tests
 * @param forks shared by all tests
 * @param place the directory of this test; what an earlier run left there is deleted
 */
record Workbench(List<Interpreter> interpreters, Venvs venvs, PytestForks forks, Path place) {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

  Workbench {
    interpreters = List.copyOf(interpreters);
  }

  /** The PATH's {@code python3}, or the first of the others. */
  Interpreter python() {
    return interpreters.get(0);
  }

  /** The oldest interpreter that is here. */
  Interpreter oldestPython() {
    Interpreter oldest = python();
    for (Interpreter interpreter : interpreters) {
      oldest = interpreter.minor() < oldest.minor() ? interpreter : oldest;
    }
    return oldest;
  }

  /** The same bench, with a place below this one. */
  Workbench at(String name) {
    return new Workbench(interpreters, venvs, forks, place.resolve(name));
  }

  /** Writes the test's suite. */
  Suite suite(SuiteAnswers answers) {
    return suite(answers, new Renderer());
  }

  /** Writes the suite of these answers. */
  Suite suite(Answers answers) {
    Path directory = place.resolve("demo");
    Directories.delete(directory);
    Directories.make(place);
    return Suite.write(new Renderer().render(answers), directory);
  }

  /** Writes the suite that {@code renderer} makes of the answers. */
  Suite suite(SuiteAnswers answers, Renderer renderer) {
    Path directory = place.resolve(answers.name());
    Directories.delete(directory);
    Directories.make(place);
    return Suite.write(renderer.render(answers.answers()), directory);
  }

  /** Everything that the suites of both archetypes install, in one environment, with more. */
  Venv crowdedVenv(String... more) {
    TreeSet<String> requirements = new TreeSet<>(List.of(more));
    for (SuiteAnswers answers :
        List.of(
            SuiteAnswers.explicitScope("asyncio,uvloop").withHypothesis(),
            SuiteAnswers.multibackend("asyncio,trio,uvloop").withHypothesis())) {
      requirements.addAll(answers.dependencyGroups().group("dev"));
    }
    return venvs.of(python(), List.copyOf(requirements));
  }

  /**
   * Everything that suites with a resource of any kind install, and workers, in one environment.
   */
  Venv venvOfAllKinds(String... more) {
    TreeSet<String> requirements =
        new TreeSet<>(
            List.of(
                "asyncpg>=0.30",
                "asyncpg-stubs>=0.30.2",
                "fastapi",
                "pytest-xdist",
                "sqlalchemy[asyncio]>=2.0.31"));
    requirements.addAll(List.of(more));
    for (ResourceKind kind : ResourceKind.ALL) {
      for (SuiteAnswers answers :
          List.of(
              SuiteAnswers.explicitScope("asyncio,uvloop"), SuiteAnswers.multibackend("trio"))) {
        boolean runs =
            Backends.parse(answers.backends()).inOrder().stream().allMatch(kind.limit()::allows);
        if (runs) {
          requirements.addAll(
              answers
                  .resource("db:" + kind.word())
                  .python(PythonFloor.PYTHON_3_11)
                  .dependencyGroups()
                  .group("dev"));
        }
      }
    }
    return venvs.of(python(), List.copyOf(requirements));
  }

  /** Runs pytest in the suite's directory, as a developer does. */
  PytestRun pytest(Venv venv, Suite suite, String... arguments) {
    return pytest(venv, suite, Command::run, arguments);
  }

  /** The same, with these settings in the environment. */
  PytestRun pytest(Venv venv, Suite suite, Map<String, String> settings, String... arguments) {
    return pytest(venv, suite, command -> command.with(settings).run(), arguments);
  }

  /** The same in a process that has imported pytest already, for suites that are run many times. */
  PytestRun forkedPytest(Venv venv, Suite suite, String... arguments) {
    return forkedPytest(venv, suite, Map.of(), arguments);
  }

  /** The same, with these settings in the environment. */
  PytestRun forkedPytest(
      Venv venv, Suite suite, Map<String, String> settings, String... arguments) {
    return pytest(venv, suite, command -> forks.run(command.with(settings)), arguments);
  }

  private PytestRun pytest(
      Venv venv, Suite suite, Function<Command, Command.Ended> running, String... arguments) {
    Path report = place.resolve("report.xml");
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add("--junitxml=" + report);
    Directories.delete(report);
    Command.Ended ended =
        running.apply(venv.module("pytest", words).in(suite.directory()).within(LONGEST_RUN));
    return new PytestRun(
        ended.exitCode(), ended.output(), Files.exists(report) ? JUnitXml.read(report) : List.of());
  }
}
