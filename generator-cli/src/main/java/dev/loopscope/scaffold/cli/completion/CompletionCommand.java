package dev.loopscope.scaffold.cli.completion;

import dev.loopscope.scaffold.cli.console.Console;
import dev.loopscope.scaffold.cli.line.CommandSyntax;
import dev.loopscope.scaffold.cli.line.Example;
import dev.loopscope.scaffold.cli.line.Positional;
import dev.loopscope.scaffold.cli.line.TypedArguments;
import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import java.util.List;

/** {@code scaffold completion}: prints a script that completes command lines of scaffold. */
public final class CompletionCommand {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  /** What the command is called as well where it was installed. */
  public static final String INSTALLED = "loopscope-scaffold";

  /** What it takes. */
  public static final CommandSyntax SYNTAX =
      new CommandSyntax(
          "scaffold completion",
          "Prints a script that completes commands, options and their values.",
          List.of(
              new Example("eval \"$(scaffold completion bash)\"", "in ~/.bashrc"),
              new Example("eval \"$(scaffold completion zsh)\"", "in ~/.zshrc, behind compinit"),
              new Example("scaffold completion fish | source", "in ~/.config/fish/config.fish")),
          new Positional("SHELL", true, false, Spelling.oneOf(SHELLS)),
          List.of(),
          "");

  private final Console console;
  private final List<CommandSyntax> commands;

  /** Prints to {@code console} what completes {@code commands}. */
  public CompletionCommand(Console console, List<CommandSyntax> commands) {
    this.console = console;
    this.commands = List.copyOf(commands);
  }

  /**
   * Prints the script of the shell that is named.
   *
   * @throws RefusalException if it is none of those
   */
  public void run(List<String> arguments) {
    TypedArguments asked = SYNTAX.read(arguments);
    if (asked.help()) {
      console.lines(SYNTAX.usage(console.terminal().width()));
      return;
    }
    String shell = asked.first().orElseThrow();
    if (!SHELLS.contains(shell)) {
      throw new RefusalException(
          new Refusal(
              "there is no completion for `" + shell + "`",
              "scaffold completion " + shell,
              Spelling.advice(shell, SHELLS)));
    }
    console.lines(
        switch (shell) {
          case "fish" -> FishScript.of(commands, INSTALLED);
          case "zsh" -> ZshScript.of(commands, INSTALLED);
          default -> BashScript.of(commands, INSTALLED);
        });
  }
}
