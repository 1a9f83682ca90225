package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.cli.line.ShellWord;
import dev.loopscope.scaffold.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person sees, word for word. The files are under src/test/resources/transcripts; {@code mvn
 * test -Dgolden.update=true} rewrites them, and removes those that no command line stands for.
 */
class TranscriptTest {
  private static final Path GOLDEN = Path.of("src/test/resources/transcripts");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private static final Map<String, List<String>> COMMAND_LINES = commandLines();

  private static Map<String, List<String>> commandLines() {
    Map<String, List<String>> lines = new TreeMap<>();
    lines.put("help", List.of("--help"));
    lines.put("help-exit-codes", List.of("help", "exit-codes"));
    lines.put("help-mistyped", List.of("--helpp"));
    lines.put("color-mistyped", List.of("check", "--color", "alwys"));
    lines.put("doctor-help", List.of("doctor", "--help"));
    lines.put("doctor-nowhere", List.of("doctor", "nosuch"));
    lines.put("trace-help", List.of("trace", "--help"));
    lines.put("trace-nowhere", List.of("trace", "nosuch"));
    lines.put("trace-unknown-failure", List.of("trace", "--fail-on", "crosing"));
    lines.put("map-help", List.of("map", "--help"));
    lines.put("map-nowhere", List.of("map", "nosuch"));
    lines.put("map-nothing", List.of("map"));
    lines.put("map-unknown-release", List.of("map", "--with", "pytest-asyncio==99"));
    lines.put("trace-no-python", List.of("trace", "--interpreter", "./nosuch"));
    lines.put("completion-help", List.of("completion", "--help"));
    lines.put("completion-unknown-shell", List.of("completion", "bsh"));
    lines.put("explain-topics", List.of("explain", "topics"));
    lines.put("explain-rules", List.of("explain", "rules"));
    lines.put("explain-option-of-several", List.of("explain", "--maven"));
    lines.put("explain-value", List.of("explain", "github"));
    lines.put("explain-mistyped-rule", List.of("explain", "LS2"));
    lines.put("explain-mistyped-option", List.of("explain", "--backend"));
    lines.put("explain-mistyped-flag", List.of("explain", "jsno"));
    lines.put("explain-beginning-of-a-value", List.of("explain", "warn"));
    lines.put("check-mistyped-rule", List.of("check", "--select", "LS2"));
    lines.put("new-help", List.of("new", "--help"));
    lines.put("add-help", List.of("add", "--help"));
    lines.put("add-nowhere", List.of("add", "nosuch"));
    lines.put("add-unknown-option", List.of("add", "--ci", "github"));
    lines.put("add-nothing-decided", List.of("add", "taken"));
    lines.put("add-unknown-conflict", List.of("add", "--on-conflict", "merge"));
    lines.put("add-tests-outside", List.of("add", "taken", "--tests", ".."));
    lines.put("add-accept-unknown", List.of("add", "--accept", "pins"));
    lines.put("update-help", List.of("update", "--help"));
    lines.put("update-no-suite", List.of("update", "taken"));
    lines.put("update-unknown-conflict", List.of("update", "--on-conflict", "merge"));
    lines.put("update-continue-with-answers", List.of("update", "--continue", "--no-lint"));
    lines.put("update-continue-and-abort", List.of("update", "--continue", "--abort"));
    lines.put("adopt-help", List.of("adopt", "--help"));
    lines.put("adopt-nothing", List.of("adopt", "taken"));
    lines.put("adopt-unknown-release", List.of("adopt", "--release", "0.0.1"));
    lines.put("apply-help", List.of("apply", "--help"));
    lines.put("apply-nothing", List.of("apply"));
    lines.put("apply-no-file", List.of("apply", "plan.json"));
    lines.put("apply-directory", List.of("apply", "taken"));
    lines.put("undo-help", List.of("undo", "--help"));
    lines.put("undo-nothing", List.of("undo", "taken"));
    lines.put("check-help", List.of("check", "--help"));
    lines.put("check-nothing", List.of("check", "taken"));
    lines.put("check-no-such-path", List.of("check", "nosuch"));
    lines.put("check-unknown-rule", List.of("check", "--select", "LS9"));
    lines.put("check-unknown-format", List.of("check", "--format", "sarf"));
    lines.put("check-unknown-severity", List.of("check", "--severity", "info"));
    lines.put("check-two-formats", List.of("check", "--json", "--format", "text"));
    lines.put("check-baseline-nowhere", List.of("check", "--write-baseline"));
    lines.put("check-no-baseline", List.of("check", "--baseline", "known.json"));
    for (String command : List.of("add", "adopt", "update", "apply", "trace", "map", "undo")) {
      lines.put("explain-" + command, List.of("explain", command));
    }
    lines.put("explain-rule", List.of("explain", "ls000"));
    lines.put("explain-rule-json", List.of("explain", "UnusedIgnore", "--json"));
    lines.put("explain-option-json", List.of("explain", "ci", "--json"));
    lines.put("explain-object", List.of("explain", "redis.asyncio.client.Redis"));
    lines.put("explain-object-json", List.of("explain", "asyncpg.connect", "--json"));
    lines.put("explain-library", List.of("explain", "redis"));
    lines.put("explain-mistyped-object", List.of("explain", "redis.asyncio.Rdis"));
    lines.put("explain-kind", List.of("explain", "echo"));
    lines.put("explain-kind-and-option", List.of("explain", "postgres"));
    lines.put("explain-help", List.of("explain", "--help"));
    lines.put("version", List.of("--version"));
    lines.put("no-command", List.of());
    lines.put("unknown-command", List.of("now", "demo"));
    lines.put("explain", List.of("explain"));
    lines.put("explain-row", List.of("explain", "uvloop"));
    lines.put("explain-option", List.of("explain", "--loop-scope"));
    lines.put("explain-unknown-topic", List.of("explain", "curio"));
    lines.put("new", List.of("new", "my-suite", "--backends", "asyncio,trio"));
    lines.put("new-maven", List.of("new", "my suite", "--name", "my-suite", "--maven"));
    lines.put("new-no-directory", List.of("new"));
    lines.put("new-two-directories", List.of("new", "a", "b"));
    lines.put("new-non-empty", List.of("new", "taken"));
    lines.put("new-illegal-name", List.of("new", "my suite"));
    lines.put("new-illegal-package", List.of("new", "json"));
    lines.put("new-unknown-option", List.of("new", "a", "--backend=trio"));
    lines.put("new-repeated-option", List.of("new", "a", "--ci", "none", "--ci", "github"));
    lines.put("new-no-value", List.of("new", "a", "--ci"));
    lines.put("new-unknown-backend", List.of("new", "a", "--backends", "curio"));
    lines.put("new-repeated-backend", List.of("new", "a", "--backends", "asyncio,asyncio"));
    lines.put("new-empty-backend", List.of("new", "a", "--backends", "asyncio,"));
    lines.put("new-package-scope", List.of("new", "a", "--loop-scope", "package"));
    lines.put("new-unknown-scope", List.of("new", "a", "--loop-scope", "modul"));
    lines.put(
        "new-archetype-that-cannot",
        List.of("new", "a", "--backends", "trio", "--archetype", "explicit-scope"));
    lines.put("new-fixture-as-resource", List.of("new", "a", "--resource", "tmp_path"));
    lines.put("new-old-python", List.of("new", "a", "--python", "3.9"));
    lines.put("new-group-id-without-maven", List.of("new", "a", "--group-id", "org.example"));
    lines.put("new-control-characters", List.of("new", "a", "--ci", "\u001b[31mred\u0007\n"));
    return lines;
  }

