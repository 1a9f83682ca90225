package dev.loopscope.scaffold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shells complete is what the commands take. */
class CompletionTest {
  @TempDir Path directory = Path.of("");

  /** What a real bash offers for the last word of a line. */
  private List<String> offered(String... words) throws IOException, InterruptedException {
    Path script = directory.resolve("scaffold.bash");
    Files.writeString(script, Run.in(directory, "completion", "bash").out());
    String line =
        """
        compopt() { :; }
        . "$0"
        [ -n "$(complete -p scaffold)" ] || exit 1
        [ "$(complete -p loopscope-scaffold)" = \
          'complete -o default -F _complete_scaffold loopscope-scaffold' ] || exit 1
        COMP_WORDS=("$@")
        COMP_CWORD=$(($# - 1))
        _complete_scaffold
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", line, script.toString());
    builder.command().addAll(List.of(words));
    Process bash = builder.redirectErrorStream(true).start();
    String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(printed).isZero();
    return printed.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  @Test
  void bashOffersCommandsOptionsAndTheirValues() throws Exception {
    assertThat(offered("scaffold", "")).contains("new", "add", "check", "explain", "help");
    assertThat(offered("scaffold", "che")).containsExactly("check");
    assertThat(offered("scaffold", "check", "--un")).containsExactly("--unsafe-fixes");
    assertThat(offered("scaffold", "check", "--format", "s")).containsExactly("sarif");
    assertThat(offered("scaffold", "new", "--ci", "g")).containsExactly("github", "gitlab");
    assertThat(offered("scaffold", "add", "--color", "")).contains("auto", "always", "never");
  }

  @Test
  void theSecondNameOfTheCommandIsCompletedLikeTheFirst() throws Exception {
    assertThat(offered("loopscope-scaffold", "check", "--un")).containsExactly("--unsafe-fixes");
    assertThat(Run.in(directory, "completion", "fish").out())
        .endsWith("\ncomplete -c loopscope-scaffold -w scaffold\n");
  }

  @Test
  void everyCommandAndOptionIsInEachScript() {
    for (String shell : List.of("bash", "zsh", "fish")) {
      String script = Run.in(directory, "completion", shell).out();
      for (CommandSyntax command : Commands.syntaxes(Questions.ALL)) {
        assertThat(script).as(shell).contains(command.word());
        for (Option option : command.options()) {
          String word = shell.equals("fish") ? "-l " + option.word().substring(2) : option.word();
          assertThat(script).as(shell).contains(word);
          option.values().forEach(it -> assertThat(script).as(shell).contains(it));
        }
      }
    }
  }

  @Test
  void fishIsToldWhichCommandAnOptionBelongsTo() {
    assertThat(Run.in(directory, "completion", "fish").out())
        .contains(
            "complete -c scaffold -n '__fish_seen_subcommand_from check' -l severity -x -a 'error"
                + " warning' -d 'the lowest severity told of: error or warning'\n");
  }

  @Test
  void zshIsToldWhatEachOptionDoesAndTakes() {
    assertThat(Run.in(directory, "completion", "zsh").out())
        .contains(
            "      'check:Reports loop-scope hazards of pytest suites, without running them.'\n")
        .contains(
            "'--severity=[the lowest severity told of\\: error or warning]: :(error warning)'",
            "'--fix[applies the safe fixes, and tells of what is left]'")
        .contains("'update:Brings a suite to what today'\\''s templates")
        .endsWith("\n  compdef _scaffold scaffold loopscope-scaffold\nfi\n");
  }
}
