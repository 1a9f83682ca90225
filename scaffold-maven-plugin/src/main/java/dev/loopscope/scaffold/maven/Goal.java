package dev.loopscope.scaffold.maven;

import dev.loopscope.scaffold.answers.Questions;
import dev.loopscope.scaffold.cli.add.AddCommand;
import dev.loopscope.scaffold.cli.check.CheckCommand;
import dev.loopscope.scaffold.cli.create.NewCommand;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Option;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.update.UpdateCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command as a goal.
 *
 * @param command what it takes
 * @param aggregator whether it runs once where Maven was started, and not in each module
 * @param phase the phase that it runs in where a POM names none
 */
record Goal(CommandSyntax command, boolean aggregator, Optional<String> phase) {
  /** Each goal, in the order of the command's help. */
  static final List<Goal> ALL =
      List.of(
          new Goal(NewCommand.syntax(Questions.ALL), true, Optional.empty()),
          new Goal(AddCommand.syntax(Questions.ALL), true, Optional.empty()),
          new Goal(UpdateCommand.syntax(Questions.ALL), false, Optional.empty()),
          new Goal(CheckCommand.syntax(), false, Optional.of("verify")));

  /** The goal of this name. */
  static Goal of(String word) {
    return ALL.stream().filter(it -> it.word().equals(word)).findFirst().orElseThrow();
  }

  /** The goal's name, which is the command's. */
  String word() {
    return command.word();
  }

  /** What it takes: first what stands alone on the command line, then a parameter an option. */
  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    Positional positional = command.positional();
    parameters.add(
        new Parameter(
            positional.repeated() ? "paths" : "directory",
            positional.label(),
            positional.description()
                + (positional.repeated() ? "; several have commas between" : ""),
            false));
    for (Option option : command.options()) {
      parameters.add(Parameter.of(option));
    }
    return List.copyOf(parameters);
  }
}
