package dev.loopscope.scaffold.execution;

import static dev.loopscope.scaffold.execution.PytestRunAssert.assertThatRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Answers;
import dev.loopscope.scaffold.answers.Questions;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suites of the first release that people went on with, updated to today's: they pass. */
@ExtendWith(WorkbenchOfEachTest.class)
@Execution(ExecutionMode.CONCURRENT)
class UpdatedSuitesIT {
  private static final Map<String, String> SOURCES = Map.of("PYTHONPATH", "src");

  /** With tests of their own, a fixture of their own, other pins, renamed and deleted files. */
  @ParameterizedTest
  @CsvSource({
    "loop-scope=session, asyncio, '14 passed, 2 xfailed'",
    "loop-scope=function;hypothesis=true;backends=uvloop, asyncio, ''",
    "backends=trio,asyncio, anyio, ''".replace("trio,asyncio", "trio;asyncio"),
    "backends=asyncio;archetype=multibackend;loop-scope=class;hypothesis=true, anyio, ''"
  })
  void suiteThatWasEditedPassesAfterItsUpdate(
      String options, String plugin, String summary, Workbench bench) throws IOException {
  }
}
