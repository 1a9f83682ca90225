package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.check.page.PageCase;
import dev.loopscope.scaffold.check.page.PageCases;
import dev.loopscope.scaffold.check.page.PageFile;
import dev.loopscope.scaffold.check.page.ShippedPages;
import dev.loopscope.scaffold.cli.Scaffold;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import dev.loopscope.scaffold.text.JsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The map that the model draws of a suite is the one that a run of it draws: the same tests on the
 * same lanes, the same fixtures from and to the same tests, the same crossings. The suites are
 * examples of the rules' pages, side by side. {@link TraceIT} holds freshly written suites to the
 * same.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class MapAgreementIT {
  private static final Map<String, List<String>> STRICT =
      Map.of(
          "LS001", List.of("its own loop scope is narrower"),
          "LS002", List.of("a session fixture, a test on its own loop", "a task that goes on"),
          "LS003", List.of(""),
          "LS011", List.of("one loop for all tests", "as good as none"),
          "LS026", List.of("a queue that two tests wait for"),
          "LS030",
              List.of(
                  "a module fixture and the default backend",
                  "a session fixture and a session backend",
                  "a class fixture under a module backend"));

  private static final Map<String, List<String>> AUTO =
      Map.of(
          "LS035",
          List.of("tests on two backends", "the backend as a parameter", "tests on asyncio alone"));

  @Test
  void examplesInStrictModeRunAsTheyAreDrawn(Workbench bench) throws IOException, JsonException {
    assertAgreement(bench, suite(bench, "strict", STRICT));
  }

  @Test
  void examplesInAutoModeRunAsTheyAreDrawn(Workbench bench) throws IOException, JsonException {
    assertAgreement(bench, suite(bench, "auto", AUTO));
  }

  @Test
  void freshlyWrittenSuiteRunsAsItIsDrawn(Workbench bench) throws IOException, JsonException {
    assertAgreement(bench, bench.suite(SuiteAnswers.explicitScope("asyncio")));
  }

  private static void assertAgreement(Workbench bench, Suite suite)
      throws IOException, JsonException {
    Venv venv = bench.crowdedVenv();
    Path run = bench.place().resolve("run.html");
    String python = venv.python().toString();
    said(suite, "trace", "--interpreter", python, "--map", run.toString());
    assertAgreement(bench, venv, suite, run);
  }

  /**
   * Holds the map of a run against that of the model.
   *
   * @param venv what it was run in
   * @param run the page that {@code trace --map} wrote
   */
  static void assertAgreement(Workbench bench, Venv venv, Suite suite, Path run)
      throws IOException, JsonException {
    Path model = bench.place().resolve("model.html");
    Directories.delete(model);
    String environment = venv.directory().toString();
    said(suite, "map", "--output", model.toString(), "--environment", environment);
    DrawnPanel drawn = DrawnPanel.of(model);
    DrawnPanel traced = DrawnPanel.of(run);
    assertThat(drawn.tests()).isNotEmpty().isEqualTo(traced.tests());
    assertThat(drawn.bars()).isEqualTo(traced.bars());
    assertThat(drawn.crossings()).isEqualTo(traced.crossings());
  }

  private static void said(Suite suite, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(out, out, Terminal.none());
    ExitCode end = new Scaffold(console, suite.directory(), true).run(words);
    assertThat(end).as(out.toString(StandardCharsets.UTF_8)).isIn(ExitCode.DONE, ExitCode.FINDINGS);
  }

  /**
   * The examples, each in a directory of its own, in which a file of tests has a name of its own.
   */
  private static Suite suite(Workbench bench, String mode, Map<String, List<String>> examples)
      throws IOException {
    Path directory = bench.place().resolve(mode);
    Directories.delete(directory);
    int number = 0;
    for (PageCase example : examples(examples)) {
      number++;
      for (PageFile file : example.files()) {
        if (file.path().endsWith(".py")) {
          String name = file.path().replaceAll("(test_\\w+)\\.py$", "$1_" + number + ".py");
          Path to = directory.resolve("example_" + number).resolve(name);
          Directories.make(to.resolveSibling(""));
          Files.writeString(to, file.text());
        }
      }
    }
    String ini = "[pytest]\nasyncio_mode = %s\nasyncio_default_fixture_loop_scope = function\n";
    Files.writeString(directory.resolve("pytest.ini"), ini.formatted(mode));
    return new Suite(directory);
  }

  private static List<PageCase> examples(Map<String, List<String>> asked) {
    List<PageCase> found = new ArrayList<>();
    ShippedPages.all().stream()
        .forEach(
            page ->
                PageCases.of(page).examples().stream()
                    .filter(it -> asked.getOrDefault(page.id(), List.of()).contains(it.title()))
                    .forEach(found::add));
    assertThat(found).hasSize(asked.values().stream().mapToInt(List::size).sum());
    return found;
  }
}
