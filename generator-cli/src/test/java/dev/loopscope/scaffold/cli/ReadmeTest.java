package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Choice;
import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README says what the command says: both read the same rows. */
class ReadmeTest {
  private static final Path README = Path.of("../README.md");

  @Test
  void hasTheDecisionMatrix() throws IOException {
    assertThat(Files.readString(README)).contains(matrix());
  }

  @Test
  void hasTheConcerns() throws IOException {
    assertThat(Files.readString(README)).contains(concerns());
  }

  @Test
  void hasEveryOptionOfNew() throws IOException {
    assertThat(Files.readString(README)).contains(options());
  }

  @Test
  void hasTheExitCodes() throws IOException {
    assertThat(Files.readString(README)).contains(exitCodes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--backends=asyncio --hypothesis",
        "--backends=uvloop",
        "--backends=asyncio --archetype=multibackend",
        "--backends=trio,uvloop"
      })
  void namesEveryPinOfASuite(String options, @TempDir Path directory) throws IOException {
    assertThat(Run.in(directory, ("new suite " + options).split(" ")).end())
        .isEqualTo(ExitCode.DONE);
    List<String> pins =
        Files.readAllLines(directory.resolve("suite/pyproject.toml")).stream()
            .filter(line -> line.startsWith("    \"") && line.contains(">="))
            .map(line -> "`" + line.substring(5, line.length() - 2) + "`")
            .toList();

    assertThat(pins).hasSizeGreaterThan(1);
    assertThat(Files.readString(README)).contains(pins);
  }

  @Test
  void namesNoOptionOfScaffoldThatHelpDoesNotKnow() throws IOException {
    TreeSet<String> named =
        Files.readString(README)
            .lines()
            .filter(line -> line.contains("scaffold "))
            .flatMap(line -> Pattern.compile("--[a-z-]+").matcher(line).results())
            .map(match -> match.group())
            .collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> known =
        Stream.concat(NewOption.ALL.stream().map(NewOption::word), Stream.of("--help"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).containsAll(named);
  }

  @Test
  void theSecondCommandIsTheOneThatCiRuns() throws IOException {
    assertThat(Files.readString(README))
        .contains("```sh\n./scaffold new demo --backends asyncio,trio\nmvn verify\n```");
    assertThat(Files.readString(Path.of("../.ci/run"))).contains("\nmvn -B -ntp verify\n");
  }

  private static String matrix() {
    return "| when | archetype | because |\n|---|---|---|\n"
        + DecisionMatrix.ROWS.stream()
            .map(row -> line(List.of(row.when(), row.archetype().word(), row.reason())))
            .collect(Collectors.joining());
  }

  private static String concerns() {
    return concern("", it -> it.archetype().word())
        + "|---|---|---|\n"
        + concern("backends", it -> String.join(", ", Choice.words(it.backends())))
        + concern("loop control", Concerns::loopControl)
        + concern("fixture/loop coupling", Concerns::coupling)
        + concern("structured concurrency", Concerns::structuredConcurrency)
        + concern("best when", Concerns::bestWhen);
  }

  private static String concern(String name, Function<Concerns, String> text) {
    return line(List.of(name, text.apply(Concerns.ALL.get(0)), text.apply(Concerns.ALL.get(1))));
  }

  private static String options() {
    return "| option | what it does | default |\n|---|---|---|\n"
        + NewOption.ALL.stream()
            .map(option -> line(List.of(typed(option), option.summary(), option.fallback())))
            .collect(Collectors.joining());
  }

  private static String typed(NewOption option) {
    return option.takesValue()
        ? "`" + option.word() + " " + option.label() + "`"
        : "`" + option.word() + "`";
  }

  private static String exitCodes() {
    return "| exit code | meaning |\n|---|---|\n"
        + Stream.of(ExitCode.values())
            .map(code -> line(List.of(Integer.toString(code.number()), code.meaning())))
            .collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
