package dev.loopscope.scaffold.cli.completion;

import dev.loopscope.scaffold.cli.line.ColourArgument;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Option;
import java.util.List;

/** What completes command lines in fish: one line for each word that can be typed. */
final class FishScript {
  private static final String COMPLETE = "complete -c scaffold";

  private FishScript() {}

  static String of(List<CommandSyntax> commands, String alias) {
    StringBuilder script = new StringBuilder("# completes scaffold in fish\n");
    for (CommandSyntax command : commands) {
      script
          .append(COMPLETE)
          .append(" -f -n __fish_use_subcommand -a ")
          .append(command.word())
          .append(" -d ")
          .append(quoted(command.description()))
          .append('\n');
    }
    script.append(COMPLETE).append(" -f -n __fish_use_subcommand -a 'help version'\n");
    for (CommandSyntax command : commands) {
      command.options().forEach(it -> script.append(option(command, it)));
      script.append(option(command, ColourArgument.OPTION));
    }
    return script.append("complete -c ").append(alias).append(" -w scaffold\n").toString();
  }

  private static String option(CommandSyntax command, Option option) {
    String values =
        option.values().isEmpty()
            ? option.takesValue() ? " -r" : ""
            : " -x -a " + quoted(String.join(" ", option.values()));
    return COMPLETE
        + " -n '__fish_seen_subcommand_from "
        + command.word()
        + "' -l "
        + option.word().substring(2)
        + values
        + " -d "
        + quoted(option.summary())
        + "\n";
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
