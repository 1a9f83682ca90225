package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.refusal.RefusalException;
import java.util.List;

/**
 * What a command takes beside {@code --color} and {@code --help}, as it is read and as help tells
 * of it.
 *
 * @param name as it is typed: {@code scaffold new}
 * @param description what it does, in one sentence
 * @param examples what it is mostly used for, the first what most people want
 * @param options in the order help lists them
 * @param more where there is more to read, or what else there is to know; may be empty
 */
public record CommandSyntax(
    String name,
    String description,
    List<Example> examples,
    Positional positional,
    List<Option> options,
    String more) {
  private static final String PRODUCT = "scaffold ";

  /** Keeps unmodifiable copies. */
  public CommandSyntax {
    examples = List.copyOf(examples);
    options = List.copyOf(options);
  }

  /** The name without that of the product: {@code new}. */
  public String word() {
    return name.substring(PRODUCT.length());
  }

  /**
   * Reads {@code arguments}. Values are looked at when they are asked for.
   *
   * @throws RefusalException if they are not what the command takes
   */
  public TypedArguments read(List<String> arguments) {
    return CommandLines.read(this, arguments);
  }

  /** What {@code --help} prints, in lines of this width if it can be so narrow. */
  public String usage(int width) {
    return CommandLines.usage(this, width);
  }
}
