package dev.loopscope.scaffold.cli.completion;

import dev.loopscope.scaffold.cli.line.ColourArgument;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Option;
import java.util.List;

/**
 * What completes command lines in zsh: a function that zsh loads by its name, or that a start-up
 * file evaluates.
 */
final class ZshScript {
  private ZshScript() {}

  static String of(List<CommandSyntax> commands, String alias) {
    StringBuilder script = new StringBuilder("#compdef scaffold " + alias + "\n\n");
    script.append(
        "_scaffold() {\n  if ((CURRENT == 2)); then\n    local -a words_\n    words_=(\n");
    for (CommandSyntax command : commands) {
      script.append("      ").append(quoted(command.word() + ":" + command.description()));
      script.append('\n');
    }
    script.append("      'help:shows what a command takes'\n      'version:shows the version'\n");
    script.append("    )\n    _describe command words_\n    return\n  fi\n");
    script.append("  local command_=$words[2]\n  shift words\n  ((CURRENT--))\n");
    script.append("  case $command_ in\n");
    for (CommandSyntax command : commands) {
      script.append("    ").append(command.word()).append(")\n      _arguments");
      command.options().forEach(it -> script.append(option(it)));
      script.append(option(ColourArgument.OPTION));
      script.append(
          " \\\n        '--help[shows what it takes]' \\\n        '*: :_files'\n      ;;\n");
    }
    List<String> words = commands.stream().map(CommandSyntax::word).toList();
    script.append("    help) _arguments '1: :(").append(String.join(" ", words)).append(")' ;;\n");
    script.append("  esac\n}\n\n");
    return script
        .append("if [[ ${funcstack[1]} == _scaffold ]]; then\n  _scaffold \"$@\"\nelse\n")
        .append("  compdef _scaffold scaffold ")
        .append(alias)
        .append("\nfi\n")
        .toString();
  }

  private static String option(Option option) {
    String about = option.summary().replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    String value =
        option.values().isEmpty() ? "_files" : "(" + String.join(" ", option.values()) + ")";
    return " \\\n        "
        + quoted(
            (option.repeated() ? "*" : "")
                + option.word()
                + (option.takesValue() ? "=" : "")
                + "["
                + about
                + "]"
                + (option.takesValue() ? ": :" + value : ""));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
