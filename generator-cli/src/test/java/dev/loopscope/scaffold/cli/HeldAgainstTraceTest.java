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
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Findings in the suite of {@code recorded} held against runs of it, which {@code scaffold trace
 * --json} recorded with the versions that it requires: all of it, and one module with {@code -o
 * asyncio_default_test_loop_scope=session}. Their root was another directory.
 */
class HeldAgainstTraceTest {
  private static final Path SUITE = Path.of("src/test/resources/recorded");
  private static final Path TRACES = Path.of("src/test/resources/recorded-traces");

  @TempDir Path project = Path.of("");

  @BeforeEach
  void copyTheSuite() throws IOException {
    try (Stream<Path> files = Files.walk(SUITE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = project.resolve(SUITE.relativize(file).toString());
        Files.createDirectories(to.resolveSibling(""));
        Files.copy(file, to);
      }
    }
  }

  private static String recorded(String name) {
    return TRACES.resolve(name + ".json").toAbsolutePath().toString();
  }

  private Map<?, ?> checked(String... words) throws JsonException {
    Run run =
        Run.in(project, Stream.concat(Stream.of("check"), Stream.of(words)).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return (Map<?, ?>) JsonReader.read(run.out());
  }

  private static List<Map<?, ?>> objects(Map<?, ?> of, String list) {
    return ((List<?>) Objects.requireNonNull(of.get(list)))
        .stream().<Map<?, ?>>map(it -> (Map<?, ?>) it).toList();
  }

  private static Map<?, ?> object(Map<?, ?> of, String name) {
    return (Map<?, ?>) Objects.requireNonNull(of.get(name));
  }

  private static List<String> standings(Map<?, ?> report) {
    return objects(report, "findings").stream()
        .map(it -> it.get("rule") + " " + object(it, "trace").get("standing"))
        .toList();
  }

  private static List<String> texts(List<Map<?, ?>> objects, String name) {
    return objects.stream().map(it -> String.valueOf(it.get(name))).toList();
  }

  @Test
  void whatTheRunDidConfirmsWhatTheRulesSay() throws JsonException {
    assertThat(standings(checked("--json", "--trace", recorded("whole"))))
        .containsExactly("LS005 confirmed", "LS022 confirmed");
  }

  @Test
  void testThatRanOnTheLoopOfItsFixtureContradictsAndOneThatDidNotRunSaysNothing()
      throws JsonException {
    Map<?, ?> report = checked("--json", "--trace", recorded("one-loop"));
    assertThat(standings(report)).containsExactly("LS005 contradicted", "LS022 not exercised");
    assertThat(objects(report, "findings").stream().map(it -> object(it, "trace").get("why")))
        .map(String::valueOf)
        .containsExactly(
            "1 test ran on the loop that the fixture was set up on", "none of its tests was run");
  }

  @Test
  void unknownPartThatTheRunDecidesIsToldIfItCrossesAndNoMoreIfItDoesNot() throws JsonException {
    assertThat(texts(objects(checked("--json"), "unknown"), "what"))
        .containsExactly(
            "the marks of `tests/test_marked.py`",
            "the marks of `test_reads_as_marked`",
            "the marks of `test_sleeps`");
    Map<?, ?> report = checked("--json", "--trace", recorded("whole"));
    assertThat(objects(report, "unknown")).isEmpty();
    Map<?, ?> trace = object(report, "trace");
    assertThat(objects(trace, "decided")).hasSize(3);
    List<Map<?, ?>> seen = objects(trace, "seen");
    assertThat(texts(seen, "rule")).containsExactly("LS002");
    assertThat(texts(seen, "tests"))
        .containsExactly("[tests/test_marked.py::test_reads_as_marked]");
    assertThat(object(seen.get(0), "answers").get("what"))
        .isEqualTo("the marks of `test_reads_as_marked`");
  }

  @Test
  void unknownPartThatDidNotRunStaysUnknown() throws JsonException {
    assertThat(objects(checked("--json", "--trace", recorded("one-loop")), "unknown")).hasSize(3);
  }

  @Test
  void whatIsLeftOutIsNotToldAsSeenByTheTraceAlone() throws JsonException {
    Map<?, ?> ignored =
        checked("--json", "--ignore", "LS002,LS005,LS022", "--trace", recorded("whole"));
    assertThat(objects(object(ignored, "trace"), "seen")).isEmpty();
  }

  @Test
  void theTextSaysWhatTheTraceSaysOfEachFindingAndWhatItSawAlone() {
    Run run = Run.in(project, "check", "--trace", recorded("whole"));
    assertThat(run.end()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "2 errors, and 1 seen by the trace alone",
            "= trace: confirmed: `line` (session fixture, tests/conftest.py:11) lives on loop 1",
            "= trace: confirmed: tests/test_old.py::TestOld::test_nobody_runs is async and passed"
                + " without being run",
            "tests/test_marked.py:8: crossing seen by the trace, and told by no rule",
            "= of the kind of: LS002",
            "(4 tests): 2 confirmed, 0 not exercised, 0 contradicted; 3 unknown parts decided.");
  }

  @Test
  void otherFormatsSayItInTheirOwnWords() {
    assertThat(Run.in(project, "check", "--format", "sarif", "--trace", recorded("one-loop")).out())
        .contains("\"trace\": \"contradicted\"", "\"trace\": \"not exercised\"");
    assertThat(Run.in(project, "check", "--format", "sarif", "--trace", recorded("whole")).out())
        .contains("\"trace\": \"confirmed\"", "\"trace\": \"seen\"");
    assertThat(Run.in(project, "check", "--format", "github", "--trace", recorded("whole")).out())
        .contains("%0Atrace: confirmed", "title=crossing seen by the trace");
    assertThat(Run.in(project, "check", "--format", "gitlab", "--trace", recorded("whole")).out())
        .contains("Trace: confirmed", "crossing seen by the trace");
  }

  @Test
  void traceOfAnOlderStateIsRefused() throws IOException {
    Path test = project.resolve("tests/test_line.py");
    Files.writeString(test, Files.readString(test) + "\n");
    refused(
        Run.in(project, "check", "--trace", recorded("whole")),
        "`tests/test_line.py` is not what it was when it was traced");
  }

  @Test
  void traceOfAFileThatIsGoneIsRefused() throws IOException {
    Files.delete(project.resolve("tests/test_old.py"));
    refused(
        Run.in(project, "check", "--trace", recorded("whole")),
        "`tests/test_old.py` is not what it was when it was traced");
  }

  @Test
  void traceOfOtherFilesIsRefused(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("test_it.py"), "def test_it():\n    pass\n");
    refused(
        Run.in(elsewhere, "check", "--trace", recorded("whole")), "the trace is of other files");
  }