  @TestFactory
  Stream<DynamicTest> printsItsTranscript(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("taken"));
    Files.createFile(directory.resolve("taken/notes.txt"));
    return COMMAND_LINES.entrySet().stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.getKey(), () -> compare(line.getKey(), line.getValue(), directory)));
  }

  @Test
  void noTranscriptIsWithoutItsCommandLine() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      List<Path> orphans = files.filter(file -> !COMMAND_LINES.containsKey(name(file))).toList();
      if (UPDATE) {
        for (Path orphan : orphans) {
          Files.delete(orphan);
        }
      } else {
        assertThat(orphans).isEmpty();
      }
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.txt$", "");
  }

  private static void compare(String name, List<String> arguments, Path directory)
      throws IOException {
    Run run = Run.in(directory, arguments.toArray(new String[0]));
    String words =
        String.join(
            " ", arguments.stream().map(ShellWord::quoted).map(Printable::escaped).toList());
    String transcript =
        ("$ scaffold " + words).stripTrailing()
            + "\n"
            + run.out()
            + run.err()
            + "exit "
            + run.end().number()
            + "\n";
    String portable = transcript.replace(directory.toRealPath().toString(), "/home/you");
    Path golden = GOLDEN.resolve(name + ".txt");
    if (UPDATE) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, portable);
    }
    assertThat(portable).isEqualTo(Files.readString(golden));
  }
}
