package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.console.ExitCode;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --help} of a command lists, {@code explain} explains. */
class ExplainedOptionsTest {
  private static final Pattern LISTED =
      Pattern.compile("^  (?:-\\w, )?(--[a-z-]+)", Pattern.MULTILINE);

  @TempDir private Path directory;

  static List<String> commands() {
    return Commands.syntaxes(Questions.ALL).stream().map(CommandSyntax::word).toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionThatHelpListsIsExplainedAsOneOfTheCommand(String command) {
    String help = Run.in(directory, command, "--help").out();
    TreeSet<String> options =
        new TreeSet<>(LISTED.matcher(help).results().map(it -> it.group(1)).toList());
    assertThat(options).contains("--color");
    // Of explain, that one asks for its own help.
    assertThat(options.remove("--help")).isTrue();
    for (String option : options) {
      Run run = Run.in(directory, "explain", option);
      assertThat(run.end()).as(option + ": " + run.err()).isEqualTo(ExitCode.DONE);
      assertThat(run.out().replaceAll("\\s+", " "))
          .as(option)
          .containsPattern(option + "\\b.* of: ([a-z]+, )*(" + command + "|every command)\\b");
    }
  }
}
