package dev.loopscope.scaffold.cli.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed after a command's name.
 *
 * @param help whether help is asked for
 * @param positionals what is no option, in the order it was typed
 * @param values the texts behind options, by the option's word; empty ones behind flags
 */
public record TypedArguments(boolean help, List<String> positionals, Map<String, String> values) {
  /** Keeps unmodifiable copies. */
  public TypedArguments {
    positionals = List.copyOf(positionals);
    values = Map.copyOf(values);
  }

  /** Whether an option was typed. */
  public boolean has(Option option) {
    return has(option.word());
  }

  /** Whether an option was typed: {@code --json}. */
  public boolean has(String word) {
    return values.containsKey(word);
  }

  /** The text behind an option; absent if it was not typed. */
  public Optional<String> value(Option option) {
    return value(option.word());
  }

  /** The text behind an option; absent if it was not typed. */
  public Optional<String> value(String word) {
    return Optional.ofNullable(values.get(word));
  }

  /** The first argument that is no option. */
  public Optional<String> first() {
    return positionals.isEmpty() ? Optional.empty() : Optional.of(positionals.get(0));
  }
}
