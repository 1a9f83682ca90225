package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.LoopScope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Suites are formatted, free of lint and typed, under the configuration that they bring and with
 * the linters of their own group.
 */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class LintIT {
  // One after the other: they share a cache of mypy's, for the plugins' own modules.
  @Execution(ExecutionMode.SAME_THREAD)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLICIT_SCOPE | asyncio             | SESSION  | true  | 3.10 | c",
        "EXPLICIT_SCOPE | asyncio             | MODULE   | false | 3.15 | client",
        "EXPLICIT_SCOPE | asyncio             | CLASS    | true  | 3.15 | a_resource_of_24_letters",
        "EXPLICIT_SCOPE | asyncio             | FUNCTION | true  | 3.10 | a_resource_of_24_letters",
        "EXPLICIT_SCOPE | uvloop              | SESSION  | true  | 3.15 | client",
        "EXPLICIT_SCOPE | uvloop              | FUNCTION | false | 3.10 | a_resource_of_24_letters",
        "EXPLICIT_SCOPE | asyncio,uvloop      | MODULE   | true  | 3.10 | a_resource_of_24_letters",
        "EXPLICIT_SCOPE | uvloop,asyncio      | FUNCTION | true  | 3.15 | client",
        "MULTIBACKEND   | asyncio,trio        | SESSION  | true  | 3.10 | a_resource_of_24_letters",
        "MULTIBACKEND   | asyncio,trio        | MODULE   | false | 3.15 | c",
        "MULTIBACKEND   | trio                | CLASS    | true  | 3.15 | client",
        "MULTIBACKEND   | asyncio             | FUNCTION | true  | 3.10 | client",
        "MULTIBACKEND   | uvloop              | SESSION  | false | 3.10 | client",
        "MULTIBACKEND   | asyncio,trio,uvloop | FUNCTION | true  | 3.15 | a_resource_of_24_letters",
        "MULTIBACKEND   | uvloop,trio         | CLASS    | false | 3.10 | a_resource_of_24_letters"
      })
  void suiteIsFormattedFreeOfLintAndTyped(
      Archetype archetype,
      String backends,
      LoopScope scope,
      boolean hypothesis,
      String python,
      String resource,
      Workbench bench) {
    Suite suite =
        bench.suite(
            SuiteAnswers.of(archetype, backends)
                .scope(scope)
                .hypothesis(hypothesis)
                .python(Questions.PYTHON.parse(python))
                .resource(resource));
    List<String> lint = suite.dependencyGroups().group("lint");
    Venv venv = bench.crowdedVenv(lint.toArray(String[]::new));

    assertThat(complaints(bench, venv, suite)).isEmpty();
  }

  private static List<String> complaints(Workbench bench, Venv venv, Suite suite) {
    List<Command> linters =
        List.of(
            venv.module("ruff", List.of("check", "--no-cache")),
            venv.module("ruff", List.of("format", "--no-cache", "--diff")),
            venv.module("mypy", List.of("--cache-dir", bench.place().getParent() + "/mypy")));
    List<String> complaints = new ArrayList<>();
    for (Command linter : linters) {
      Command.Ended ended = linter.in(suite.directory()).run();
      if (ended.exitCode() != 0) {
        complaints.add(ended.output());
      }
    }
    return complaints;
  }
}
