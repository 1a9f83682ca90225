package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes whose streams are full, closed, or read by nobody. */
class StreamsTest {
  private static final File FULL = new File("/dev/full");
  private static final String RUN_AGAIN = "run it again where there is room for the output";

  @TempDir Path directory = Path.of("");

  @BeforeEach
  void writeASuite() throws IOException {
    Files.writeString(directory.resolve("requirements.txt"), "pytest-asyncio>=1.0\n");
    Files.writeString(
        directory.resolve("test_a.py"),
        """
        import pytest


        @pytest.mark.asyncio(scope="session")
        async def test_a():
            pass
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "--help, " + RUN_AGAIN,
    "explain LS002, " + RUN_AGAIN,
    "check, " + RUN_AGAIN,
    "check --diff, " + RUN_AGAIN,
    "check new --exit-zero, " + RUN_AGAIN,
    "check --fix, run `scaffold check` for what is left: the fixes are written",
    "check --baseline b.json --write-baseline, go on: the baseline is written",
    "new x, do not run `scaffold new` again: the suite is written",
    "new x --dry-run, " + RUN_AGAIN,
  })
  void fullDiskIsToldWithAdviceForTheCommand(String line, String advice) throws Exception {
    Files.createDirectory(directory.resolve("new"));
    Ended run = ended(process(line).redirectOutput(FULL));
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err())
        .endsWith(
            "scaffold: the output could not be printed\n"
                + "      at: standard output\n"
                + ("    next: " + advice + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "new x"})
  void closedOutputIsToldToo(String line) throws Exception {
    Ended run = ended(closing(line, ">&-"));
    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.err()).startsWith("scaffold: the output could not be printed\n");
  }

  @ParameterizedTest
  @CsvSource({"--help, 0", "explain, 0", "check, 1", "check --exit-zero, 0", "new x, 0"})
  void readerThatWentAwayIsNoFailure(String line, int exit) throws Exception {
    Process process = process(line).start();
    process.getInputStream().close();
    String err = text(process.getErrorStream());
    assertThat(process.waitFor()).isEqualTo(exit);
    assertThat(err).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"check nosuch, 3", "now, 2", "check --diff, 1"})
  void complaintThatCannotBePrintedLeavesTheExitCode(String line, int exit) throws Exception {
    assertThat(ended(process(line).redirectError(FULL)).exit()).isEqualTo(exit);
    assertThat(ended(closing(line, "2>&-")).exit()).isEqualTo(exit);
  }

  @ParameterizedTest
  @CsvSource({"check --fix, 0", "new x, 0"})
  void filesAreWhatTheyShouldBeIfNoStreamIsOpen(String line, int exit) throws Exception {
    assertThat(ended(closing(line, "<&- >&- 2>&-")).exit()).isIn(exit, 5);
    assertThat(directory.resolve("test_a.py"))
        .content()
        .contains(line.startsWith("check") ? "(loop_scope=" : "(scope=");
    assertThat(Files.exists(directory.resolve("x/pyproject.toml"))).isEqualTo(line.equals("new x"));
  }

  private record Ended(int exit, String err) {}

  private static Ended ended(ProcessBuilder builder) throws Exception {
    Process process = builder.start();
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    String err = text(process.getErrorStream());
    return new Ended(process.waitFor(), err);
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private ProcessBuilder process(String line) {
    List<String> words = new ArrayList<>(java());
    words.addAll(List.of(line.split(" ")));
    return started(words);
  }

  private ProcessBuilder closing(String line, String redirection) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" " + redirection, "sh"));
    words.addAll(java());
    words.addAll(List.of(line.split(" ")));
    return started(words);
  }

  private ProcessBuilder started(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder;
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Dorg.freemarker.loggerLibrary=none",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.loopscope.scaffold.cli.Main");
  }
}
