package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Archetype;
import dev.loopscope.scaffold.answers.value.LoopScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Suites are formatted, free of lint and typed, with the linters of their own group, under the
 * strict settings that they bring, or would have brought had they been asked to.
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
        "MULTIBACKEND   | uvloop,trio         | CLASS    | false | 3.10 | a_resource_of_24_letters",
        "EXPLICIT_SCOPE | asyncio             | SESSION  | false | 3.10 | db,cached",
        "EXPLICIT_SCOPE | asyncio,uvloop      | MODULE   | true  | 3.15 |"
            + " db:echo:class,a_resource_of_24_letters",
        "MULTIBACKEND   | asyncio,trio        | SESSION  | true  | 3.15 |"
            + " db,a_resource_of_24_letters:echo:class",
        "MULTIBACKEND   | uvloop              | FUNCTION | false | 3.10 | db,cached,c"
      })
  void suiteIsFormattedFreeOfLintAndTyped(
      Archetype archetype,
      String backends,
      LoopScope scope,
      boolean hypothesis,
      String python,
      String resource,
      Workbench bench) {
    SuiteAnswers answers =
        SuiteAnswers.of(archetype, backends)
            .scope(scope)
            .hypothesis(hypothesis)
            .python(Questions.PYTHON.parse(python))
            .resource(resource);
    Suite strict = bench.at("strict").suite(answers.withLint());
    List<String> lint = strict.dependencyGroups().group("lint");
    Venv venv = bench.crowdedVenv(lint.toArray(String[]::new));
    assertThat(complaints(bench, venv, strict)).isEmpty();

    Suite plain = bench.at("plain").suite(answers);
    assertThat(plain.read(Suite.PYPROJECT)).doesNotContain("mypy").doesNotContain("ruff");
    assertThat(plain.pythonFiles()).isNotEmpty().isEqualTo(strict.pythonFiles());
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLICIT_SCOPE | uvloop | db:postgres,a_resource_of_24_letters:redis,web:http | psycopg",
        "EXPLICIT_SCOPE | uvloop | a_resource_of_24_letters:postgres,web:http | asyncpg",
        "EXPLICIT_SCOPE | uvloop | a_resource_of_24_letters:postgres,web:http | sqlalchemy",
        "MULTIBACKEND   | trio   | a_resource_of_24_letters:redis |",
        "EXPLICIT_SCOPE | uvloop | a_resource_of_24_letters:subprocess |",
        "MULTIBACKEND   | trio   | a_resource_of_24_letters:subprocess |"
      })
  void suiteOfKindsWithLibrariesIsFormattedFreeOfLintAndTyped(
      Archetype archetype,
      String backends,
      String resources,
      @Nullable String client,
      Workbench bench) {
    Map<String, String> given = new HashMap<>();
    given.put("name", "demo");
    given.put("archetype", archetype.word());
    given.put("backends", backends);
    given.put("resource", resources);
    given.put("lint", "true");
    if (client != null) {
      given.put("postgres", client);
    }
    Suite suite = bench.suite(Answers.complete(Questions.ALL, given));
    List<String> lint = suite.dependencyGroups().group("lint");
    Venv venv = bench.venvOfAllKinds(lint.toArray(String[]::new));
    assertThat(complaints(bench, venv, suite)).isEmpty();
  }

  /** The settings are followed, not passed over. */
  @ParameterizedTest
  @EnumSource
  void settingsFindWhatIsWrong(Archetype archetype, Workbench bench) {
    Suite suite = bench.suite(SuiteAnswers.of(archetype, "asyncio").withLint());
    suite.append("src/demo/wrong.py", "def wrong(it):\n  return it\n");
    List<String> lint = suite.dependencyGroups().group("lint");
    Venv venv = bench.crowdedVenv(lint.toArray(String[]::new));

    List<String> complaints = complaints(bench, venv, suite);

    assertThat(complaints).hasSize(3);
    assertThat(complaints.get(0)).contains("ANN001", "D100").contains("src/demo/wrong.py");
    assertThat(complaints.get(1)).contains("1 file would be reformatted");
    assertThat(complaints.get(2))
        .contains("src/demo/wrong.py:1: error: Function is missing a type");
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
