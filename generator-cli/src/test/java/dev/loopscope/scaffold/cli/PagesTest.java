package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Concerns;
import dev.loopscope.scaffold.answers.DecisionMatrix;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.question.Question;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.page.RulePages;
import dev.loopscope.scaffold.check.rules.RuleSet;
import dev.loopscope.scaffold.cli.add.AddOptions;
import dev.loopscope.scaffold.cli.adopt.AdoptOptions;
import dev.loopscope.scaffold.cli.apply.ApplyOptions;
import dev.loopscope.scaffold.cli.check.CheckOption;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.create.NewOptions;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.map.MapOptions;
import dev.loopscope.scaffold.cli.trace.TraceOptions;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables of the README and of the pages of the documentation say what the command says: both
 * read the same rows. {@code mvn -pl generator-cli test -Dtest=PagesTest -Dgolden.update=true}
 * writes them anew.
 */
class PagesTest {
  private static final String RULES =
      "../generator-cli/src/main/resources/dev/loopscope/scaffold/check/rules/";

  /**
   * A part of a page that is made from what the command says, between two comments with its name.
   */
  record Table(String page, String name, String text) {
    @Override
    public String toString() {
      return page + ", " + name;
    }

    String whole() {
      return "<!-- %s: written by PagesTest with -Dgolden.update=true -->\n%s<!-- /%s -->\n"
          .formatted(name, text, name);
    }
  }

  static List<Table> tables() {
    List<Option> ofNew = NewOptions.of(Questions.ALL);
    List<String> answers = Questions.ALL.inOrder().stream().map(Question::option).toList();
    // What it is for there is another thing.
    List<String> ofSuite =
        answers.stream().filter(it -> !it.equals(Questions.MAVEN.option())).toList();
    return List.of(
        new Table("README.md", "matrix", matrix()),
        new Table("docs/choose.md", "matrix", matrix()),
        new Table("docs/choose.md", "concerns", concerns()),
        new Table("docs/choose.md", "options of new", options(ofNew)),
        new Table("docs/resources.md", "kinds", kinds()),
        new Table(
            "docs/add-and-update.md",
            "options of add",
            options(without(ofSuite, AddOptions.of(Questions.ALL)))),
        new Table("docs/add-and-update.md", "options of update", options(UpdateOptions.OWN)),
        new Table(
            "docs/add-and-update.md",
            "options of adopt",
            options(without(answers, AdoptOptions.of(Questions.ALL)))),
        new Table("docs/add-and-update.md", "options of apply", options(ApplyOptions.ALL)),
        new Table("docs/add-and-update.md", "options of undo", options(UndoOptions.ALL)),
        new Table("docs/check-and-repair.md", "options of check", options(CheckOption.ALL)),
        new Table("docs/trace.md", "options of trace", options(TraceOptions.ALL)),
        new Table("docs/map.md", "options of map", options(MapOptions.ALL)),
        new Table("docs/rules.md", "rules", rules()),
        new Table("docs/exit-codes-and-json.md", "exit codes", exitCodes()));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void showsWhatTheCommandSays(Table table) throws IOException {
    Path page = Path.of("..").resolve(table.page());
    String text = Files.readString(page);
    if (Boolean.getBoolean("golden.update")) {
      text =
          Pattern.compile(
                  "<!-- %s:.*<!-- /%s -->\n".formatted(table.name(), table.name()), Pattern.DOTALL)
              .matcher(text)
              .replaceFirst(Matcher.quoteReplacement(table.whole()));
      Files.writeString(page, text);
    }
    assertThat(text).contains(table.whole());
  }

  @Test
  void noPageHasATableThatNothingWrites() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (Path page : Documentation.pages()) {
      Pattern.compile("<!-- ([a-z ]+): written by PagesTest")
          .matcher(Files.readString(page))
          .results()
          .forEach(it -> found.add(Path.of("..").relativize(page) + ", " + it.group(1)));
    }
    assertThat(found).isEqualTo(tables().stream().map(Table::toString).collect(Collectors.toSet()));
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

  private static List<Option> without(List<String> answers, List<Option> options) {
    return options.stream().filter(it -> !answers.contains(it.word())).toList();
  }

  private static String options(List<Option> options) {
    return "| option | what it does | default |\n|---|---|---|\n"
        + options.stream()
            .map(it -> line(List.of("`" + it.typed() + "`", it.summary(), it.fallback())))
            .collect(Collectors.joining());
  }

  private static String kinds() {
    StringBuilder text = new StringBuilder();
    for (ResourceKind kind : ResourceKind.ALL) {
      text.append("\n## ").append(kind.word()).append("\n\n");
      text.append(kind.page().opens()).append('\n');
      text.append("\n- Client: ").append(kind.page().client()).append('\n');
      text.append("- After a test: ").append(kind.undone()).append(".\n");
      for (Concerns of : Concerns.ALL) {
        String backends = String.join(", ", Choice.words(of.backendsOf(kind)));
        text.append("- In ").append(of.archetype().word()).append(": ");
        text.append(backends.isEmpty() ? "not" : backends).append(".\n");
      }
      text.append("\nMeasured:\n\n");
      kind.page().measured().forEach(it -> text.append("- ").append(it).append('\n'));
    }
    return text.append('\n').toString();
  }

  private static String rules() {
    return "| rule | the hazard | severity | fix |\n|---|---|---|---|\n"
        + RuleSet.all().stream().map(PagesTest::rule).collect(Collectors.joining());
  }

  private static String rule(Rule rule) {
    return line(
        List.of(
            "[%s](%s%s.md) %s".formatted(rule.id(), RULES, rule.id(), rule.name()),
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
