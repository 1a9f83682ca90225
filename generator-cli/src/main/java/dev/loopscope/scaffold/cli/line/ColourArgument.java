package dev.loopscope.scaffold.cli.line;

import dev.loopscope.scaffold.refusal.Refusal;
import dev.loopscope.scaffold.refusal.RefusalException;
import dev.loopscope.scaffold.refusal.Spelling;
import dev.loopscope.scaffold.text.ColourMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was typed of {@code --color}, which stands anywhere, and what was typed beside it.
 *
 * @param mode the last one that was typed
 */
public record ColourArgument(Optional<ColourMode> mode, List<String> rest) {
  /** The option. */
  public static final Option OPTION =
      new Option(
              "--color",
              "WHEN",
              "when colours are shown: " + Spelling.oneOf(ColourMode.words()),
              ColourMode.AUTO.word(),
              "They can be read on black and on white. auto shows them on a terminal, unless"
                  + " NO_COLOR is set or TERM is dumb; FORCE_COLOR shows them in pipes and files,"
                  + " too.")
          .taking(ColourMode.words());

  /** Keeps an unmodifiable copy. */
  public ColourArgument {
    rest = List.copyOf(rest);
  }

  /**
   * Finds it.
   *
   * @throws RefusalException if its value is none
   */
  public static ColourArgument of(List<String> arguments) {
    Optional<ColourMode> mode = Optional.empty();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--")) {
        rest.addAll(arguments.subList(i, arguments.size()));
        break;
      }
      if (argument.equals(OPTION.word()) && !isTopic(arguments, i)) {
        i++;
        mode = Optional.of(mode(i < arguments.size() ? arguments.get(i) : ""));
      } else if (argument.startsWith(OPTION.word() + "=")) {
        mode = Optional.of(mode(argument.substring(OPTION.word().length() + 1)));
      } else {
        rest.add(argument);
      }
    }
    return new ColourArgument(mode, rest);
  }

  /** Whether it is what is to be explained. */
  private static boolean isTopic(List<String> arguments, int index) {
    return index == 1 && arguments.size() == 2 && arguments.get(0).equals("explain");
  }

  private static ColourMode mode(String word) {
    return ColourMode.of(word)
        .orElseThrow(
            () ->
                new RefusalException(
                    new Refusal(
                        word.isEmpty()
                            ? OPTION.word() + " has no value"
                            : "`" + word + "` is no value of " + OPTION.word(),
                        (OPTION.word() + " " + word).strip(),
                        Spelling.advice(word, ColourMode.words()))));
  }
}
