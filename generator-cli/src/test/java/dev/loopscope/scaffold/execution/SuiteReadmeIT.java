package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands in the README of a suite, run as they are written there. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class SuiteReadmeIT {
  private static final Pattern WITH_PIP =
      Pattern.compile("With pip 25\\.1 or later:\n\n```sh\n(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "asyncio      | ' 12 passed, 2 xfailed in '",
        "asyncio,trio | ' 21 passed, 2 xfailed in '"
      })
  void commandsForPipInstallTheCodeAndWhatItDependsOnAndRunTheSuite(
      String backends, String summary, Workbench bench) {
    SuiteAnswers answers =
        backends.contains("trio")
            ? SuiteAnswers.multibackend(backends)
            : SuiteAnswers.explicitScope(backends);
    Suite suite =
        bench
            .suite(answers)
            .edit(Suite.PYPROJECT, "requires-python", "dependencies = [\"six\"]\nrequires-python")
            .append("src/demo/orders.py", "import six\n\nDEPENDS_ON = six.__name__\n")
            .append(
                "tests/test_orders.py",
                """
                from demo.orders import DEPENDS_ON


                def test_code_is_installed() -> None:
                    assert DEPENDS_ON == "six"
                """);
    Matcher commands = WITH_PIP.matcher(suite.read("README.md"));
    assertThat(commands.find()).isTrue();
    String path =
        Objects.requireNonNull(bench.python().executable().getParent())
            + File.pathSeparator
            + System.getenv("PATH");

    Command.Ended ended =
        Command.of("sh", "-e", "-c", commands.group(1))
            .in(suite.directory())
            .with("PATH", path)
            .within(Duration.ofMinutes(15))
            .run();

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains(summary);
  }
}