  @Test
  void traceThatNamesNoFileIsRefusedAndSaysSo() throws IOException {
    write(
        "empty.json",
        """
        {"schema": 1, "scaffold": "0.2.0", "command": "trace", "whole": true, "sessions": [],
         "loops": [], "fixtures": [], "tests": [], "crossings": [], "lies": [], "failures": [],
         "files": {}}
        """);
    refused(
        trace("empty.json"),
        "the trace names no file of the project, so nothing tells what it is of");
  }

  @Test
  void whatIsNoTraceIsRefusedAndSaysWhatItIs() throws IOException {
    write("broken.json", "{\"command\": \"trace\", ");
    write("foreign.json", "{\"command\": \"check\", \"schema\": 1}");
    write("newer.json", "{\"command\": \"trace\", \"schema\": 2, \"scaffold\": \"9.0\"}");
    write("part.json", "{\"command\": \"trace\", \"schema\": 1, \"sessions\": []}");
    refused(trace("nowhere.json"), "the trace cannot be read: it is not there");
    refused(trace("broken.json"), "the trace is no JSON");
    refused(trace("foreign.json"), "the trace is no trace");
    refused(
        trace("newer.json"), "the trace is written by another version of scaffold, which is 9.0");
    refused(trace("part.json"), "the trace is no whole trace: it has no list `loops`");
  }

  private Run trace(String file) {
    return Run.in(project, "check", "--trace", file);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(project.resolve(file), text);
  }

  private static void refused(Run run, String why) {
    assertThat(run.end()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(why).contains("scaffold trace --json > trace.json`");
  }

  @Test
  void nothingIsWrittenWhileFindingsAreHeldAgainstARun() {
    for (String option : List.of("--fix", "--unsafe-fixes", "--diff")) {
      Run run = Run.in(project, "check", option, "--trace", recorded("whole"));
      assertThat(run.end()).as(option).isEqualTo(ExitCode.USAGE);
      assertThat(run.err())
          .contains("leave --fix, --unsafe-fixes, --diff and --write-baseline out");
    }
    String baseline = project.resolve("known.json").toString();
    Run run =
        Run.in(
            project,
            "check",
            "--baseline",
            baseline,
            "--write-baseline",
            "--trace",
            recorded("whole"));
    assertThat(run.end()).isEqualTo(ExitCode.USAGE);
    assertThat(project.resolve("known.json")).doesNotExist();
  }
}
