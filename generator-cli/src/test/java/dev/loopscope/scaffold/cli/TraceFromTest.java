package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.text.JsonException;
import dev.loopscope.scaffold.text.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code scaffold trace --from} tells of a run that was recorded. */
class TraceFromTest {
  private static final String WHOLE =
      Path.of("src/test/resources/recorded-traces/whole.json").toAbsolutePath().toString();

  @TempDir Path here = Path.of("");

  @Test
  void recordedRunIsToldAsIfItHadJustEnded() {
    Run run = Run.in(here, "trace", "--from", WHOLE);
    assertThat(run.end()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "Traced 4 tests with Python 3.12.1 as recorded",
            "loop 1: a session loop of pytest-asyncio",
            "crossing: `line` (session fixture, tests/conftest.py:11) lives on loop 1",
            "1 crossing and 1 lie.");
  }

  @Test
  void whatIsReadIsPrintedAgainAsItWas() throws IOException, JsonException {
    Map<?, ?> read = (Map<?, ?>) JsonReader.read(Files.readString(Path.of(WHOLE)));
    Run run = Run.in(here, "trace", "--from", WHOLE, "--json");
    Map<?, ?> printed = (Map<?, ?>) JsonReader.read(run.out());
    for (String part :
        List.of("sessions", "loops", "fixtures", "tests", "crossings", "lies", "files")) {
      assertThat((Object) printed.get(part)).as(part).isEqualTo(read.get(part));
    }
  }

  @Test
  void recordedRunFailsOnWhatItSaw() {
    assertThat(Run.in(here, "trace", "--from", WHOLE, "--fail-on", "lie").end())
        .isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void whatItFailsOnIsNamed() {
    assertThat(Run.in(here, "trace", "--from", WHOLE, "--fail-on", "crossing, lie,").end())
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(Run.in(here, "trace", "--from", WHOLE, "--fail-on", ",").err())
        .contains("--fail-on names nothing", "next: use crossing or lie");
    assertThat(Run.in(here, "trace", "--from", WHOLE, "--fail-on", "crosing").err())
        .contains("`crosing` is nothing that a trace can fail on", "did you mean `crossing`?");
  }

  @Test
  void nothingIsRunBesideIt() {
    for (List<String> words :
        List.of(List.of("."), List.of("--interpreter", "python3"), List.of("--", "-k", "orders"))) {
      Run run = Run.in(here, words(words));
      assertThat(run.end()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).contains("leave DIRECTORY, --interpreter and what is behind -- out");
    }
  }

  private static String[] words(List<String> more) {
    List<String> words = new java.util.ArrayList<>(List.of("trace", "--from", WHOLE));
    words.addAll(more);
    return words.toArray(new String[0]);
  }

  @Test
  void whatIsNoRecordIsRefused() throws IOException {
    Files.writeString(here.resolve("report.json"), "{\"command\": \"check\"}");
    Run run = Run.in(here, "trace", "--from", "report.json");
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("the trace is no trace", "report.json");
  }
}
