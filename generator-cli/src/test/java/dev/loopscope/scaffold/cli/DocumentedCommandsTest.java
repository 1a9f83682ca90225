package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands that the README and the pages tell are run, each block of them in a project like
 * those that they are about; what they say elsewhere names options that the command has.
 */
class DocumentedCommandsTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?:\\$ )?(?:\\.{1,2}/)?scaffold ([^|>#]+?) *(?:> *(\\S+))?(?: *[|#].*)?");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern CALL =
      Pattern.compile(
          "\\bscaffold (new|add|update|adopt|apply|undo|check|trace|map|doctor|completion)\\b([^`|>\n"
              + "]*)");
  private static final Pattern EXPLAINED =
      Pattern.compile("scaffold explain( [a-zA-Z][\\w.]*| --[a-z-]+)?`");

  @TempDir Path directory = Path.of("");

  /** The blocks of a page that hold commands of scaffold, with the page in front. */
  static List<String> blocks() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path page : Documentation.pages()) {
      String text = Files.readString(page);
      Stream.of("sh", "console")
          .flatMap(language -> Documentation.blocks(text, language).stream())
          .filter(block -> block.lines().anyMatch(line -> COMMAND.matcher(line).matches()))
          .forEach(block -> found.add(page.getFileName() + "\n" + block));
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void everyBlockOfCommandsRuns(String block) throws IOException {
    prepare(block);
    Path current = directory;
    for (String line : block.lines().toList()) {
      Matcher command = COMMAND.matcher(line);
      if (command.matches()) {
        run(current, command.group(1), command.group(2));
      } else if (line.matches("(\\$ )?cd [\\w-]+")) {
        current = current.resolve(line.substring(line.indexOf("cd ") + 3));
      }
    }
  }

  private static void run(Path current, String words, @Nullable String file) throws IOException {
    List<String> arguments = new ArrayList<>();
    WORD.matcher(words)
        .results()
        .forEach(it -> arguments.add(it.group(1) == null ? it.group(2) : it.group(1)));
    Run run =
        Run.answering(
            words.startsWith("adopt") ? "y\n" : "\n\n", current, arguments.toArray(new String[0]));
    assertThat(run.end()).as(words + "\n" + run.err()).isIn(ExitCode.DONE, ExitCode.FINDINGS);
    if (file != null) {
      Files.writeString(current.resolve(file), run.out());
    }
  }

  /** A project with async tests, and the suites that the commands are about and do not write. */
  private void prepare(String block) throws IOException {
    if (!block.contains("scaffold new")) {
      Files.createDirectory(directory.resolve("tests"));
      Files.writeString(
          directory.resolve("tests/test_orders.py"),
          """
          import pytest


          @pytest.mark.asyncio(scope="session")
          async def test_counts_orders():
              assert True
          """);
      Files.writeString(
          directory.resolve("pyproject.toml"),
          """
          [project]
          name = "shop"
          version = "1"

          [dependency-groups]
          dev = ["pytest>=8.4", "pytest-asyncio>=1.3"]
          """);
    }
    for (String suite : List.of("demo", "old-suite")) {
      if (block.contains(" " + suite) && !block.contains("new " + suite)) {
        assertThat(Run.in(directory, "new", suite).end()).isEqualTo(ExitCode.DONE);
      }
    }
    Files.deleteIfExists(directory.resolve("old-suite/.scaffold/answers.toml"));
  }

  @Test
  void whatIsCalledInTextNamesOptionsThatTheCommandHas() throws IOException {
    Map<String, List<Option>> options = new TreeMap<>();
    Commands.syntaxes(Questions.ALL).forEach(it -> options.put(it.word(), it.options()));
    options.remove("explain");
    TreeSet<String> unknown = new TreeSet<>();
    TreeSet<String> called = new TreeSet<>();
    for (Path page : Documentation.pages()) {
      Matcher call = CALL.matcher(Files.readString(page));
      while (call.find()) {
        called.add(call.group(1));
        List<String> known =
            options.getOrDefault(call.group(1), List.of()).stream().map(Option::word).toList();
        Pattern.compile("--[a-z-]+")
            .matcher(call.group(2).replaceAll("\"[^\"]*\"", ""))
            .results()
            .map(it -> it.group())
            .filter(it -> !known.contains(it) && !List.of("--help", "--color").contains(it))
            .forEach(it -> unknown.add(page.getFileName() + ": " + call.group()));
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(called).isEqualTo(options.keySet());
  }

  @Test
  void whatIsSaidToBeExplainedIs() throws IOException {
    int explained = 0;
    for (Path page : Documentation.pages()) {
      Matcher topic = EXPLAINED.matcher(Files.readString(page));
      while (topic.find()) {
        String word = topic.group(1) == null ? "" : topic.group(1);
        Run run = Run.in(directory, ("explain" + word).split(" "));
        assertThat(run.end()).as(page + ": explain" + word).isEqualTo(ExitCode.DONE);
        explained++;
      }
    }
    assertThat(explained).isGreaterThan(5);
  }
}
