package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.page.RulePages;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.cli.add.AddOptions;
import dev.loopscope.scaffold.cli.adopt.AdoptOptions;
import dev.loopscope.scaffold.cli.apply.ApplyOptions;
import dev.loopscope.scaffold.cli.check.CheckFormat;
import dev.loopscope.scaffold.cli.check.CheckOption;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.create.NewOptions;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.undo.UndoOptions;
import dev.loopscope.scaffold.cli.update.UpdateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
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
  private static final Pattern RULES =
      Pattern.compile("<!-- rules:.*<!-- /rules -->\n", Pattern.DOTALL);

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
    assertThat(Files.readString(README)).contains(options(NewOptions.of(Questions.ALL)));
  }

  @Test
  void hasEveryOptionOfCheck() throws IOException {
    assertThat(Files.readString(README)).contains(options(CheckOption.ALL));
  }

  @Test
  void hasEveryFormatOfCheck() throws IOException {
    assertThat(Files.readString(README))
        .contains(Stream.of(CheckFormat.values()).map(it -> "| `" + it.word() + "` | ").toList());
  }

  @Test
  void showsWhatCheckPrints(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("tests"));
    Files.writeString(
        directory.resolve("tests/conftest.py"),
        """
        import asyncpg
        import pytest_asyncio


        @pytest_asyncio.fixture(scope="session")
        async def pool():
            async with asyncpg.create_pool("postgresql:///shop") as pool:
                yield pool
        """);
    Files.writeString(
        directory.resolve("tests/test_orders.py"),
        """
        import pytest


        @pytest.mark.asyncio
        async def test_counts_orders(pool):
            assert await pool.fetchval("select count(*) from orders") == 0


        @pytest.mark.asyncio(scope="session")
        async def test_names_orders(pool):
            assert await pool.fetchval("select name from orders") is None
        """);
    Files.writeString(
        directory.resolve("pyproject.toml"),
        """
        [dependency-groups]
        dev = ["pytest>=8.4", "pytest-asyncio>=1.2", "asyncpg"]
        """);
    String printed = Run.in(directory, "check").out();
    assertThat(Files.readString(README)).contains("\n$ ./scaffold check\n" + printed);
  }

  @Test
  void hasEveryRule() throws IOException {
    String readme = Files.readString(README);
    if (Boolean.getBoolean("golden.update")) {
      readme = RULES.matcher(readme).replaceFirst(match -> Matcher.quoteReplacement(rules()));
      Files.writeString(README, readme);
    }
    assertThat(readme).contains(rules());
  }

  @Test
  void keysOfItsConfigurationAreTaken(@TempDir Path directory) throws IOException {
    String toml = Files.readString(README).split("```toml\n", 2)[1].split("```", 2)[0];
    Files.writeString(directory.resolve("pyproject.toml"), toml);
    Run run = Run.in(directory, "check", "--baseline", "known.json", "--write-baseline");
    assertThat(run.err()).isEmpty();
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
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
        Stream.of(
                NewOptions.of(Questions.ALL).stream().map(Option::word),
                AddOptions.of(Questions.ALL).stream().map(Option::word),
                CheckOption.ALL.stream().map(Option::word),
                UpdateOptions.of(Questions.ALL).stream().map(Option::word),
                AdoptOptions.of(Questions.ALL).stream().map(Option::word),
                ApplyOptions.ALL.stream().map(Option::word),
                UndoOptions.ALL.stream().map(Option::word),
                Stream.of("--help"))
            .flatMap(words -> words)
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
        + concern("what tests share", Concerns::shared)
        + concern("best when", Concerns::bestWhen);
  }

  private static String concern(String name, Function<Concerns, String> text) {
    return line(List.of(name, text.apply(Concerns.ALL.get(0)), text.apply(Concerns.ALL.get(1))));
  }

  private static String options(List<Option> options) {
    return "| option | what it does | default |\n|---|---|---|\n"
        + options.stream()
            .map(option -> line(List.of(typed(option), option.summary(), option.fallback())))
            .collect(Collectors.joining());
  }

  private static String typed(Option option) {
    return "`" + option.typed() + "`";
  }

  private static String rules() {
    return "<!-- rules: written by ReadmeTest with -Dgolden.update=true -->\n"
        + "| rule | the hazard | severity | fix |\n|---|---|---|---|\n"
        + RuleSet.all().stream().map(ReadmeTest::rule).collect(Collectors.joining())
        + "<!-- /rules -->\n";
  }

  private static String rule(Rule rule) {
    String page =
        "generator-cli/src/main/resources/dev/loopscope/scaffold/check/rules/" + rule.id() + ".md";
    return line(
        List.of(
            "[" + rule.id() + "](" + page + ") " + rule.name(),
            rule.summary(),
            RulePages.page(rule.id()).orElseThrow().severity(),
            rule.fixes().words()));
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
