package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;

/**
 * What a command takes beside {@code --help}, as it is read and as help tells of it.
 *
 * @param name as it is typed: {@code scaffold new}
 * @param description what it does, in one sentence
 * @param options in the order help lists them
 */
public record CommandSyntax(
    String name, String description, Positional positional, List<Option> options) {
  /** Keeps an unmodifiable copy. */
  public CommandSyntax {
    options = List.copyOf(options);
  }

  /**
   * Reads {@code arguments}. Values are looked at when they are asked for.
   *
   * @throws RefusalException if they are not what the command takes
   */
  public TypedArguments read(List<String> arguments) {
    return CommandLines.read(this, arguments);
  }
}
