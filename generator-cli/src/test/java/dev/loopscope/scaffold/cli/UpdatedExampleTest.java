package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of 0.1.0 was given another place, or is gone, when the templates name it anew. */
class UpdatedExampleTest {
  private static final String EXAMPLE = "tests/support/line_service.py";

  private static final Pattern OPPOSED =
      Pattern.compile("(?s)<<<<<<< yours\n(.*?)=======\n.*?>>>>>>> [^\n]*\n");

  private static final String LEDGER =
      """
      from collections.abc import AsyncIterator
      from contextlib import asynccontextmanager


      class Ledger:
          def __init__(self) -> None:
              self.bookings: dict[str, str] = {}

          async def get(self, key: str) -> str:
              return self.bookings[key]

          async def clear(self) -> None:
              self.bookings.clear()


      @asynccontextmanager
      async def open_ledger() -> AsyncIterator[Ledger]:
          yield Ledger()
      """;

  @TempDir Path directory;
  private SuiteTree suite;

  @BeforeEach
  void writeSuiteOfTheFirstRelease() {
    suite = SuiteTree.written(directory.resolve("demo"), "0.1.0", Map.of("name", "demo"));
  }

  private Run update(String... options) {
    String[] words = new String[options.length + 1];
    words[0] = "update";
    System.arraycopy(options, 0, words, 1, options.length);
    return Run.in(suite.root(), words);
  }

  @Test
  void modulesNameTheExampleByTheNameThatItWasGiven() {
    suite.move(EXAMPLE, "tests/support/wire.py");
    for (String path : List.copyOf(suite.texts().keySet())) {
      if (path.endsWith(".py")) {
        suite.write(path, suite.text(path).replace("support.line_service", "support.wire"));
      }
    }

    Run run = update();

    assertThat(run.end()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(suite.texts()).containsKey("tests/support/wire.py").doesNotContainKey(EXAMPLE);
    suite
        .texts()
        .forEach(
            (path, text) -> {
              if (path.endsWith(".py")) {
                assertThat(text).as(path).doesNotContain("line_service import");
              }
            });
    assertThat(suite.text("tests/conftest.py")).contains("from .support.wire import (");
    assertThat(suite.text("tests/test_refusals.py")).contains("from .support.wire import ");
    assertThat(update().out()).startsWith("Nothing to update");
  }

  /** As the README of 0.1.0 says. */
  private void ownResourceInItsPlace() {
    suite.write("tests/support/ledger.py", LEDGER);
    for (String path : List.of("conftest.py", "suites.py", "test_loop_contract.py")) {
      suite.write(
          "tests/" + path,
          suite
              .text("tests/" + path)
              .replace("support.line_service", "support.ledger")
              .replace("open_client", "open_ledger")
              .replace("LineClient", "Ledger"));
    }
    suite.delete(EXAMPLE);
    suite.delete("tests/test_entries.py");
  }

  @Test
  void ownResourceInItsPlaceStopsTheUpdateWithWhatToDo() {
    ownResourceInItsPlace();
    Map<String, String> before = suite.texts();

    Run run = update();

    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("next: " + EXAMPLE + " was deleted here, so pass --on-conflict");
    assertThat(suite.texts()).isEqualTo(before);
  }

  @Test
  void templatesSideIsNotTakenWhereItImportsTheDeletedExample() {
    ownResourceInItsPlace();
    Map<String, String> before = suite.texts();

    Run run = update("--on-conflict", "theirs");

    assertThat(run.end()).as(run.out()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("tests/conftest.py (" + EXAMPLE + ")", "--on-conflict skip");
    assertThat(suite.texts()).isEqualTo(before);
  }

  @Test
  void newModuleThatNeedsTheDeletedExampleIsLeftOut() {
    ownResourceInItsPlace();

    Run run = update("--on-conflict", "markers");

    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains(
            "  left out  tests/test_refusals.py  (it needs " + EXAMPLE + ", which was deleted");
    assertThat(suite.texts()).doesNotContainKey("tests/test_refusals.py");
  }

  @Test
  void updateIsNotAtItsEndWhileAModuleUsesWhatItDoesNotImport() {
    ownResourceInItsPlace();
    update("--on-conflict", "markers");
    for (String path : List.copyOf(suite.texts().keySet())) {
      suite.write(path, OPPOSED.matcher(suite.text(path)).replaceAll("$1"));
    }

    Run early = update("--continue");
    assertThat(early.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(early.err())
        .contains(
            "at: tests/conftest.py (LineClient, LineService, isolate_client), tests/suites.py"
                + " (AsyncIterator, LineClient)\n");

    suite.write(
        "tests/conftest.py",
        suite
            .text("tests/conftest.py")
            .replaceAll("(?s)\n\n\n@[^@]*async def client\\(\n *openings[^@]*isolated\n", "\n"));
    suite.edit("tests/suites.py", "    client: LineClient\n", "");
    suite.edit(
        "tests/suites.py",
        "import pytest\n",
        "from collections.abc import AsyncIterator\n\nimport pytest\n");
    Run end = update("--continue");
    assertThat(end.end()).as(end.err()).isEqualTo(ExitCode.DONE);
  }
}
