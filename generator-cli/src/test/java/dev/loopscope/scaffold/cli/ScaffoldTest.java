package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.answers.value.Backend;
import dev.loopscope.scaffold.answers.value.Choice;
import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.console.StandardOutput;
import dev.loopscope.scaffold.cli.console.Terminal;
import dev.loopscope.scaffold.cli.create.NewOptions;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.text.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaffoldTest {
  @Test
  void exitCodesAreThePromisedNumbers() {
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number))
        .containsExactly(0, 1, 2, 3, 4, 5, 70);
  }

  @Test
  void exitCodesAreToldOnce(@TempDir Path disk) {
    Run codes = Run.in(disk, "help", "exit-codes");
    assertThat(codes.end()).isEqualTo(ExitCode.DONE);
    String words = codes.out().replaceAll("\\s+", " ");
    assertThat(ExitCode.values())
        .allMatch(code -> words.contains(" " + code.number() + " " + code.meaning()));
    assertThat(Run.in(disk, "new", "--help").out()).contains("`scaffold help exit-codes`");
  }

  @Test
  void everyOptionIsInHelpAndInExplain(@TempDir Path disk) {
    String help = Run.in(disk, "new", "--help").out();
    for (Option option : NewOptions.of(Questions.ALL)) {
      assertThat(help).contains("  " + option.word());
      for (String topic : List.of(option.word(), option.word().substring(2))) {
        // What a kind of resource is stands before the option of its name.
        assertThat(Run.in(disk, "explain", topic).out().lines())
            .anyMatch(line -> line.startsWith(option.word()))
            .anyMatch(line -> line.contains(option.fallback()));
      }
    }
  }

  @Test
  void everyRowIsExplained(@TempDir Path disk) {
    for (String row : Choice.words(Backend.ALL)) {
      assertThat(Run.in(disk, "explain", row).out()).contains(row, "because", "best when");
    }
  }

  @Test
  void explanationFitsAHundredColumns(@TempDir Path disk) {
    assertThat(Run.in(disk, "explain").out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void helpFitsAHundredColumns(@TempDir Path disk) {
    assertThat(Run.in(disk, "new", "--help").out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void defectIsOneLineAndItsStackIsShownOnDemand(@TempDir Path disk) {
    assertThat(defect(disk, false))
        .hasLineCount(1)
        .contains("a defect in scaffold", "please report it");
    assertThat(defect(disk, true)).contains("\tat dev.loopscope.scaffold.cli.");
  }

  @Test
  void coloursAreUsedWhenAllowedAndOnlyThen() {
    assertThat(refused(true))
        .isEqualTo(
            """
            \u001b[1;38;5;163mscaffold:\u001b[0m a
            \u001b[1m      at:\u001b[0m b
            \u001b[1m    next:\u001b[0m c
            """);
    assertThat(refused(false)).isEqualTo("scaffold: a\n      at: b\n    next: c\n");
  }

  @Test
  void unprintableCharactersAreSpelt() {
    assertThat(Printable.escaped("a\u001b\u009b\u202e\u2028\ud800é😀\t"))
        .isEqualTo("a\\u001b\\u009b\\u202e\\u2028\\ud800é😀\\u0009");
  }

  @Test
  void outputThatCannotBePrintedIsToldAndTheSuiteIsThere(@TempDir Path disk) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(new Full(), err, Terminal.none());
    assertThat(new Scaffold(console, disk, false).run("new", "x")).isEqualTo(ExitCode.UNPRINTED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            scaffold: the output could not be printed
                  at: standard output
                next: do not run `scaffold new` again: the suite is written
            """);
    assertThat(disk.resolve("x/pyproject.toml")).exists();
  }

  @Test
  void reportThatCannotBePrintedIsToldToo(@TempDir Path disk) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(new Full(), err, Terminal.none());
    assertThat(new Scaffold(console, disk, false).run("check")).isEqualTo(ExitCode.UNPRINTED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .endsWith("    next: run it again where there is room for the output\n");
  }

  @Test
  void adviceIsOfTheCommandThatWasRun(@TempDir Path disk) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(new Full(), err, Terminal.none());
    assertThat(new Scaffold(console, disk, false).run("explain", "new"))
        .isEqualTo(ExitCode.UNPRINTED);
    new Scaffold(console, disk, false).run("check", "--exclude", "new");
    new Scaffold(console, disk, false).run("new", "x", "--dry-run");
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("scaffold new` again");
  }

  @Test
  void pipeThatNobodyReadsIsNoFailure(@TempDir Path disk) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new StandardOutput.ReaderGoneException(new IOException("Datenübergabe"));
          }
        };
    Console console = new Console(gone, err, Terminal.none());
    assertThat(new Scaffold(console, disk, false).run("new", "x")).isEqualTo(ExitCode.DONE);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static String refused(boolean colours) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    new Console(new Full(), err, new Terminal(false, 0, colours, false, false))
        .refuse(new Refusal("a", "b", "c"));
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Makes a defect: printing fails in a way that no caller expects. */
  private static String defect(Path disk, boolean debug) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("printing failed");
          }
        };
    Console console = new Console(broken, err, Terminal.none());
    assertThat(new Scaffold(console, disk, debug).run("--version")).isEqualTo(ExitCode.DEFECT);
    return err.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** A disk with no room left. */
  private static final class Full extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
