package dev.loopscope.scaffold.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The commands in the README of a suite, run as they are written there. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class SuiteReadmeIT {
  private static final Pattern WITH_PIP =
      Pattern.compile("With pip 25\\.1 or later:\n\n```sh\n(.*?)```", Pattern.DOTALL);

  @Test
  void commandsForPipAreTheSameInBothArchetypes(Workbench bench) {
    Suite explicitScope = bench.at("a").suite(SuiteAnswers.explicitScope("asyncio"));
    Suite multibackend = bench.at("b").suite(SuiteAnswers.multibackend("asyncio,trio"));

    assertThat(commands(explicitScope)).isEqualTo(commands(multibackend));
  }

  @Test
  void commandsForPipInstallTheCodeAndWhatItDependsOnAndRunTheSuite(Workbench bench) {
    Suite suite =
        bench
            .suite(SuiteAnswers.multibackend("asyncio,trio"))
            .edit(Suite.PYPROJECT, "requires-python", "dependencies = [\"six\"]\nrequires-python")
            .append("src/demo/orders.py", "import six\n\nDEPENDS_ON = six.__name__\n")
            .append(
                "tests/test_orders.py",
                """
                from demo.orders import DEPENDS_ON


                def test_code_is_installed() -> None:
                    assert DEPENDS_ON == "six"
                """);
    String path =
        Objects.requireNonNull(bench.python().executable().getParent())
            + File.pathSeparator
            + System.getenv("PATH");

    Command.Ended ended =
        Command.of("sh", "-e", "-c", commands(suite))
            .in(suite.directory())
            .with("PATH", path)
            .within(Duration.ofMinutes(15))
            .run();

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains(" 21 passed, 2 xfailed in ");
  }

  private static String commands(Suite suite) {
    Matcher commands = WITH_PIP.matcher(suite.read("README.md"));
    assertThat(commands.find()).isTrue();
    return commands.group(1);
  }
}
