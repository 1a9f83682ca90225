package dev.loopscope.scaffold.cli.completion;

import dev.loopscope.scaffold.cli.line.ColourArgument;
import dev.loopscope.scaffold.cli.line.CommandLines;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What completes command lines in bash: picocli's script. */
final class BashScript {
  private BashScript() {}

  /**
   * Completes lines of these commands.
   *
   * @param alias what scaffold is called as well
   */
  static String of(List<CommandSyntax> commands, String alias) {
    CommandSpec top = CommandLines.command("scaffold", "");
    top.addOption(CommandLines.spec(ColourArgument.OPTION)).addOption(CommandLines.help());
    for (CommandSyntax command : commands) {
      CommandSpec spec = CommandLines.spec(command).name(command.word());
      top.addSubcommand(command.word(), new CommandLine(spec));
    }
    CommandSpec help = CommandLines.command("help", "");
    help.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .type(String.class)
            .completionCandidates(commands.stream().map(CommandSyntax::word).toList())
            .build());
    top.addSubcommand("help", new CommandLine(help));
    top.addSubcommand("version", new CommandLine(CommandLines.command("version", "")));
    return AutoComplete.bash("scaffold", new CommandLine(top))
        + "complete -F _complete_scaffold -o default "
        + alias
        + "\n";
  }
}
