package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.FirstReleaseAnswers;
import dev.loopscope.scaffold.cli.HandEdit;
import dev.loopscope.scaffold.cli.Scaffold;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.Terminal;
import dev.loopscope.scaffold.template.release.Releases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Suites of the first release that people went on with, updated to today's: they pass. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class UpdatedSuitesIT {
  /** What was written by the README of that release. */
  private static final String OWN_TESTS =
      """
      from tests.suites import LineServiceSuite
      from tests.support.line_service import LineClient


      class TestOrders(LineServiceSuite):
          prefix: str

          @classmethod
          async def arrange(cls, client: LineClient) -> None:
              \"\"\"What each test finds.\"\"\"
              cls.prefix = "order"
              await client.set(f"{cls.prefix}", "7")

          async def test_order_is_found(self, client: LineClient) -> None:
              assert await client.get(self.prefix) == "7"

          async def test_order_is_replaced(self, client: LineClient) -> None:
              await client.set("order", "8")
              assert await client.get("order") == "8"


      class TestNoOrders(LineServiceSuite):
          async def test_there_is_none(self, client: LineClient) -> None:
              assert await client.get("order") is None
      """;

  private static final Set<Integer> IN_THE_BUILD = Set.of(5, 17, 55, 68);
  private static final int STEP = Integer.getInteger("updates.step", 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "backends=asyncio | --backends asyncio,trio | 26 passed, 2 xfailed",
        "backends=asyncio,trio | --backends asyncio --loop-scope module | 14 passed, 2 xfailed"
      })
  void suiteWithTestsOfItsOwnAndARenamedFilePassesAfterItsUpdate(
      String answers, String options, String summary, Workbench bench) throws IOException {
    Directories.delete(bench.place());
    Directories.make(bench.place());
    Suite suite =
        Suite.write(
            Releases.of("0.1.0").render(Answers.complete(Questions.ALL, of(answers))),
            bench.place().resolve("demo"));
    Directories.make(suite.directory().resolve("tests/orders"));
    suite.append("tests/orders/__init__.py", "\"\"\"Ours.\"\"\"\n");
    suite.append("tests/orders/test_orders.py", OWN_TESTS);
    Path entries = suite.directory().resolve("tests/test_entries.py");
    Files.move(entries, suite.directory().resolve("tests/test_greetings.py"));

    update(bench, suite, options);

    assertThatRun(bench.forkedPytest(bench.crowdedVenv(), suite)).isGreen(summary);
    assertThat(suite.directory().resolve("tests/test_entries.py")).doesNotExist();
  }

  /** In the build, a few; with {@code -Dupdates.step=5}, each fifth of all combinations. */
  static Stream<Arguments> suites() {
    List<FirstReleaseAnswers> all = FirstReleaseAnswers.build();
    List<HandEdit> edits = List.of(HandEdit.values());
    return IntStream.range(0, all.size())
        .filter(it -> STEP > 0 ? it % STEP == 0 : IN_THE_BUILD.contains(it))
        .mapToObj(it -> Arguments.of(all.get(it), edits.get(it % edits.size())));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void suiteThatWasEditedByHandPassesAfterItsUpdate(
      FirstReleaseAnswers answers, HandEdit edit, Workbench bench) throws IOException {
    Directories.delete(bench.place());
    Directories.make(bench.place());
    Answers complete = Answers.complete(Questions.ALL, answers.texts());
    Suite suite = Suite.write(Releases.of("0.1.0").render(complete), bench.place().resolve("demo"));
    edit.to(suite.directory(), answers.texts().getOrDefault("resource", ""));

    update(bench, suite, "");

    assertThatRun(bench.forkedPytest(bench.crowdedVenv(), suite)).isGreen();
  }

  private static Map<String, String> of(String answers) {
    Map<String, String> all = new HashMap<>(Map.of("name", "demo"));
    for (String one : answers.split(";", -1)) {
      all.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
    }
    return all;
  }

  private static void update(Workbench bench, Suite suite, String options) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Console console = new Console(printed, printed, Terminal.none());
    String line = ("update " + suite.directory() + " " + options).strip();
    ExitCode end = new Scaffold(console, bench.place(), true).run(line.split(" ", -1));
    console.flush();
    assertThat(end).as(printed.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.DONE);
  }
}
